package org.offlinesign.cli.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** Other programs accept what {@code signzone} makes of the zones in {@code testzones/}. */
class PeerAcceptanceTest {
  // A program that does not know a type by name cannot read it, signed or not.
  private static final String NEW_TYPES = "newtypes.example.zone";
  private static final String RARE_TYPES = "raretypes.example.zone";

  private static final Map<String, Set<String>> REFUSED =
      Map.of(
          "dnssec-verify",
          Set.of(NEW_TYPES),
          "named-checkzone",
          Set.of(NEW_TYPES),
          "kzonecheck",
          // RFC 6672 §2.4 lets data stand below a DNAME; Knot calls it an error in any zone.
          // It sorts names with the octet 0 in another order than RFC 4034 §6.1.
          Set.of(NEW_TYPES, RARE_TYPES, "below-dname.example.zone", "nul-names.example.zone"),
          "ldns-verify-zone",
          // ldns refuses the longest name when all of its octets are escaped, and reads an escaped
          // alpn
          // list (RFC 9460 appendix A) as other octets than the rest.
          Set.of(NEW_TYPES, RARE_TYPES, "odd-names.example.zone", "svcb.example.zone"));

  @TempDir Path folder;

  static List<TestZone> zones() throws IOException {
    return TestZone.valid();
  }

  @ParameterizedTest
  @MethodSource("zones")
  void everyPeerAcceptsTheSignedZoneUnlessItIsKnownNotTo(TestZone zone) throws Exception {
    KeyOwner owner = new KeyOwner(folder);
    owner.makeKeys(zone.origin());
    String signed = owner.sign(zone.file(), zone.origin()).toString();
    SoftAssertions softly = new SoftAssertions();
    for (List<String> command : commands(zone.origin(), signed)) {
      Program.Outcome outcome =
          Peers.require(command.get(0))
              .run(folder, new byte[0], command.subList(1, command.size()));
      softly
          .assertThat(outcome.exitCode() != 0)
          .as("%s", outcome)
          .isEqualTo(REFUSED.get(command.get(0)).contains(zone.toString()));
    }
    softly.assertAll();
  }

  private static List<List<String>> commands(String origin, String signed) {
    return List.of(
        List.of("dnssec-verify", "-o", origin, signed),
        List.of("ldns-verify-zone", "-V", "2", signed),
        List.of("kzonecheck", "-d", "on", "-o", origin, signed),
        List.of("named-checkzone", "-i", "none", "-k", "ignore", origin, signed));
  }
}
