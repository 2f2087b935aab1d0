package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Dnskey;

/** Zones that are made so that verifying them takes forever (CVE-2023-50387, CVE-2023-50868). */
class VerificationWorkTest {
  private static final SigningKey ED25519 = ExampleSigner.newKey(Algorithm.ED25519);

  /** Returns a key and others with its tag, which is a sum of pairs of octets. */
  private static List<Dnskey> colliding(Dnskey key, int count) {
    List<Dnskey> keys = new ArrayList<>(List.of(key));
    for (int i = 1; i < count; i++) {
      keys.addAll(colliding(key, i, 22 + 2 * i));
    }
    return keys;
  }

  /** Returns a key that has more in one octet and less in another, if its tag is the same. */
  private static List<Dnskey> colliding(Dnskey key, int more, int at) {
    byte[] octets = key.publicKey();
    octets[20] += (byte) more;
    octets[at] -= (byte) more;
    Dnskey other = new Dnskey(key.flags(), key.protocol(), key.algorithm(), octets);
    return other.keyTag() == key.keyTag() ? List.of(other) : List.of();
  }

  @Test
  void cve202350387_keysOfOneTagAreTriedAFewTimes() {
    Dnskey key = ExampleSigner.dnskey(ExampleZone.KEY);
    List<Dnskey> keys = colliding(key, 100);
    assertThat(keys).hasSizeGreaterThan(20);
    ZoneText zone =
        ExampleZone.SIGNER.publishing(keys.toArray(Dnskey[]::new)).sign(ExampleZone.TEXT);
    String good =
        zone.lines().stream()
            .filter(line -> line.startsWith("a.example.") && line.contains("RRSIG A "))
            .findFirst()
            .orElseThrow();
    zone = zone.without("a.example.", "RRSIG A ");
    int at = good.lastIndexOf(' ') + 1;
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      zone = zone.with(good.substring(0, at) + letter + "a" + good.substring(at + 2));
    }
    List<Finding> findings = zone.findings();
    // Other RRsets may have one each, if four of the keys come before the one that signs.
    assertThat(findings)
        .filteredOn(finding -> finding.code() == FindingCode.RRSIG_UNCHECKED)
        .extracting(Finding::message)
        .contains(
            "26 signatures were not looked at, or not with every key: keys of an algorithm are"
                + " tried at most 64 times, 16 times in vain, and 4 of one tag");
    assertThat(findings)
        .filteredOn(finding -> finding.code() == FindingCode.RRSIG_MISSING)
        .filteredOn(finding -> finding.owner().toString().equals("a.example."))
        .extracting(Finding::message)
        .contains(
            "expected a valid signature of A by RSASHA256 but found none among those that could"
                + " be checked");
  }

  @Test
  void aSignatureByTheFifthKeyOfATagIsUncheckedAndNotInvalid() {
    Dnskey key = ExampleSigner.dnskey(ExampleZone.KEY);
    List<Dnskey> keys = new ArrayList<>(List.of(key));
    for (int at = 22; keys.size() < 5; at += 2) {
      // A lower octet comes before the key's in the RRset.
      keys.addAll(colliding(key, -1, at));
    }
    ZoneText zone =
        ExampleZone.SIGNER.publishing(keys.toArray(Dnskey[]::new)).sign(ExampleZone.TEXT);
    assertThat(ZoneText.verify(zone.request()).counts())
        .doesNotContainKey(FindingCode.RRSIG_INVALID)
        .containsKey(FindingCode.RRSIG_UNCHECKED);
  }

  @Test
  void signaturesByOneAlgorithmLeaveTheOthersTheirTrials() {
    List<SigningKey> keys = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      keys.add(ExampleSigner.newKey(Algorithm.ECDSAP256SHA256));
    }
    keys.add(ED25519);
    ZoneText zone = ExampleSigner.of(keys.toArray(SigningKey[]::new)).sign(ExampleZone.TEXT);
    assertThat(ZoneText.verify(zone.request()).counts())
        .containsKey(FindingCode.RRSIG_UNCHECKED)
        .doesNotContainKey(FindingCode.RRSIG_MISSING);
  }

  @Test
  void signaturesThatVerifyAreNotAllLookedAtEither() {
    ZoneText zone = ExampleSigner.of(ED25519).sign(ExampleZone.TEXT);
    for (int i = 1; i < 70; i++) {
      long inception = ExampleSigner.INCEPTION + i;
      String again =
          ExampleSigner.of(ED25519)
              .from(inception, ExampleSigner.EXPIRATION)
              .sign(ExampleZone.TEXT)
              .lines()
              .stream()
              .filter(line -> line.startsWith("a.example.") && line.contains("RRSIG A "))
              .findFirst()
              .orElseThrow();
      zone = zone.with(again);
    }
    assertThat(zone.findings())
        .filteredOn(finding -> finding.code().kind() != FindingKind.ADVICE)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.RRSIG_UNCHECKED);
              assertThat(finding.message()).startsWith("6 signatures were not looked at");
            });
  }

  @Test
  void someKeysOfManyAreLookedAt() {
    Dnskey key = ExampleSigner.dnskey(ED25519);
    List<Dnskey> keys = new ArrayList<>(List.of(key));
    for (int i = 0; i < 300; i++) {
      keys.add(new Dnskey(Dnskey.ZONE_KEY, 3, 200, new byte[] {(byte) (i >> 8), (byte) i}));
    }
    ZoneText zone =
        ExampleSigner.of(ED25519).publishing(keys.toArray(Dnskey[]::new)).sign(ExampleZone.TEXT);
    VerificationReport report = ZoneText.verify(zone.request());
    assertThat(report.counts())
        .containsEntry(FindingCode.DNSKEY_UNCHECKED, 1L)
        .containsEntry(FindingCode.ALGORITHM_UNSUPPORTED, 127L);
    assertThat(report.isValid()).isFalse();
    assertThat(report.keys()).hasSize(128);
  }

  @Test
  void cve202350868_namesAreHashedForAFewChains() {
    StringBuilder text = new StringBuilder(ExampleZone.TEXT);
    for (int salt = 10; salt < 40; salt++) {
      text.append("example. 0 IN NSEC3PARAM 1 0 0 ").append(salt).append('\n');
    }
    VerificationReport report =
        ZoneText.verify(ExampleSigner.of(ED25519).sign(text.toString()).request());
    assertThat(report.counts())
        .containsEntry(FindingCode.NSEC3_UNCHECKED, 22L)
        .containsEntry(FindingCode.NSEC3_CHAIN_MISSING, 8L);
  }

  @Test
  void cve202350868_namesAreNotHashedTooOften() {
    ZoneText chain = Nsec3Text.of(Nsec3Text.parameters(65535, "-")).zone();
    VerificationReport report =
        ZoneText.verify(ExampleSigner.of(ED25519).sign(chain.toString()).request());
    assertThat(report.counts().keySet())
        .containsExactlyInAnyOrder(
            FindingCode.NSEC3_UNCHECKED, FindingCode.NSEC3_ITERATIONS_EXCESSIVE);
    assertThat(report.findings())
        .filteredOn(finding -> finding.code() == FindingCode.NSEC3_UNCHECKED)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "expected at most 8 chains of at most 500 additional iterations; the names"
                            + " were not hashed for this one, with 65535"));
  }

  @Test
  void cve202350868_namesAreNotHashedTooOftenWithoutNsec3ParamEither() {
    ZoneText chain =
        Nsec3Text.of(Nsec3Text.parameters(65535, "-")).zone().without(" NSEC3PARAM 1 ");
    VerificationReport report =
        ZoneText.verify(ExampleSigner.of(ED25519).sign(chain.toString()).request());
    assertThat(report.counts().keySet())
        .containsExactlyInAnyOrder(FindingCode.NSEC3_UNCHECKED, FindingCode.NSEC3PARAM_MISSING);
  }
}
