package org.offlinesign.cli.argument;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.rollover.RolloverMethod;
import org.offlinesign.zonefile.LintCode;

/** The words that an option or parameter takes, where there are few of them. */
public final class Candidates {
  private Candidates() {}

  /**
   * Returns the words; none where a value can be anything.
   *
   * @param label what the help shows for a value; where it shows all of them, no others are taken
   */
  public static List<String> of(Class<?> type, String label) {
    if (!type.isEnum()) {
      return List.of();
    }
    return label.contains("|") ? List.of(label.split("\\|", -1)) : all(type);
  }

  private static List<String> all(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Candidates::word).toList();
  }

  private static String word(Object constant) {
    if (constant instanceof Algorithm algorithm) {
      return algorithm.mnemonic().toLowerCase(Locale.ROOT);
    }
    if (constant instanceof KeyRole role) {
      return role.name();
    }
    if (constant instanceof RolloverMethod method) {
      return method.label();
    }
    if (constant instanceof LintCode code) {
      return code.code();
    }
    return Choice.word((Enum<?>) constant);
  }
}
