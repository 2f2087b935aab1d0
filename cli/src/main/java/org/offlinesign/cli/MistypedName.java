package org.offlinesign.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offlinesign.cli.console.Similarity;

/**
 * What stands where the name of a command belongs, and is none. Whoever forgets the command and the
 * option may have typed a password there, so that only slips of a name are told and kept.
 *
 * @param group the first word, where commands begin with it; empty if none does
 * @param word the first word, or the second one behind that of a group
 */
record MistypedName(String group, String word) {
  private static final int MOST_TOO_LONG = 2;
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}_-]+");

  /** Returns what the words of a line, of which there is at least one, have in that place. */
  static MistypedName of(List<String> words) {
    String first = words.get(0);
    return words.size() > 1 && !CommandName.group(first).isEmpty()
        ? new MistypedName(first, words.get(1))
        : new MistypedName("", first);
  }

  /** Returns the name that was meant, if the word is similar to one. */
  Optional<String> meant() {
    return nearest().map(near -> group.isEmpty() ? near : group + ' ' + near);
  }

  private Optional<String> nearest() {
    return Similarity.closest(word, names());
  }

  /** Returns the words that would be right in the place. */
  private List<String> names() {
    Stream<String> names = Stream.of(CommandName.values()).map(CommandName::toString);
    return group.isEmpty()
        ? names.map(name -> name.split(" ", 2)[0]).distinct().toList()
        : CommandName.group(group).stream()
            .map(name -> name.toString().substring(group.length() + 1))
            .toList();
  }

  /** Says whether there is no room for a password beside the letters of a name. */
  boolean isSlip() {
    return LETTERS.matcher(word).matches()
        && nearest().filter(near -> word.length() <= near.length() + MOST_TOO_LONG).isPresent();
  }

  /** Returns how many words at the beginning of the line are no password. */
  int tellable() {
    int before = group.isEmpty() ? 0 : 1;
    return isSlip() ? before + 1 : before;
  }

  /** Returns the name as it was typed. */
  @Override
  public String toString() {
    return group.isEmpty() ? word : group + ' ' + word;
  }
}
