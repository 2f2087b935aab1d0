package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/** Whether trust gets into a zone by the anchors that a validator has. */
class TrustAnchorTest {
  private static final SigningKey KSK =
      ExampleZone.newKey(Algorithm.RSASHA256, Dnskey.ZONE_KEY | Dnskey.SEP);
  private static final Dnskey KSK_RECORD = ExampleSigner.dnskey(KSK);
  private static final Dnskey ZSK_RECORD = ExampleSigner.dnskey(ExampleZone.KEY);
  private static final Dnskey STRANGER = ExampleSigner.dnskey(ExampleZone.OTHER);
  private static final String KSK_TAG = " " + KSK_RECORD.keyTag() + " ";

  /** The ZSK signs everything, the KSK all the same. */
  private static final ZoneText ZONE =
      ExampleSigner.of(ExampleZone.KEY, KSK).sign(ExampleZone.TEXT);

  private static Ds ds(Dnskey key, DigestType type) {
    return DsDigest.of(ZoneText.ZONE, key, type);
  }

  private static EntryPoints anchors(Dnskey... keys) {
    return new EntryPoints(ZoneText.ZONE, List.of(keys), List.of());
  }

  private static EntryPoints anchors(Ds... records) {
    return new EntryPoints(ZoneText.ZONE, List.of(), List.of(records));
  }

  private static List<FindingCode> codes(ZoneText zone, EntryPoints anchors) {
    return report(zone, anchors).findings().stream().map(Finding::code).toList();
  }

  private static VerificationReport report(ZoneText zone, EntryPoints anchors) {
    return ZoneText.verify(zone.request().trustAnchors(anchors));
  }

  @Test
  void rfc4035_5_2_anAnchorThatSignsTheDnskeySetLeadsIn() {
    assertThat(codes(ZONE, anchors(KSK_RECORD))).isEmpty();
    assertThat(codes(ZONE, anchors(ds(KSK_RECORD, DigestType.SHA256)))).isEmpty();
    assertThat(codes(ZONE, anchors(ds(ZSK_RECORD, DigestType.SHA384)))).isEmpty();
  }

  @Test
  void rfc4035_5_2_anAnchorThatIsNoKeyOfTheZoneDoesNot() {
    Ds ds = ds(KSK_RECORD, DigestType.SHA256);
    byte[] digest = ds.digest();
    digest[0]++;
    Ds wrong = new Ds(ds.keyTag(), ds.algorithm(), ds.digestType(), digest);
    assertThat(codes(ZONE, anchors(wrong))).containsExactly(FindingCode.TRUST_ANCHOR_UNMATCHED);
    assertThat(report(ZONE, anchors(wrong)).isValid()).isFalse();
  }

  @Test
  void rfc4035_5_2_anAnchorThatDoesNotSignDoesNot() {
    ZoneText zone = ZONE.without("RRSIG DNSKEY ", KSK_TAG);
    assertThat(codes(zone, anchors(KSK_RECORD)))
        .containsExactly(FindingCode.TRUST_ANCHOR_NOT_SIGNING);
    assertThat(codes(zone, anchors(KSK_RECORD, ZSK_RECORD))).isEmpty();
  }

  @Test
  void rfc4035_5_3_1_theAnchorsSignatureMustBeValidNow() {
    long early = ExampleSigner.EXPIRATION - 1000;
    ZoneText expired =
        ExampleSigner.of(ExampleZone.KEY, KSK)
            .from(ExampleSigner.INCEPTION, early)
            .sign(ExampleZone.TEXT);
    String line =
        expired.lines().stream()
            .filter(l -> l.contains("RRSIG DNSKEY ") && l.contains(KSK_TAG))
            .findFirst()
            .orElseThrow();
    ZoneText zone = ZONE.without("RRSIG DNSKEY ", KSK_TAG).with(line);

    VerificationReport before =
        ZoneText.verify(
            zone.request().at(Instant.ofEpochSecond(early)).trustAnchors(anchors(KSK_RECORD)));
    assertThat(before.isValid()).isTrue();
    assertThat(before.horizon().orElseThrow().validUntil()).isEqualTo(Instant.ofEpochSecond(early));
    VerificationReport after =
        ZoneText.verify(
            zone.request().at(Instant.ofEpochSecond(early + 1)).trustAnchors(anchors(KSK_RECORD)));
    assertThat(after.counts())
        .containsKeys(FindingCode.TRUST_ANCHOR_NOT_SIGNING, FindingCode.RRSIG_STALE);
    assertThat(after.isValid()).isFalse();
  }

  @Test
  void rfc6840_5_4_oneValidChainOfSeveralSuffices() {
    ZoneText expired =
        ExampleSigner.of(ExampleZone.KEY, KSK)
            .from(ExampleSigner.INCEPTION, ExampleSigner.EXPIRATION - 1000)
            .sign(ExampleZone.TEXT);
    ZoneText zone = ZONE.without("IN RRSIG ", ExampleZone.TAG);
    for (String line : expired.lines()) {
      if (line.contains("IN RRSIG ") && line.contains(ExampleZone.TAG)) {
        zone = zone.with(line);
      }
    }

    for (EntryPoints anchors : List.of(anchors(KSK_RECORD), anchors(ZSK_RECORD, KSK_RECORD))) {
      VerificationReport report = atTheEnd(zone, anchors);
      assertThat(report.counts()).containsEntry(FindingCode.RRSIG_STALE, 15L);
      assertThat(report.isValid()).isTrue();
    }
    assertThat(atTheEnd(zone, anchors(ZSK_RECORD)).isValid()).isFalse();
    assertThat(atTheEnd(expired, anchors(ZSK_RECORD, KSK_RECORD)).isValid()).isFalse();
  }

