package org.offlinesign.cli.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** RFC 8976: ldns finds the digests that {@code signzone --zonemd} makes to be right. */
class ZoneDigestTest {
  // What ldns cannot read, signed or not; see PeerAcceptanceTest.
  private static final Set<String> REFUSED =
      Set.of(
          "newtypes.example.zone",
          "raretypes.example.zone",
          "odd-names.example.zone",
          "svcb.example.zone");

  @TempDir Path folder;

  static List<TestZone> zones() throws IOException {
    return TestZone.valid().stream().filter(zone -> !REFUSED.contains(zone.toString())).toList();
  }

  @ParameterizedTest
  @MethodSource("zones")
  void ldnsFindsTheDigestsOfSignedZonesRight(TestZone zone) throws Exception {
    KeyOwner owner = new KeyOwner(folder);
    owner.makeKeys(zone.origin());
    SoftAssertions softly = new SoftAssertions();
    for (String hashes : List.of("sha384", "sha512", "sha384,sha512")) {
      Path signed = owner.sign(zone.file(), zone.origin(), "--zonemd", hashes);
      // With two of these options a valid ZONEMD record and valid signatures are both required.
      Program.Outcome outcome =
          Peers.require("ldns-verify-zone").run(folder, "-V", "2", "-ZZ", signed.toString());
      softly.assertThat(outcome.exitCode()).as("%s: %s", hashes, outcome).isZero();
    }
    softly.assertAll();
  }
}
