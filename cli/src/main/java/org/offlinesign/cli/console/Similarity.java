package org.offlinesign.cli.console;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a mistyped one was meant to be. */
public final class Similarity {
  private Similarity() {}

  /** Returns the most similar word, if any is similar enough to be a slip of the fingers. */
  public static Optional<String> closest(String typed, Collection<String> words) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int tolerated = Math.max(2, wanted.length() / 3);
    return words.stream()
        .filter(
            word ->
                distance(wanted, word) <= tolerated
                    || isBeginning(wanted, word)
                    || haveSameLetters(wanted, word))
        .min(Comparator.comparingInt(word -> distance(wanted, word)));
  }

  private static boolean isBeginning(String typed, String word) {
    return typed.length() > 3 && word.startsWith(typed);
  }

  /** {@code keygen} for {@code genkey}. */
  private static boolean haveSameLetters(String one, String other) {
    return Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray());
  }

  /** Returns how many letters must be put in, left out or replaced (Levenshtein's distance). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
