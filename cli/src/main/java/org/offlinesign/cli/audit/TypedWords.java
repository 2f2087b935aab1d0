package org.offlinesign.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a line as they may be kept. No option takes a password, but somebody may believe
 * that one does, and mistype it besides; such a line is refused and kept like any other. So what
 * stands behind an option that is not known is left out, up to the next one that is.
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
  private boolean hides;

  private TypedWords(KnownOptions options) {
    this.options = options;
  }

  /** Returns the words of a line without the values of options that are not known. */
  public static List<String> withoutSecrets(List<String> words, KnownOptions options) {
    TypedWords typed = new TypedWords(options);
    int end = words.indexOf("--");
    for (String word : words.subList(0, end < 0 ? words.size() : end)) {
      typed.add(word);
    }
    for (String word : words.subList(end < 0 ? words.size() : end, words.size())) {
      typed.kept.add(typed.hides ? HIDDEN : word);
    }
    return typed.kept;
  }

  private void add(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    boolean isCalledSecret = isCalledSecret(word);
    if (!last.isEmpty() && !isCalledSecret && options.takes(last, word)) {
      kept.add(word);
      last = "";
    } else if (options.isKnown(name)) {
      kept.add(equals < 0 ? word : withValue(name, word.substring(equals + 1)));
      last = equals < 0 ? word : "";
      hides = false;
    } else {
      last = "";
      addUnknown(word, isCalledSecret);
    }
  }

  /** What is attached to an option that takes nothing was meant for another one. */
  private String withValue(String name, String value) {
    return name + '=' + (options.takes(name, value) ? value : HIDDEN);
  }

  private void addUnknown(String word, boolean isCalledSecret) {
    if (hides) {
      kept.add(HIDDEN);
    } else if (isCalledSecret || assignsSecret(word) || options.isOptionLike(word)) {
      kept.add(UnknownOption.told(word, HIDDEN));
      hides = true;
    } else {
      kept.add(word);
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
