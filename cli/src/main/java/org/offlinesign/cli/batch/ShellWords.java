package org.offlinesign.cli.batch;

import java.util.List;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;

/** Splits one line into words, as the lines of a batch are split. */
public final class ShellWords {
  private ShellWords() {}

  /** Returns the words of a line, none if it is empty or a comment. */
  public static List<String> of(String line) throws CommandException {
    BatchText text = new BatchText(line);
    try {
      List<String> words = text.nextLine().map(BatchLine::words).orElse(List.of());
      Optional<BatchLine> more = text.nextLine();
      if (more.isPresent()) {
        throw CommandException.usage("several lines are given at once", "give them one by one");
      }
      return words;
    } catch (BatchSyntaxException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()), "the line is " + line)
          .causedBy(e);
    }
  }
}
