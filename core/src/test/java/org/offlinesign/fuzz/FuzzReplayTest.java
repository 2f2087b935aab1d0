package org.offlinesign.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  @ParameterizedTest
  @EnumSource
  void whatWasFoundBreaksNoPromiseAnyMore(FuzzTargets name) throws Exception {
    FuzzTarget target = name.open();
    URL folder = FuzzReplayTest.class.getResource("/fuzz/" + name);
    if (folder == null) {
      return; // Nothing has been found that no test of its own covers.
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.sorted().toList()) {
        target.run(Files.readAllBytes(file));
      }
    }
  }
}
