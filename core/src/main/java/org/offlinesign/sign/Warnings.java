package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects warnings; of each kind a limited number is kept, and the rest is counted. */
final class Warnings {
  private static final int LIMIT = 100;

  private final Map<SigningWarning.Code, Long> counts = new EnumMap<>(SigningWarning.Code.class);
  private final List<SigningWarning> warnings = new ArrayList<>();

  void add(SigningWarning.Code code, String message) {
    if (counts.merge(code, 1L, Long::sum) <= LIMIT) {
      warnings.add(new SigningWarning(code, message));
    }
  }

  /** Returns the warnings in the order of their kinds. */
  List<SigningWarning> toList() {
    List<SigningWarning> all = new ArrayList<>(warnings);
    counts.forEach(
        (code, count) -> {
          if (count > LIMIT) {
            all.add(new SigningWarning(code, (count - LIMIT) + " more warnings of this kind"));
          }
        });
    all.sort(Comparator.comparing(SigningWarning::code));
    return List.copyOf(all);
  }
}
