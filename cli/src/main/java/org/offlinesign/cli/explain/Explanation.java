package org.offlinesign.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.rdata.Nsec3Salt;

/**
 * What a line of another program is in this one.
 *
 * @param commands the native commands, to be run one after the other
 * @param notes what became of each part of the line, and what differs
 */
record Explanation(List<List<String>> commands, List<Note> notes) {
  Explanation {
    commands = commands.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /**
   * What became of a part of the line.
   *
   * @param part an option as it was typed, or a word for what was not typed
   */
  record Note(String part, String meaning) {}

  /** Collects the parts of a command, and what is said of them. */
  static final class Builder {
    private final List<String> words = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    Builder(String command) {
      words.add(command);
    }

    /** Adds an option without a value that stands for a part of the line. */
    void option(String part, String option) {
      words.add(option);
      note(part, option);
    }

    /** Adds an option with a value that stands for a part of the line. */
    void option(String part, String option, String value) {
      note(part, value(option, value));
    }

    /** Adds the salt of an NSEC3 chain that stands for a part of the line. */
    void salt(String part, String text) throws CommandException {
      try {
        option(part, "--salt", Nsec3Salt.of(text).toString());
      } catch (IllegalArgumentException e) {
        throw CommandException.usage(
                part + " '" + text + "' is not a salt: " + e.getMessage(),
                "expected pairs of hex digits")
            .causedBy(e);
      }
    }

    /** Adds an option that stands for what the other program does unasked. */
    void unasked(String option, String value, String reason) {
      note("(default)", value(option, value) + ": " + reason);
    }

    /** Adds the zone file, and where the program would write the signed one. */
    void zoneFiles(String input, Optional<String> output, String program) {
      option("zone file", "--input", input);
      output.ifPresentOrElse(
          file -> option("-f", "--output", file),
          () -> unasked("--output", input + ".signed", "the name that " + program + " gives it"));
    }

    private String value(String option, String value) {
      if (value.startsWith("-") && value.length() > 1) {
        words.add(option + "=" + value);
        return option + "=" + value;
      }
      words.add(option);
      words.add(value);
      return option + " " + value;
    }

    /** Says something of a part of the line that is no option here. */
    void note(String part, String meaning) {
      notes.add(new Note(part, meaning));
    }

    List<String> words() {
      return List.copyOf(words);
    }

    List<Note> notes() {
      return List.copyOf(notes);
    }
  }
}
