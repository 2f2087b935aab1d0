package org.offlinesign.cli.audit;

/** What a spelling of the command line knows of the words that begin like options. */
public interface KnownOptions {
  /** What is known of a line whose command is not. */
  KnownOptions NONE = new OfNoCommand();

  /** Says whether an option, or a slip of one, may be meant by a word. */
  boolean isOptionLike(String word);

  /**
   * Says whether there is such an option.
   *
   * @param name as typed, without a value
   */
  boolean isKnown(String name);

  /**
   * Says whether a word that stands behind an option is its value.
   *
   * @param name as typed, without a value
   */
  boolean takes(String name, String word);

  /**
   * Says whether a word begins like an option of the native spelling; a time may be {@code -1d}.
   */
  static boolean isNativeOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-' && !Character.isDigit(word.charAt(1));
  }

  /** None is known. */
  final class OfNoCommand implements KnownOptions {
    private OfNoCommand() {}

    @Override
    public boolean isOptionLike(String word) {
      return isNativeOption(word);
    }

    @Override
    public boolean isKnown(String name) {
      return false;
    }

    @Override
    public boolean takes(String name, String word) {
      return false;
    }
  }
}
