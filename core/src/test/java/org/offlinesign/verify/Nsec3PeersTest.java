package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** Chains of NSEC3 records, good and broken, in the eyes of BIND, ldns and Knot. */
class Nsec3PeersTest {
  private static final int GOOD_ZONES = 10;
  private static final int BROKEN_ZONES = 4;
  private static final long HOUR = 3600;

  @TempDir Path folder;

  private Path file;
  private ExampleSigner signer;

  /** A program, and the arguments that make it verify the zone in a folder. */
  private record Peer(Program program, List<String> arguments) {
    static Peer of(String name, String... arguments) {
      return new Peer(Peers.require(name), List.of(arguments));
    }

    boolean accepts(Path folder) throws IOException, InterruptedException {
      return program.run(folder, arguments.toArray(String[]::new)).exitCode() == 0;
    }
  }

  private static List<Peer> peers() {
    return List.of(
        Peer.of("dnssec-verify", "-z", "-o", "example", "zone"),
        Peer.of("ldns-verify-zone", "zone"),
        Peer.of("kzonecheck", "-d", "on", "-o", "example", "zone"));
  }

  @BeforeEach
  void makeKey() throws UnusableKeyException {
    file = folder.resolve("zone");
    long now = Instant.now().getEpochSecond();
    signer =
        ExampleSigner.of(ExampleZone.withFlags(ExampleZone.KEY, Dnskey.ZONE_KEY | Dnskey.SEP))
            .from(now - HOUR, now + HOUR);
  }

  private VerificationReport write(List<String> lines) throws IOException {
    ZoneText zone = signer.sign(String.join("\n", lines));
    Files.writeString(file, zone + "\n", StandardCharsets.ISO_8859_1);
    return ZoneText.verify(zone.request().at(Instant.now()));
  }

  @Test
  void goodChainsAreGoodForAll() throws Exception {
    List<Peer> peers = peers();
    for (int seed = 0; seed < GOOD_ZONES; seed++) {
      List<String> lines = RandomZone.of(new Random(seed)).lines();
      assertThat(write(lines).isValid()).isTrue();
      for (Peer peer : peers) {
        assertThat(peer.accepts(folder)).as(peer + "\n" + String.join("\n", lines)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneOfThemRefusesIsFound(ChainDefect defect) throws Exception {
    List<Peer> peers = peers();
    List<String> missed = new ArrayList<>();
    int refused = 0;
    for (int seed = 0; seed < BROKEN_ZONES; seed++) {
      Random random = new Random(seed);
      VerificationReport report = write(RandomZone.of(random).with(defect, random));
      for (Peer peer : peers) {
        if (!peer.accepts(folder)) {
          refused++;
          if (report.isValid()) {
            missed.add(peer + ", seed " + seed);
          }
        }
      }
    }
    assertThat(missed).isEmpty();
    // No single program finds all; two find most.
    assertThat(refused).isGreaterThanOrEqualTo(2 * BROKEN_ZONES);
  }
}
