package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a table of test vectors: each row agrees, or is listed with the reason why this
 * program knowingly differs. A listed row that agrees is a fault too.
 */
final class VectorTally {
  private final Map<String, String> reasons = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int rows;

  /** Lists rows on which this program differs, and why. */
  VectorTally differs(String reason, String... keys) {
    for (String key : keys) {
      reasons.put(key, reason);
    }
    return this;
  }

  /**
   * Counts a row.
   *
   * @param fault what is not as the row says; empty if it agrees
   */
  void count(String key, String fault) {
    rows++;
    boolean listed = reasons.remove(key) != null;
    if (listed && fault.isEmpty()) {
      faults.add(key + ": is listed as different but agrees");
    } else if (!listed && !fault.isEmpty()) {
      faults.add(key + ": " + fault);
    }
  }

  /** Fails unless all rows were counted and each was as it should be. */
  void verify(int expectedRows) {
    assertThat(String.join("\n", faults)).isEmpty();
    assertThat(reasons).as("listed rows that do not exist").isEmpty();
    assertThat(rows).isEqualTo(expectedRows);
  }
}
