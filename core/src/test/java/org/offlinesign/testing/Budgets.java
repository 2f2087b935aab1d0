package org.offlinesign.testing;

import java.nio.file.Path;
import org.offlinesign.zone.SortBudget;

/** What tests may use of the machine. */
public final class Budgets {
  private static final long OCTETS = 64 << 20;

  private Budgets() {}

  /** Returns enough for any test's zone, on one thread. */
  public static SortBudget in(Path temporaryFolder) {
    return in(temporaryFolder, 1);
  }

  /** Returns enough for any test's zone, on some threads. */
  public static SortBudget in(Path temporaryFolder, int threads) {
    return new SortBudget(OCTETS, temporaryFolder, threads);
  }
}
