package org.offlinesign.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code .ci/fuzz} begins with, and what it has found before, without its driver. */
class FuzzReplayTest {
  @ParameterizedTest
  @EnumSource
  void theSeedsBreakNoPromise(FuzzTargets name) throws Exception {
    FuzzTarget target = name.open();
    List<byte[]> seeds = target.seeds();
    assertThat(seeds).hasSizeGreaterThan(5);
    for (byte[] seed : seeds) {
      target.run(seed);
    }
  }
}
