package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Dnskey;

/** The DNSKEY RRset and the part that each of its keys has. */
class KeySetTest {
  @Test
  void rfc5011_2_1_aRevokedKeySignsNothingButTheDnskeySet() {
    SigningKey revoked = ExampleZone.withFlags(ExampleZone.OTHER, Dnskey.ZONE_KEY | Dnskey.REVOKE);
    ZoneText zone = ExampleSigner.of(ExampleZone.KEY, revoked).sign(ExampleZone.TEXT);
    assertThat(zone.codes()).containsOnly(FindingCode.RRSIG_KEY_REVOKED).hasSize(14);
    assertThat(zone.without("RRSIG DNSKEY 13 ").codes())
        .contains(FindingCode.DNSKEY_REVOCATION_UNSIGNED);

    ZoneText selfSigned =
        zone.without("RRSIG A 13 ")
            .without("RRSIG NS 13 ")
            .without("RRSIG SOA 13 ")
            .without("RRSIG NSEC 13 ")
            .without("RRSIG DS 13 ")
            .without("RRSIG TXT 13 ")
            .without("RRSIG DNAME 13 ");
    assertThat(selfSigned.findings()).isEmpty();
    assertThat(selfSigned.mapping(ExampleZone::flipSignature, "RRSIG DNSKEY 13 ").codes())
        .containsExactly(FindingCode.RRSIG_INVALID, FindingCode.DNSKEY_REVOCATION_UNSIGNED);
  }

  @Test
  void rfc4034_2_1_1_aKeyThatIsNoZoneKeySignsNothing() {
    Dnskey zoneKey = ExampleSigner.dnskey(ExampleZone.OTHER);
    Dnskey noZoneKey = new Dnskey(0, 3, zoneKey.algorithm(), zoneKey.publicKey());
    ZoneText zone =
        ExampleSigner.of(ExampleZone.KEY, ExampleZone.OTHER)
            .publishing(ExampleSigner.dnskey(ExampleZone.KEY), noZoneKey)
            .sign(ExampleZone.TEXT)
            .replacing(" " + zoneKey.keyTag() + " ", " " + noZoneKey.keyTag() + " ", " 13 ");
    assertThat(zone.codes())
        .containsOnly(FindingCode.DNSKEY_NOT_ZONE_KEY, FindingCode.RRSIG_KEY_NOT_ZONE)
        .hasSize(16);
  }

  @Test
  void rfc4034_2_1_2_aKeyOfAnotherProtocolIsFound() {
    Dnskey good = ExampleSigner.dnskey(ExampleZone.OTHER);
    Dnskey bad = new Dnskey(good.flags(), 2, good.algorithm(), good.publicKey());
    ZoneText zone =
        ExampleZone.SIGNER
            .publishing(ExampleSigner.dnskey(ExampleZone.KEY), bad)
            .sign(ExampleZone.TEXT);
    assertThat(zone.codes()).containsExactly(FindingCode.DNSKEY_PROTOCOL);
  }

  @Test
  void aKeyThatIsNoKeyIsAWarningUnlessItIsNeeded() {
    Dnskey malformed = new Dnskey(Dnskey.ZONE_KEY, 3, 8, new byte[] {1});
    ZoneText zone =
        ExampleZone.SIGNER
            .publishing(ExampleSigner.dnskey(ExampleZone.KEY), malformed)
            .sign(ExampleZone.TEXT);
    assertThat(zone.codes()).containsExactly(FindingCode.DNSKEY_UNUSABLE);

    assertThat(ExampleZone.SIGNER.publishing(malformed).sign(ExampleZone.TEXT).codes())
        .contains(FindingCode.DNSKEY_UNUSABLE, FindingCode.RRSIG_MISSING);
  }

  @Test
  void rfc6840_5_11_aKeyWhoseAlgorithmSignsNothingIsAWarning() {
    ZoneText zone =
        ExampleZone.SIGNER
            .publishing(
                ExampleSigner.dnskey(ExampleZone.KEY), ExampleSigner.dnskey(ExampleZone.OTHER))
            .sign(ExampleZone.TEXT);
    assertThat(zone.codes()).containsExactly(FindingCode.ALGORITHM_UNUSED);
  }

