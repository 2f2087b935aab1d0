package org.offlinesign.cli.argument;

import java.util.Arrays;
import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Similarity;
import org.offlinesign.rollover.RolloverMethod;

/** Methods of rollovers as they are typed: {@code zsk-prepublish}. */
final class RolloverMethodArgument {
  private RolloverMethodArgument() {}

  static RolloverMethod parse(String text) throws CommandException {
    return RolloverMethod.ofLabel(text).orElseThrow(() -> unknown(text));
  }

  private static CommandException unknown(String text) {
    List<String> labels =
        Arrays.stream(RolloverMethod.values()).map(RolloverMethod::label).toList();
    String message = "'" + text + "' is not a method to replace keys by";
    String all = "there are " + RolloverMethod.labels();
    return Similarity.closest(text, labels)
        .map(near -> CommandException.usage(message, "did you mean " + near + "?", all))
        .orElseGet(() -> CommandException.usage(message, all));
  }
}
