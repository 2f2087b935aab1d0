package org.offlinesign.cli.dnscmd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.audit.UnknownOption;

/**
 * Reads switches and their values from an argument list.
 *
 * <p>Whether an argument is a switch or a value is decided by the switch before it, never by its
 * look. A value that looks like a forgotten value's neighbour is refused; {@code /switch=value}
 * takes any value.
 */
final class ArgumentReader {
  private static final Pattern OCTET = Pattern.compile("[0-9a-fA-F]{2}");
  private static final Pattern OCTETS = Pattern.compile("([0-9a-fA-F]{2}[ :]?)*[0-9a-fA-F]{2}");

  private final List<String> arguments;
  private final String form;
  private int next;
  private String spelling = "";
  private @Nullable String attached;

  ArgumentReader(List<String> arguments, String form) {
    this.arguments = arguments;
    this.form = form;
  }

  /** Returns the name of a switch in lower case, without slash or value; empty when it is none. */
  static Optional<String> switchName(String argument) {
    // Text copied from a word processor has a dash where a hyphen was typed.
    if (argument.length() < 2 || "/-\u2013\u2014".indexOf(argument.charAt(0)) < 0) {
      return Optional.empty();
    }
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument.substring(1) : argument.substring(1, equals);
    return Optional.of(name.toLowerCase(Locale.ROOT));
  }

  boolean hasNext() {
    return next < arguments.size();
  }

  /** Returns the next switch, and refuses anything else. */
  Switch nextSwitch() throws DnscmdSyntaxException {
    String argument = arguments.get(next++);
    String name = switchName(argument).orElseThrow(() -> refusal(stray(argument)));
    int equals = argument.indexOf('=');
    spelling = equals < 0 ? argument : argument.substring(0, equals);
    attached = equals < 0 ? null : argument.substring(equals + 1);
    Switch found =
        Switch.named(name)
            .orElseThrow(
                () -> refusal(ServerCommands.unknown(spelling, name, "switch of this command")));
    if (found.shape() == Switch.Shape.ALONE && attached != null) {
      throw refusal(found + " takes no value");
    }
    if (found.shape() == Switch.Shape.TWO_WORDS && attached != null) {
      throw refusal(found + " takes two values, separated by a space");
    }
    if (found.shape() == Switch.Shape.WORDS && attached != null) {
      throw refusal(found + " takes its values behind it, separated by spaces");
    }
    return found;
  }

  /** Returns what is said of a word without a meaning, of which no more is told than of others. */
  private String stray(String word) {
    String told = UnknownOption.told(word, "...");
    String place = spelling.isEmpty() ? "the first word" : "a word behind " + spelling;
    return told.equals(word)
        ? place
            + " belongs to no switch (a value with spaces needs quotation marks; it is not repeated,"
            + " because it may be a password)"
        : "'" + told + "' belongs to no switch (a value with spaces needs quotation marks)";
  }

  /** Returns all arguments up to the next that is spelled like a switch. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    while (hasNext() && switchName(arguments.get(next)).isEmpty()) {
      words.add(unquoted(arguments.get(next++)));
    }
    return words;
  }

  /** Returns the value of the switch just read. */
  String value(Switch of) throws DnscmdSyntaxException {
    String value = unquoted(attached == null ? detachedValue(of) : attached);
    if (value.isEmpty()) {
      throw refusal("the value of " + of + " is empty");
    }
    if (of.shape() == Switch.Shape.OCTETS) {
      return octets(of, value);
    }
    if (of.choices().isEmpty()) {
      return value;
    }
    String choice = value.toLowerCase(Locale.ROOT);
    if (!of.choices().contains(choice)) {
      throw refusal(of + " is one of " + String.join(", ", of.choices()) + ", not '" + value + "'");
    }
    return choice;
  }

  private String detachedValue(Switch of) throws DnscmdSyntaxException {
    if (next == arguments.size()) {
      throw refusal(of + " needs a value");
    }
    String value = arguments.get(next);
    boolean switchByName = switchName(value).flatMap(Switch::named).isPresent();
    boolean slash = value.startsWith("/") && of.shape() != Switch.Shape.PATH;
    if (switchByName || slash) {
      String told = UnknownOption.told(value, "...");
      throw refusal(
          of
              + " needs a value before '"
              + told
              + "' (if that is the value, write "
              + of
              + "="
              + told
              + ")");
    }
    next++;
    return value;
  }

  private String octets(Switch of, String first) throws DnscmdSyntaxException {
    StringBuilder text = new StringBuilder(first);
    while (attached == null
        && hasNext()
        && OCTET.matcher(unquoted(arguments.get(next))).matches()) {
      text.append(unquoted(arguments.get(next++)));
    }
    if (!OCTETS.matcher(text).matches()) {
      throw refusal(of + " is octets in hexadecimal such as \"40 c1 81 ac\", not '" + text + "'");
    }
    return text.toString().replaceAll("[ :]", "").toLowerCase(Locale.ROOT);
  }

  // Quotation marks of a word processor reach the program, because no shell removes them.
  private static String unquoted(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isCurly(value.charAt(start))) {
      start++;
    }
    while (end > start && isCurly(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isCurly(char c) {
    return c == '\u201c' || c == '\u201d' || c == '\u201e';
  }

  DnscmdSyntaxException refusal(String problem) {
    return new DnscmdSyntaxException(problem, form);
  }
}
