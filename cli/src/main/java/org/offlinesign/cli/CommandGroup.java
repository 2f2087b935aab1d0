package org.offlinesign.cli;

import java.util.List;
import java.util.Locale;

/** What is said of all commands together that begin with the same word. */
enum CommandGroup {
  ROLLOVER(
      "replace keys step by step, without a break",
      "  offlinesign rollover plan --zone example.com --input example.com.signed",
      "  offlinesign rollover next zsk-prepublish --zone example.com \\",
      "              --input example.com.zone --output example.com.signed",
      "  offlinesign rollover status");

  private final String summary;
  private final String examples;

  CommandGroup(String summary, String... examples) {
    this.summary = summary;
    this.examples = String.join("\n", examples);
  }

  /** Returns the group of commands that begin with a word. */
  static CommandGroup of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Returns what the commands are for. */
  String summary() {
    return summary;
  }

  /** Returns lines that show what is usually typed. */
  List<String> examples() {
    return examples.lines().toList();
  }

  /** Returns the commands, without the word that they have in common. */
  List<CommandName> commands() {
    return CommandName.group(toString());
  }

  /** Returns the word. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
