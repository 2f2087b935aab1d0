package org.offlinesign.fuzz;

import java.util.Arrays;
import java.util.function.Supplier;
import org.offlinesign.wire.Hex;

/** Complaints that cost nothing while all is well: a target runs thousands of times a second. */
final class Oracle {
  private Oracle() {}

  static void require(boolean holds, Supplier<String> complaint) {
    if (!holds) {
      throw new AssertionError(complaint.get());
    }
  }

  static void same(byte[] found, byte[] expected, Supplier<String> what) {
    require(
        Arrays.equals(found, expected),
        () -> what.get() + ": " + Hex.encode(expected) + " became " + Hex.encode(found));
  }
}
