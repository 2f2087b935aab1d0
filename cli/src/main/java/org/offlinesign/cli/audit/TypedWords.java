package org.offlinesign.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a line as they may be kept. No option takes a password, but somebody may believe
 * that one does, and such a line is refused and kept like any other.
 */
final class TypedWords {
  private static final Pattern SECRET_OPTION =
      Pattern.compile("[-/]+[a-z-]*(?:pass|pin|secret)[a-z-]*(?<!file)");

  private static final String HIDDEN = "(hidden)";

  private TypedWords() {}

  /** Returns the words without the values of options that are called like passwords. */
  static List<String> withoutSecrets(List<String> words) {
    List<String> kept = new ArrayList<>();
    boolean isSecret = false;
    for (String word : words) {
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      boolean announcesSecret = SECRET_OPTION.matcher(option.toLowerCase(Locale.ROOT)).matches();
      if (isSecret) {
        kept.add(HIDDEN);
      } else if (announcesSecret && equals >= 0) {
        kept.add(option + "=" + HIDDEN);
      } else {
        kept.add(word);
      }
      isSecret = !isSecret && announcesSecret && equals < 0;
    }
    return kept;
  }
}
