package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;

/** How long a zone stays valid, and what ends first. */
class ValidityHorizonTest {
  private static final long START = ExampleSigner.INCEPTION;
  private static final long END = ExampleSigner.EXPIRATION;

  private static ValidityHorizon horizon(ZoneText zone, long at) {
    return report(zone, at).horizon().orElseThrow();
  }

  private static VerificationReport report(ZoneText zone, long at) {
    return ZoneText.verify(zone.request().at(Instant.ofEpochSecond(at)));
  }

  private static List<FindingCode> codesUntil(ZoneText zone, long at, long until) {
    VerificationRequest.Builder request =
        zone.request().at(Instant.ofEpochSecond(at)).until(Instant.ofEpochSecond(until));
    return ZoneText.verify(request).findings().stream().map(Finding::code).toList();
  }

  /** Returns the zone with the signatures of one RRset replaced by those of other times. */
  private static ZoneText with(ZoneText zone, String rrset, long... times) {
    ZoneText changed = zone.without("a.example.", rrset);
    for (int i = 0; i < times.length; i += 2) {
      ZoneText other = ExampleZone.SIGNER.from(times[i], times[i + 1]).sign(ExampleZone.TEXT);
      for (String line : other.lines()) {
        changed = line.contains(rrset) && line.startsWith("a.ex") ? changed.with(line) : changed;
      }
    }
    return changed;
  }

  @Test
  void rfc4035_5_3_1_theZoneIsValidThroughTheLastSecondOfItsSignatures() {
    ValidityHorizon horizon = horizon(ExampleZone.SIGNED, START);
    assertThat(horizon.validUntil()).isEqualTo(Instant.ofEpochSecond(END));
    assertThat(horizon.bogusFrom()).isEqualTo(Instant.ofEpochSecond(END + 1));
    assertThat(report(ExampleZone.SIGNED, END).isValid()).isTrue();
    assertThat(report(ExampleZone.SIGNED, END + 1).isValid()).isFalse();
  }

  @Test
  void theRrsetThatExpiresFirstIsNamedWithItsSignature() {
    ZoneText zone = with(ExampleZone.SIGNED, "RRSIG A ", START, END - 5000);
    ValidityHorizon horizon = horizon(zone, START + 1);

    assertThat(horizon.validUntil()).isEqualTo(Instant.ofEpochSecond(END - 5000));
    assertThat(horizon.owner()).isEqualTo(DnsName.of("a.example"));
    assertThat(horizon.type()).isEqualTo(RecordType.A);
    assertThat(horizon.algorithm()).isEqualTo(8);
    assertThat(horizon.keyTag()).isEqualTo(ExampleSigner.dnskey(ExampleZone.KEY).keyTag());
    assertThat(zone.lines().get(horizon.place().line() - 1)).startsWith("a.example. 3600 IN RRSIG");
    assertThat(report(zone, END - 5000).isValid()).isTrue();
    assertThat(report(zone, END - 4999).isValid()).isFalse();
  }

  @Test
  void aSecondSignatureProlongsTheTimeIfItBeginsBeforeTheFirstEnds() {
    ZoneText touching = with(ExampleZone.SIGNED, "RRSIG A ", START, END - 5000, END - 4999, END);
    assertThat(horizon(touching, START).validUntil()).isEqualTo(Instant.ofEpochSecond(END));

    ZoneText gap = with(ExampleZone.SIGNED, "RRSIG A ", START, END - 5000, END - 4998, END);
    assertThat(horizon(gap, START).validUntil()).isEqualTo(Instant.ofEpochSecond(END - 5000));
  }

  @Test
  void eachAlgorithmMustLast() {
    ZoneText zone = ExampleSigner.of(ExampleZone.KEY, ExampleZone.OTHER).sign(ExampleZone.TEXT);
    ZoneText early =
        ExampleSigner.of(ExampleZone.KEY, ExampleZone.OTHER)
            .from(START, END - 9)
            .sign(ExampleZone.TEXT);
    String line =
        early.lines().stream().filter(l -> l.contains("RRSIG TXT 13 ")).findFirst().orElseThrow();
    ValidityHorizon horizon = horizon(zone.without("RRSIG TXT 13 ").with(line), START);

    assertThat(horizon.validUntil()).isEqualTo(Instant.ofEpochSecond(END - 9));
    assertThat(horizon.owner()).isEqualTo(DnsName.of("*.w.example"));
    assertThat(horizon.algorithm()).isEqualTo(13);
  }

  @Test
  void whatExpiresBeforeTheTimeAskedForIsAnError() {
    assertThat(codesUntil(ExampleZone.SIGNED, START, END)).isEmpty();
    assertThat(codesUntil(ExampleZone.SIGNED, START, END + 1))
        .containsExactly(FindingCode.VALIDITY_ENDS);
  }

  @Test
  void rfc4034_3_1_5_timesGoOnPast2106() {
    long turn = 1L << 32;
    ZoneText zone = ExampleZone.SIGNER.from(turn - 100, turn + 100).sign(ExampleZone.TEXT);

    assertThat(report(zone, turn - 100).isValid()).isTrue();
    assertThat(report(zone, turn + 100).isValid()).isTrue();
    assertThat(horizon(zone, turn - 50).validUntil()).isEqualTo(Instant.ofEpochSecond(turn + 100));
    assertThat(horizon(zone, turn + 50).validUntil()).isEqualTo(Instant.ofEpochSecond(turn + 100));
    assertThat(report(zone, turn + 101).isValid()).isFalse();
    assertThat(report(zone, turn - 101).isValid()).isFalse();
  }

  @Test
  void withoutATimeThereIsNoHorizon() {
    assertThat(ZoneText.verify(ExampleZone.SIGNED.request()).horizon()).isEmpty();
    assertThatThrownBy(() -> ExampleZone.SIGNED.request().until(Instant.EPOCH).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rfc6781_4_4_1_ttlsAndTheExpireTimeAreToEndBeforeTheSignatures() {
    assertThat(codesAt(END - 1209600)).isEmpty();
    assertThat(codesAt(END - 1209599)).containsExactly(FindingCode.SOA_EXPIRE_LONG);
    assertThat(codesAt(END - 3600)).containsExactly(FindingCode.SOA_EXPIRE_LONG);
    assertThat(codesAt(END - 3599))
        .containsOnly(FindingCode.SOA_EXPIRE_LONG, FindingCode.TTL_LONG)
        .hasSize(9);
    assertThat(report(ExampleZone.SIGNED, END - 10).isValid()).isTrue();
  }

  private static List<FindingCode> codesAt(long at) {
    return report(ExampleZone.SIGNED, at).findings().stream().map(Finding::code).toList();
  }
}
