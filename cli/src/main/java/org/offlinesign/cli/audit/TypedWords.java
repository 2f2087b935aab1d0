package org.offlinesign.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a line as they may be kept. No option takes a password, but somebody may believe
 * that one does, and mistype it besides; such a line is refused and kept like any other. So what
 * stands behind an option that is not known is left out, up to the next one that is, and so are
 * words that the line has no use for.
 */
public final class TypedWords {
  private static final Pattern SECRET_OPTION =
      Pattern.compile("[-/\u2013\u2014]+[a-z-]*(?:pass|pin|secret|pw)[a-z-]*(?<!file)");
  private static final Pattern SECRET_ASSIGNED =
      Pattern.compile("[a-z-]*(?:pass|secret|pwd?)[a-z-]*[=:].+", Pattern.DOTALL);
  private static final String HIDDEN = "(hidden)";

  private final KnownOptions options;
  private final List<String> kept = new ArrayList<>();
  private String last = "";
  private int values;
  private int words;
  private boolean hides;

  private TypedWords(KnownOptions options) {
    this.options = options;
  }

  /**
   * Returns the words of a line without the values of options that are not known, and without those
   * that it has no use for.
   */
  public static List<String> withoutSecrets(List<String> words, KnownOptions options) {
    TypedWords typed = new TypedWords(options);
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    for (String word : words.subList(0, end)) {
      typed.add(word);
    }
    for (String word : words.subList(end, words.size())) {
      typed.addBehindOptions(word);
    }
    return typed.kept;
  }

  private void add(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (isValueOfLast(word)) {
      kept.add(word);
      values++;
    } else if (options.isKnown(name)) {
      kept.add(equals < 0 ? word : withValue(name, word.substring(equals + 1)));
      last = equals < 0 ? word : "";
      values = 0;
      hides = false;
    } else {
      last = "";
      addUnknown(word);
    }
  }

  private boolean isValueOfLast(String word) {
    return !last.isEmpty()
        && values < options.mostValues(last)
        && !isCalledSecret(word)
        && options.takes(last, word);
  }

  /** What is attached to an option that takes nothing was meant for another one. */
  private String withValue(String name, String value) {
    return name + '=' + (options.takes(name, value) ? value : HIDDEN);
  }

  private void addUnknown(String word) {
    if (hides) {
      kept.add(HIDDEN);
    } else if (isCalledSecret(word) || assignsSecret(word) || options.isOptionLike(word)) {
      kept.add(UnknownOption.told(word, HIDDEN));
      hides = true;
    } else {
      addPlain(word);
    }
  }

  /** A word that has no meaning in its place may be a password whose option was forgotten. */
  private void addPlain(String word) {
    kept.add(words < options.words() ? word : HIDDEN);
    words++;
  }

  private void addBehindOptions(String word) {
    if (hides) {
      kept.add(HIDDEN);
    } else if (word.equals("--")) {
      kept.add(word);
    } else {
      addPlain(word);
    }
  }

  private static boolean assignsSecret(String word) {
    return SECRET_ASSIGNED.matcher(word.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isCalledSecret(String word) {
    String name = word.split("[=:]", 2)[0].toLowerCase(Locale.ROOT);
    return SECRET_OPTION.matcher(name).matches();
  }
}
