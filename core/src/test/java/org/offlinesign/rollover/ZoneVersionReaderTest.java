package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.KeyId;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

class ZoneVersionReaderTest {
  private static final DnsName ZONE = DnsName.of("example.");
  private static final KeyId OLD = new KeyId(11, 13);
  private static final KeyId NEW = new KeyId(22, 13);

  @TempDir private Path folder;

  @Test
  void rrsetsAreGroupedByTheirSignersInWhateverOrderTheyStand() throws Exception {
    ZoneVersion version =
        read(rrsig("b", "A", 7200, "20270101000000", 22)
                + rrsig("a", "A", 600, "20270105000000", 11)
                + "a 600 A 192.0.2.1\n"
                + rrsig("@", "SOA", 3600, "20270103000000", 11)
                + "b 7200 A 192.0.2.2\n"
                + "@ 3600 SOA ns admin 7 1200 300 604800 60\n")
            .version();
    assertThat(version.label()).isEqualTo("test.zone");
    assertThat(version.data())
        .extracting(SignedGroup::signers, SignedGroup::largestTtl, SignedGroup::example)
        .containsExactly(
            tuple(Set.of(OLD), Duration.ofHours(1), "example. SOA"),
            tuple(Set.of(NEW), Duration.ofHours(2), "b.example. A"));
    // The group is in force as a whole until the first of its signatures expires.
    assertThat(version.data().get(0).signatures())
        .extracting(SignatureSpan::expiration)
        .containsExactly(
            Instant.parse("2027-01-03T00:00:00Z"), Instant.parse("2027-01-05T00:00:00Z"));
  }

  @Test
  void theDnskeyRrsetStandsApartWithItsOwnSignatures() throws Exception {
    KeyRrset keys =
        read("@ 3600 SOA ns admin 7 1200 300 604800 60\n"
                + "@ 900 DNSKEY 257 3 13 "
                + "AAAA".repeat(21)
                + "AA==\n"
                + rrsig("@", "DNSKEY", 900, "20270101000000", 11))
            .version()
            .keys();
    assertThat(keys.keys()).hasSize(1);
    assertThat(keys.ttl()).isEqualTo(Duration.ofMinutes(15));
    assertThat(keys.signatures())
        .containsExactly(
            new SignatureSpan(
                OLD, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")));
  }

  @Test
  void whatNobodySignsInASignedZoneIsLeftOutAndWhatIsMerelyUnsignedIsNot() throws Exception {
    ZoneVersion version =
        read("@ 3600 SOA ns admin 7 1200 300 604800 60\n"
                + rrsig("@", "SOA", 3600, "20270101000000", 11)
                + "sub 86400 NS ns.sub\n"
                + "ns.sub 86400 A 192.0.2.3\n"
                + "forgotten 300 A 192.0.2.4\n")
            .version();
    assertThat(version.data())
        .extracting(SignedGroup::signers, SignedGroup::example)
        .containsExactly(
            tuple(Set.of(OLD), "example. SOA"), tuple(Set.of(), "forgotten.example. A"));
  }

  @Test
  void anUnsignedZoneHasNoKeysForTheTimeThatTheirAbsenceIsCached() throws Exception {
    ReadZone zone = read("@ 3600 SOA ns admin 7 1200 300 604800 60\na 600 A 192.0.2.1\n");
    assertThat(zone.version().keys()).isEqualTo(KeyRrset.none(Duration.ofMinutes(1)));
    assertThat(zone.propagation()).isEqualTo(Duration.ofMinutes(25));
    assertThat(zone.negativeTtl()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aFileOfAnotherZoneIsRefused() {
    assertThatThrownBy(() -> read("other.test. 3600 SOA ns admin 7 1200 300 604800 60\n"))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("other.test.");
  }

  private ReadZone read(String text) throws Exception {
    ZoneFileSource source =
        ZoneFileSource.of(
            "test.zone", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return new ZoneVersionReader(Budgets.in(folder))
        .read(source, ZoneFileOptions.builder(ZONE).build());
  }

  /** Returns a signature; nothing is really signed. */
  private static String rrsig(String owner, String type, int ttl, String expiration, int tag) {
    return "%s %d RRSIG %s 13 1 %d %s 20260101000000 %d example. %s\n"
        .formatted(owner, ttl, type, ttl, expiration, tag, "AAAA".repeat(21) + "AA==");
  }
}
