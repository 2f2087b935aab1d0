package org.offlinesign.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.record.RecordType;
import org.offlinesign.testing.Peers;

/** Zones signed by the timing of keys in the midst of rollovers, in the eyes of others. */
class SmartRolloverTest {
  private static final String ZONE = "example.com";
  private static final String RECORDS =
      """
      $TTL 3600
      @    SOA ns hostmaster 1 10800 3600 604800 300
           NS  ns
      ns   A   192.0.2.1
      a.b  TXT "below an empty non-terminal"
      sub  NS  ns.sub
      ns.sub A 192.0.2.3
      """;

  @TempDir Path folder;

  private KeyOwner owner;

  @BeforeEach
  void startWithAnUnsignedZone() throws Exception {
    owner = new KeyOwner(folder);
    Files.writeString(owner.file("db"), RECORDS);
    owner.makeKeys(ZONE);
  }

  private void makeCurveKey(String name, String... more) {
    List<String> line = new ArrayList<>(List.of("genkey", "--zone", ZONE, "--alg", "13"));
    line.addAll(List.of("--friendlyname", name));
    line.addAll(List.of(more));
    owner.succeed(line);
  }

  private void settime(String key, String... options) {
    List<String> line = new ArrayList<>(List.of("settime", key));
    line.addAll(List.of(options));
    owner.succeed(line);
  }

  private ZoneContent signed() throws Exception {
    String[] bind = {"dnssec-verify", "-o", ZONE};
    String[] ldns = {"ldns-verify-zone"};
    String[] knot = {"kzonecheck", "-d", "on", "-o", ZONE};
    return signed(List.of(bind, ldns, knot));
  }

  /** Leaves kzonecheck out: of several keys it never takes one with the SEP flag for a ZSK. */
  private ZoneContent signedByKsksAlone() throws Exception {
    // BIND asks for a ZSK of each algorithm unless it is told not to look at the flags.
    String[] bind = {"dnssec-verify", "-z", "-o", ZONE};
    String[] ldns = {"ldns-verify-zone"};
    return signed(List.of(bind, ldns));
  }

  /** Signs with both kinds of chain, and has others look at the zones. */
  private ZoneContent signed(List<String[]> verifiers) throws Exception {
    Path output = owner.file("db.signed");
    for (String denial : List.of("--nsec3", "--nsec")) {
      List<String> line = new ArrayList<>(List.of("signzone", "--zone", ZONE, "--smart", denial));
      line.addAll(List.of("--input", owner.file("db").toString()));
      line.addAll(List.of("--output", output.toString()));
      owner.succeed(line);
      owner.succeed(List.of("verifyzone", "--zone", ZONE, output.toString()));
      for (String[] verifier : verifiers) {
        List<String> arguments = new ArrayList<>(List.of(verifier).subList(1, verifier.length));
        arguments.add(output.toString());
        Peers.require(verifier[0]).run(folder, new byte[0], arguments).orFail();
      }
    }
    return ZoneContent.read(output, ZONE);
  }

  private static void assertCounts(ZoneContent zone, int published, int signing) throws Exception {
    assertThat(zone.publishedTags()).hasSize(published);
    assertThat(zone.tagsSigning(RecordType.TXT)).hasSize(signing);
  }

  @Test
  void rfc6781_4_1_4_eachStepOfAChangeOfAlgorithmIsAccepted() throws Exception {
    Set<Integer> old = signed().publishedTags();
    makeCurveKey("newKSK", "--flags", "KSK");
    makeCurveKey("newZSK");
    settime("newKSK", "--publish", "undecided", "--activate", "undecided");
    settime("newZSK", "--publish", "undecided", "--activate", "now");
    ZoneContent signatures = signed();
    assertCounts(signatures, 2, 2);
    assertThat(signatures.publishedTags()).isEqualTo(old);

    settime("newKSK", "--publish", "now", "--activate", "now");
    settime("newZSK", "--publish", "now");
    assertCounts(signed(), 4, 2);

    settime("KSK-" + ZONE, "--inactive", "now", "--delete", "now");
    settime("ZSK-" + ZONE, "--inactive", "undecided", "--delete", "now");
    ZoneContent withdrawn = signed();
    assertCounts(withdrawn, 2, 2);
    assertThat(withdrawn.publishedTags()).doesNotContainAnyElementsOf(old);

    settime("ZSK-" + ZONE, "--inactive", "now");
    assertCounts(signed(), 2, 1);
  }

  @Test
  void rfc6781_4_1_4_aKeyThatDoesEverythingCanChangeItsAlgorithm() throws Exception {
    settime("ZSK-" + ZONE, "--delete", "now", "--force");
    assertCounts(signedByKsksAlone(), 1, 1);
    makeCurveKey("new", "--flags", "KSK");
    settime("new", "--publish", "undecided", "--activate", "now");
    assertCounts(signedByKsksAlone(), 1, 2);
    settime("new", "--publish", "now");
    assertCounts(signedByKsksAlone(), 2, 2);
    settime("KSK-" + ZONE, "--inactive", "undecided", "--delete", "now");
    assertCounts(signedByKsksAlone(), 1, 2);
    settime("KSK-" + ZONE, "--inactive", "now");
    assertCounts(signedByKsksAlone(), 1, 1);
  }

  @Test
  void rfc5011_2_1_aZoneWithARevokedKeyIsAccepted() throws Exception {
    owner.makeKey(ZONE, "KSK2", "--flags", "KSK");
    Set<Integer> before = signed().publishedTags();
    settime("KSK-" + ZONE, "--revoke", "now");
    ZoneContent revoked = signed();
    // A revoked key has another tag, which signs the DNSKEY RRset that says so.
    assertThat(revoked.publishedTags()).hasSize(3).isNotEqualTo(before);
    assertThat(revoked.tagsSigning(RecordType.DNSKEY)).isEqualTo(revoked.publishedTags());
    assertThat(ZoneContent.read(owner.file("dsset-" + ZONE), ZONE).handedOverTags())
        .hasSize(1)
        .isSubsetOf(before);
    settime("KSK-" + ZONE, "--delete", "now");
    assertCounts(signed(), 2, 1);
  }
}
