package org.offlinesign.cli.audit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much may be repeated of a word that is no option: whoever believes that one takes a password
 * may mistype it, and put the password next to it without a space.
 */
public final class UnknownOption {
  private static final String DASH = "[-\u2013\u2014]";
  private static final String START = "[-/\u2013\u2014]+";

  /** What options for passwords are called elsewhere, and a few slips of it. */
  private static final String SECRET =
      "(?>(?:(?:store|key|keystore|export|import|new|old)-?)?+"
          + "pas+(?:-?(?:w(?:or[dt]|rd|d)?|phrase|code|in|out))?+|pwd?+|psw|pin|secret|kennwort)";

  private static final Pattern ATTACHED =
      Pattern.compile("(" + START + "[^=:/]*[=:]|\\p{L}[\\p{L}\\p{N}_-]+[=:]).+", Pattern.DOTALL);

  /** The short option of many programs is glued to what it takes. */
  private static final Pattern GLUED =
      Pattern.compile(
          "(" + START + SECRET + "|" + DASH + "p).+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** No option that somebody mistypes has more than letters, but a few; most passwords do. */
  private static final Pattern MIXED =
      Pattern.compile(
          "("
              + DASH
              + "+\\p{L}(?=.*[^\\p{L}-])|/\\p{L}(?=[\\p{L}-]*[\\p{N}_][\\p{L}\\p{N}_-]*$)).+",
          Pattern.DOTALL);

  private UnknownOption() {}

  /**
   * Returns the word as it may be told.
   *
   * @param rest what stands for the part that is left out
   */
  public static String told(String word, String rest) {
    for (Pattern form : List.of(ATTACHED, GLUED, MIXED)) {
      Matcher parts = form.matcher(word);
      if (parts.matches()) {
        return parts.group(1) + rest;
      }
    }
    return word;
  }

  /** Returns what a message may call the word: its name, without a value. */
  public static String name(String word) {
    return told(word.split("[=:]", 2)[0], "...");
  }
}
