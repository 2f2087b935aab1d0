package org.offlinesign.cli.dnscmd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands behind {@code /DenialOfExistence}: NSEC, or NSEC3 and after it, in this order, the
 * word OptOut, a number of iterations, the length of a random salt, and a salt.
 *
 * <p>Each may be left out together with all that follow it; OptOut may be left out alone, because
 * it is no number. A salt needs the length 0 before it.
 */
final class DenialDescription {
  static final String FORM = "NSEC | NSEC3 [OptOut] [ITERATIONS [SALTLENGTH [SALT]]]";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
  private static final Pattern SALT = Pattern.compile("-|([0-9a-fA-F]{2}){1,255}");
  private static final int LONGEST_SALT = 255;

  private final Deque<String> words;
  private final ArgumentReader arguments;
  private final List<String> options = new ArrayList<>();

  private DenialDescription(List<String> words, ArgumentReader arguments) {
    this.words = new ArrayDeque<>(words);
    this.arguments = arguments;
  }

  /**
   * Returns the native options that mean the same.
   *
   * @param arguments words a refusal
   */
  static List<String> options(List<String> words, ArgumentReader arguments)
      throws DnscmdSyntaxException {
    DenialDescription description = new DenialDescription(words, arguments);
    description.read();
    return List.copyOf(description.options);
  }

  private void read() throws DnscmdSyntaxException {
    String way = words.isEmpty() ? "" : words.remove();
    if (way.equalsIgnoreCase("NSEC3")) {
      options.add("--nsec3");
      readNsec3();
    } else if (way.equalsIgnoreCase("NSEC")) {
      options.add("--nsec");
    } else {
      throw refusal("needs NSEC or NSEC3 after it, not '" + way + "'");
    }
    if (!words.isEmpty()) {
      throw refusal("'" + words.element() + "' is one word too many after " + way);
    }
  }

  private void readNsec3() throws DnscmdSyntaxException {
    if (!words.isEmpty() && words.element().equalsIgnoreCase("OptOut")) {
      words.remove();
      options.add("--opt-out");
    }
    if (!words.isEmpty()) {
      options.add("--iterations=" + number("ITERATIONS"));
    }
    if (!words.isEmpty()) {
      readSalt(number("SALTLENGTH"));
    }
  }

  private void readSalt(int length) throws DnscmdSyntaxException {
    if (length > LONGEST_SALT) {
      throw refusal("SALTLENGTH " + length + " is over " + LONGEST_SALT);
    }
    if (words.isEmpty()) {
      options.add(length == 0 ? "--salt=-" : "--salt=random:" + length);
      return;
    }
    String salt = words.remove();
    if (length != 0) {
      throw refusal("SALTLENGTH must be 0 before a SALT, not " + length);
    }
    if (!SALT.matcher(salt).matches()) {
      throw refusal("SALT is pairs of hex digits, or - for none, not '" + salt + "'");
    }
    options.add("--salt=" + salt);
  }

  private int number(String what) throws DnscmdSyntaxException {
    String word = words.remove();
    if (!NUMBER.matcher(word).matches()) {
      throw refusal(what + " is a number, not '" + word + "'");
    }
    return Integer.parseInt(word);
  }

  private DnscmdSyntaxException refusal(String problem) {
    return arguments.refusal(
        Switch.DENIAL_OF_EXISTENCE
            + ": "
            + problem
            + "; the form is "
            + Switch.DENIAL_OF_EXISTENCE
            + " "
            + FORM);
  }
}
