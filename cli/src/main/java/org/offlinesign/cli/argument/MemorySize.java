package org.offlinesign.cli.argument;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.cli.console.CommandException;

/** An amount of memory as it is typed: {@code 64m}, {@code 2g}, {@code 1048576}. */
public record MemorySize(long octets) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kmgt]?)i?b?");

  static MemorySize parse(String text) throws CommandException {
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw CommandException.usage(
          "'" + text + "' is not a size",
          "expected a number of octets, or one with k, m or g, such as 64m");
    }
    return new MemorySize(Long.parseLong(form.group(1)) * unit(form.group(2)));
  }

  private static long unit(String letter) {
    return switch (letter) {
      case "" -> 1;
      case "k" -> 1L << 10;
      case "m" -> 1L << 20;
      case "g" -> 1L << 30;
      case "t" -> 1L << 40;
      default -> throw new AssertionError("the pattern has no unit " + letter);
    };
  }
}
