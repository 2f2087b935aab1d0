package org.offlinesign.cli.audit;

import java.util.regex.Pattern;

/** What a spelling of the command line knows of the words that begin like options. */
public interface KnownOptions {
  /**
   * Returns what is known of a line whose command is not.
   *
   * @param words how many at its beginning resemble the name of a command
   */
  static KnownOptions ofNoCommand(int words) {
    return new OfNoCommand(words);
  }

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
   * Returns how many words an option takes at most.
   *
   * @param name of an option that is known, without a value
   */
  int mostValues(String name);

  /** Returns how many words the line has a use for that belong to no option: commands, files. */
  int words();

  /**
   * Says whether a word begins like an option of the native spelling, a dash of a word processor
   * included, or is one of the other spelling with a value; a time may be {@code -1d}.
   */
  static boolean isNativeOption(String word) {
    return NativeForm.OPTION.matcher(word).matches();
  }

  /** What options of the native spelling look like. */
  final class NativeForm {
    private static final Pattern OPTION =
        Pattern.compile("[-\u2013\u2014][^0-9].*|/\\p{L}[\\p{L}\\p{N}_-]*[=:].*", Pattern.DOTALL);

    private NativeForm() {}
  }

  /**
   * None is known.
   *
   * @param words how many may be told
   */
  record OfNoCommand(int words) implements KnownOptions {
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

    @Override
    public int mostValues(String name) {
      return 0;
    }
  }
}
