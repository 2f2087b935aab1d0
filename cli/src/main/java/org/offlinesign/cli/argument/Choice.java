package org.offlinesign.cli.argument;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.offlinesign.cli.console.CommandException;

/** A choice from a few words, as it is typed: {@code AllKeys} for {@code ALL_KEYS}. */
final class Choice {
  private Choice() {}

  /** Returns the constant whose name some text is, in any case and without underscores. */
  static <E extends Enum<?>> E parse(Class<E> type, String text) throws CommandException {
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    List<String> words = Arrays.stream(type.getEnumConstants()).map(Choice::word).toList();
    throw CommandException.usage(
        "'" + text + "' is not possible", "expected one of " + String.join(", ", words));
  }

  /** Returns a constant as it is typed. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}
