package org.offlinesign.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;

/**
 * A line of short options, which may stand together behind one hyphen, and of operands behind them.
 */
final class ShortOptions {
  static final String ITERATIONS = "how many additional iterations there are to be";

  private final String program;
  private final Map<Character, List<String>> values = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();

  private ShortOptions(String program) {
    this.program = program;
  }

  /**
   * Reads a line.
   *
   * @param words what follows the name of the program
   * @param known the letters, each that takes a value with a colon behind it
   */
  static ShortOptions parse(String program, List<String> words, String known)
      throws CommandException {
    ShortOptions line = new ShortOptions(program);
    int next = 0;
    while (next < words.size() && isOptions(words.get(next))) {
      next += line.read(words.subList(next, words.size()), known);
    }
    if (next < words.size() && words.get(next).equals("--")) {
      next++;
    }
    line.operands.addAll(words.subList(next, words.size()));
    line.refuseLateOptions();
    return line;
  }

  private static boolean isOptions(String word) {
    return word.length() > 1 && word.startsWith("-") && !word.equals("--");
  }

  /** Reads the options in the first word, and returns how many words they take. */
  private int read(List<String> words, String known) throws CommandException {
    String letters = words.get(0);
    if (letters.startsWith("--")) {
      throw unknown(letters);
    }
    for (int at = 1; at < letters.length(); at++) {
      char letter = letters.charAt(at);
      int place = letter == ':' ? -1 : known.indexOf(letter);
      if (place < 0) {
        throw unknown("-" + letter);
      }
      if (!known.startsWith(":", place + 1)) {
        add(letter, "");
        continue;
      }
      if (at + 1 < letters.length()) {
        add(letter, letters.substring(at + 1));
        return 1;
      }
      if (words.size() < 2) {
        throw CommandException.usage(
            "-" + letter + " of " + program + " needs a value", "give the whole line");
      }
      add(letter, words.get(1));
      return 2;
    }
    return 1;
  }

  private CommandException unknown(String option) {
    return CommandException.usage(
        program + " has no option " + option + " that is known here, so the line is not explained",
        "leave it out if it does not matter for the signed zone");
  }

  private void add(char letter, String value) {
    values.computeIfAbsent(letter, none -> new ArrayList<>()).add(value);
  }

  private void refuseLateOptions() throws CommandException {
    for (String operand : operands) {
      if (isOptions(operand)) {
        throw CommandException.usage(
            operand + " stands behind the zone file, where " + program + " expects keys alone",
            "put options before the zone file");
      }
    }
  }

  boolean has(char letter) {
    return values.containsKey(letter);
  }

  int count(char letter) {
    return values.getOrDefault(letter, List.of()).size();
  }

  /** Returns all values of an option. */
  List<String> all(char letter) {
    return List.copyOf(values.getOrDefault(letter, List.of()));
  }

  /** Returns the value of an option, the last where it is given again, as the programs take it. */
  Optional<String> value(char letter) {
    List<String> given = values.getOrDefault(letter, List.of());
    return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
  }

  /**
   * Returns the value of an option that is given, which has to be a whole number.
   *
   * @param meaning what the number says, for the message
   */
  String number(char letter, String meaning) throws CommandException {
    String text = value(letter).orElse("");
    if (!text.matches("\\d{1,10}")) {
      throw CommandException.usage(
          "-" + letter + " '" + text + "' is not a number",
          "expected digits alone, which say " + meaning);
    }
    return text;
  }

  List<String> operands() {
    return List.copyOf(operands);
  }

  /** Refuses options that are known, and have no counterpart. */
  void refuse(String letters, String reason) throws CommandException {
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (has(letter)) {
        throw CommandException.usage(
            "-" + letter + " of " + program + " has no counterpart: " + reason,
            "leave it out to have the rest of the line explained");
      }
    }
  }
}
