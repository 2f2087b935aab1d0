package org.offlinesign.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** The files of {@code testzones/} are what they say they are, in the eyes of other programs. */
class TestZonesTest {
  static List<TestZone> zones() throws IOException {
    return TestZone.all();
  }

  @ParameterizedTest
  @MethodSource("zones")
  void theFirstLineSaysWhatTheFileShows(TestZone zone) throws IOException {
    String text = Files.readString(zone.file(), StandardCharsets.UTF_8);
    String first = text.lines().findFirst().orElse("").replaceFirst("^\ufeff", "");
    assertThat(first).startsWith("; ").hasSizeBetween(20, 120);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void bindReadsTheZonesThatAreZones(TestZone zone) throws Exception {
    Program.Outcome outcome =
        Peers.require("named-checkzone")
            .run(TestZone.folder(), "-i", "none", "-k", "ignore", zone.origin(), path(zone));
    assertVerdict(zone, "named-checkzone", outcome);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void knotReadsTheZonesThatAreZones(TestZone zone) throws Exception {
    Program.Outcome outcome =
        Peers.require("kzonecheck").run(TestZone.folder(), "-o", zone.origin(), path(zone));
    assertVerdict(zone, "kzonecheck", outcome);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void ldnsReadsTheZonesThatAreZones(TestZone zone) throws Exception {
    Program.Outcome outcome = Peers.require("ldns-read-zone").run(TestZone.folder(), path(zone));
    // ldns checks no semantics: it accepts some files that are no zones.
    if (zone.isValid()) {
      assertVerdict(zone, "ldns-read-zone", outcome);
    }
  }

  private static String path(TestZone zone) {
    return zone.file().getFileName().toString();
  }

  private static void assertVerdict(TestZone zone, String peer, Program.Outcome outcome) {
    boolean expected = zone.isValid() && !zone.isRefusedBy(peer);
    assertThat(outcome.exitCode() == 0).as("%s", outcome).isEqualTo(expected);
  }
}