  @Test
  void rfc4035_5_2_theKeyThatTheParentNamesMustSignTheDnskeySet() {
    SigningKey ksk =
        ExampleZone.withFlags(
            ExampleSigner.newKey(Algorithm.RSASHA256), Dnskey.ZONE_KEY | Dnskey.SEP);
    String tag = " " + ExampleSigner.dnskey(ksk).keyTag() + " ";
    ZoneText zone = ExampleSigner.of(ExampleZone.KEY, ksk).sign(ExampleZone.TEXT);
    assertThat(zone.findings()).isEmpty();
    assertThat(zone.without("RRSIG DNSKEY ", tag).codes())
        .containsExactly(FindingCode.ENTRY_POINT_UNUSED);

    SigningKey standby =
        ExampleZone.withFlags(
            ExampleSigner.newKey(Algorithm.RSASHA256), Dnskey.ZONE_KEY | Dnskey.SEP);
    ZoneText prepublished =
        ExampleSigner.of(ExampleZone.KEY, ksk)
            .publishing(
                ExampleSigner.dnskey(ExampleZone.KEY),
                ExampleSigner.dnskey(ksk),
                ExampleSigner.dnskey(standby))
            .sign(ExampleZone.TEXT);
    assertThat(prepublished.findings()).isEmpty();
  }

  @Test
  void rfc5011_2_1_aZoneNeedsAKeyThatIsNotRevoked() {
    SigningKey revoked = ExampleZone.withFlags(ExampleZone.OTHER, Dnskey.ZONE_KEY | Dnskey.REVOKE);
    assertThat(ExampleSigner.of(revoked).sign(ExampleZone.TEXT).codes())
        .contains(FindingCode.DNSKEY_MISSING);
  }

  @Test
  void anAlgorithmThatIsNotSupportedIsReportedAndNotAskedFor() {
    Dnskey unknown = new Dnskey(Dnskey.ZONE_KEY, 3, 200, new byte[64]);
    ZoneText zone =
        ExampleZone.SIGNER
            .publishing(ExampleSigner.dnskey(ExampleZone.KEY), unknown)
            .sign(ExampleZone.TEXT);
    VerificationReport report = ZoneText.verify(zone.request());

    assertThat(report.counts()).containsOnlyKeys(FindingCode.ALGORITHM_UNSUPPORTED);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void signaturesThatNobodyCanVerifyMustStillBeThere() {
    Dnskey unknown = new Dnskey(Dnskey.ZONE_KEY, 3, 200, new byte[64]);
    ZoneText zone =
        ExampleZone.SIGNED
            .without("DNSKEY 256 ")
            .with("example. 3600 IN DNSKEY " + unknown)
            .mapping(
                line ->
                    line.replace(ExampleZone.TAG, " " + unknown.keyTag() + " ")
                        .replaceAll(" 8 (\\d 3600|\\d 900) ", " 200 $1 "),
                "RRSIG");
    VerificationReport report = ZoneText.verify(zone.request());
    assertThat(report.counts())
        .containsOnlyKeys(
            FindingCode.ALGORITHM_UNSUPPORTED, FindingCode.ALGORITHMS_ALL_UNSUPPORTED);
    assertThat(report.figures().unverifiableSignatures()).isEqualTo(15);

    assertThat(zone.without("RRSIG DNAME").codes())
        .containsExactly(
            FindingCode.ALGORITHM_UNSUPPORTED,
            FindingCode.ALGORITHMS_ALL_UNSUPPORTED,
            FindingCode.RRSIG_MISSING);
  }

  @Test
  void rfc4034_appendixB_keysOfOneTagAreAllTried() {
    Dnskey good = ExampleSigner.dnskey(ExampleZone.KEY);
    Dnskey twin = sameTag(good);
    assertThat(twin.keyTag()).isEqualTo(good.keyTag());
    ZoneText zone = ExampleZone.SIGNER.publishing(good, twin).sign(ExampleZone.TEXT);
    VerificationReport report = ZoneText.verify(zone.request());

    assertThat(report.counts()).containsOnlyKeys(FindingCode.DNSKEY_TAG_COLLISION);
    assertThat(report.isValid()).isTrue();
  }

  private static Dnskey sameTag(Dnskey key) {
    byte[] octets = key.publicKey();
    int at = 20;
    while (octets[at] == octets[at + 2]) {
      at += 2;
    }
    byte octet = octets[at];
    octets[at] = octets[at + 2];
    octets[at + 2] = octet;
    return new Dnskey(key.flags(), key.protocol(), key.algorithm(), octets);
  }

  @Test
  void rfc4035_2_1_dnskeyBelongsToTheApex() {
    String stray = "a.example. 3600 IN DNSKEY " + ExampleSigner.dnskey(ExampleZone.OTHER);
    String changed =
        ExampleZone.unsigned()
            .replacing("A RRSIG NSEC", "A RRSIG NSEC DNSKEY", "a.example. 900")
            .toString();
    assertThat(ExampleZone.SIGNER.sign(changed + "\n" + stray).codes())
        .containsExactly(FindingCode.DNSKEY_NOT_AT_APEX);
  }

  @Test
  void aZoneWithoutKeysIsNotSigned() {
    VerificationReport report = ZoneText.verify(ExampleZone.unsigned().request());
    assertThat(report.counts()).containsOnlyKeys(FindingCode.DNSKEY_MISSING);
    assertThat(report.isValid()).isFalse();
  }
}