  private static VerificationReport atTheEnd(ZoneText zone, EntryPoints anchors) {
    Instant end = Instant.ofEpochSecond(ExampleSigner.EXPIRATION);
    return ZoneText.verify(zone.request().at(end).trustAnchors(anchors));
  }

  @Test
  void rfc6840_6_2_aKeyWithoutTheSepFlagLeadsInAlone() {
    assertThat(ZSK_RECORD.flags()).isEqualTo(Dnskey.ZONE_KEY);
    ZoneText single = ExampleZone.SIGNED;
    for (EntryPoints anchors :
        List.of(anchors(ZSK_RECORD), anchors(ds(ZSK_RECORD, DigestType.SHA256)))) {
      assertThat(codes(single, anchors)).isEmpty();
      assertThat(codes(single.without("RRSIG DNSKEY "), anchors))
          .contains(FindingCode.TRUST_ANCHOR_NOT_SIGNING);
    }
  }

  @Test
  void rfc6840_5_11_eachAlgorithmOfTheAnchorsHasAKeyInTheZone() {
    Ds present = ds(KSK_RECORD, DigestType.SHA256);
    assertThat(codes(ZONE, anchors(present, ds(STRANGER, DigestType.SHA256))))
        .containsExactly(FindingCode.TRUST_ANCHOR_ALGORITHM);
  }

  @Test
  void rfc6840_5_11_eachAlgorithmOfTheAnchorsSignsTheZone() {
    ZoneText zone =
        ExampleSigner.of(ExampleZone.KEY, KSK)
            .publishing(ZSK_RECORD, KSK_RECORD, STRANGER)
            .sign(ExampleZone.TEXT);
    assertThat(codes(zone, anchors(KSK_RECORD))).containsExactly(FindingCode.ALGORITHM_UNUSED);
    assertThat(codes(zone, anchors(KSK_RECORD, STRANGER)))
        .containsOnly(FindingCode.RRSIG_MISSING)
        .hasSize(15);
  }

  @Test
  void rfc6840_5_2_digestsAndAlgorithmsThatAreNotKnownAreIgnored() {
    Ds unknown = new Ds(KSK_RECORD.keyTag(), 8, 200, new byte[32]);
    assertThat(codes(ZONE, anchors(unknown, ds(KSK_RECORD, DigestType.SHA256)))).isEmpty();
    assertThat(codes(ZONE, anchors(unknown))).containsExactly(FindingCode.TRUST_ANCHOR_UNSUPPORTED);
    assertThat(codes(ZONE, anchors(new Ds(1, 200, 2, new byte[32]))))
        .containsExactly(FindingCode.TRUST_ANCHOR_UNSUPPORTED);
  }

  @Test
  void rfc4509_3_sha1IsIgnoredBesideSha256() {
    Ds sha1 = ds(KSK_RECORD, DigestType.SHA1);
    Ds strange = new Ds(KSK_RECORD.keyTag(), 8, 2, new byte[32]);
    assertThat(codes(ZONE, anchors(sha1, strange)))
        .containsExactly(FindingCode.TRUST_ANCHOR_UNMATCHED);
  }

  @Test
  void rfc9905_3_anchorsBySha1AloneAreValidAndNotAccepted() {
    VerificationReport report = report(ZONE, anchors(ds(KSK_RECORD, DigestType.SHA1)));
    assertThat(report.counts()).containsOnlyKeys(FindingCode.TRUST_ANCHOR_SHA1);
    assertThat(report.isValid()).isTrue();
    assertThat(report.acceptedByPolicy()).isFalse();
  }

  @Test
  void rfc5011_2_1_aRevokedAnchorLeadsNowhere() {
    SigningKey revoked = ExampleZone.withFlags(KSK, KSK_RECORD.flags() | Dnskey.REVOKE);
    ZoneText zone = ExampleSigner.of(ExampleZone.KEY, revoked).sign(ExampleZone.TEXT);
    List<FindingCode> codes = codes(zone, anchors(KSK_RECORD));
    assertThat(codes)
        .contains(FindingCode.TRUST_ANCHOR_REVOKED, FindingCode.TRUST_ANCHOR_UNMATCHED);
    assertThat(codes(zone, anchors(KSK_RECORD, ZSK_RECORD)))
        .contains(FindingCode.TRUST_ANCHOR_REVOKED)
        .doesNotContain(FindingCode.TRUST_ANCHOR_UNMATCHED);
  }

  @Test
  void anchorsOfAnotherZoneAreTheCallersMistake() {
    EntryPoints other = new EntryPoints(DnsName.of("test"), List.of(KSK_RECORD), List.of());
    assertThatThrownBy(() -> ZONE.request().trustAnchors(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test.");
  }
}
