package org.offlinesign.cli.argument;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.zone.SortBudget;

/**
 * An amount of memory as it is typed: {@code 64m}, {@code 2g}, {@code 1048576}; the largest there
 * is for any that is larger.
 */
public record MemorySize(long octets) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,15})([kmgt]?)i?b?");

  static MemorySize parse(String text) throws CommandException {
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw CommandException.usage(
          "'" + text + "' is not a size",
          "expected a number of octets, or one with k, m, g or t, such as 64m");
    }
    long unit = unit(form.group(2));
    long largest = Long.MAX_VALUE / unit;
    return new MemorySize(Math.min(Long.parseLong(form.group(1)), largest) * unit);
  }

  /**
   * Returns how much of the heap a command may use that was told this. The launcher has made the
   * heap as large as asked; whoever starts Java otherwise may not.
   */
  public long heapOctets(Environment env) throws CommandException {
    if (octets < SortBudget.MIN_OCTETS) {
      throw CommandException.usage(
          "--memory " + octets + " is too little to sort a zone with",
          "give at least " + (SortBudget.MIN_OCTETS >> 20) + "m");
    }
    return Math.min(octets, env.resources().heapOctets());
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
