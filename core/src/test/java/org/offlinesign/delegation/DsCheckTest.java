package org.offlinesign.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.delegation.DsCheck.Result;
import org.offlinesign.delegation.DsCheck.Verdict;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/** What the owner of a parent zone is told of a child's DS records. */
class DsCheckTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final SigningKey KEY = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
  private static final SigningKey OTHER = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
  private static final SigningKey EDWARDS = ChildApex.newKey(Algorithm.ED25519);

  private static DsCheck check(ChildApex child, Ds... records) {
    return DsCheck.of(List.of(records), child.read(), ChildApex.PROVIDERS, NOW);
  }

  private static ChildApex signed() {
    return new ChildApex(NOW).dnskeys(List.of(KEY, OTHER), KEY);
  }

  private static Result only(DsCheck check) {
    assertThat(check.results()).hasSize(1);
    return check.results().get(0);
  }

  private static Verdict refused(Ds record) {
    DsCheck check = check(signed(), record);
    assertThat(check.belongs()).isFalse();
    return only(check).verdict();
  }

  @Test
  void aRecordOfASigningKeyLeadsIn() {
    DsCheck check = check(signed(), ChildApex.ds(KEY), ChildApex.ds(KEY, DigestType.SHA384));
    assertThat(check.belongs()).isTrue();
    assertThat(check.results()).extracting(Result::verdict).containsOnly(Verdict.LEADS_IN);
    assertThat(check.signersWithoutDs()).isEmpty();
  }

  @Test
  void aRecordOfNoKeyNamesTheKeysThereAre() {
    Ds record = ChildApex.ds(ChildApex.newKey(Algorithm.ED25519));
    assertThat(refused(record)).isEqualTo(Verdict.NO_KEY);
    assertThat(only(check(signed(), record)).words())
        .contains(KEY.facts().keyTag() + " (algorithm 13)");
    assertThat(check(signed(), record).signersWithoutDs()).containsExactly(dnskey(KEY));
  }

  @Test
  void aRecordWithAnotherAlgorithmOrDigestIsNotOfTheKey() {
    Ds right = ChildApex.ds(KEY);
    byte[] digest = right.digest();
    assertThat(refused(new Ds(right.keyTag(), 8, right.digestType(), digest)))
        .isEqualTo(Verdict.OTHER_ALGORITHM);
    assertThat(refused(new Ds(right.keyTag(), right.algorithm(), 250, digest)))
        .isEqualTo(Verdict.UNKNOWN_DIGEST);
    digest[31] ^= 1;
    assertThat(refused(new Ds(right.keyTag(), right.algorithm(), right.digestType(), digest)))
        .isEqualTo(Verdict.WRONG_DIGEST);
  }

  @Test
  void aKeyThatStandsByNeedsOneThatSigns() {
    DsCheck alone = check(signed(), ChildApex.ds(OTHER));
    assertThat(only(alone).verdict()).isEqualTo(Verdict.NOT_SIGNING);
    assertThat(only(alone).words()).endsWith("no signature is by it");
    assertThat(alone.belongs()).isFalse();
    assertThat(check(signed(), ChildApex.ds(OTHER), ChildApex.ds(KEY)).belongs()).isTrue();
  }

  @Test
  void rfc6840_5_11_eachAlgorithmLeadsIn() {
    ChildApex child = new ChildApex(NOW).dnskeys(List.of(KEY, EDWARDS), KEY);
    assertThat(check(child, ChildApex.ds(KEY), ChildApex.ds(EDWARDS)).belongs()).isFalse();
    ChildApex both = new ChildApex(NOW).dnskeys(List.of(KEY, EDWARDS), KEY, EDWARDS);
    assertThat(check(both, ChildApex.ds(KEY), ChildApex.ds(EDWARDS)).belongs()).isTrue();
  }

  @Test
  void signaturesThatHaveExpiredDoNotCount() {
    ChildApex expired =
        new ChildApex(NOW)
            .valid(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)))
            .dnskeys(List.of(KEY), KEY);
    Result result = only(check(expired, ChildApex.ds(KEY)));
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_SIGNING);
    assertThat(result.words()).endsWith("its signatures have expired");
  }

  @Test
  void aRevokedKeyIsNoWayIn() {
    Dnskey revoked = dnskey(KEY).revoked();
    Ds record = DsDigest.of(ChildApex.CHILD, revoked, DigestType.SHA256);
    DsCheck check = DsCheck.ofKeys(List.of(record), ChildApex.CHILD, List.of(revoked));
    assertThat(only(check).verdict()).isEqualTo(Verdict.UNUSABLE_KEY);
    assertThat(check.belongs()).isFalse();
  }

  @Test
  void withoutSignaturesTheKeysAreCompared() {
    DsCheck check =
        DsCheck.ofKeys(List.of(ChildApex.ds(KEY)), ChildApex.CHILD, List.of(dnskey(KEY)));
    assertThat(only(check).verdict()).isEqualTo(Verdict.OF_A_KEY);
    assertThat(check.belongs()).isTrue();
    assertThat(DsCheck.ofKeys(List.of(), ChildApex.CHILD, List.of(dnskey(KEY))).belongs())
        .isFalse();
  }

  @Test
  void aZoneWithoutKeysHasNoneOfTheRecords() {
    Result result = only(check(new ChildApex(NOW), ChildApex.ds(KEY)));
    assertThat(result.verdict()).isEqualTo(Verdict.NO_KEY);
    assertThat(result.words()).isEqualTo("the zone has no DNSKEY records: it is not signed");
  }

  @Test
  void theProofHoldsTheValidSignaturesAlone() throws Exception {
    ChildApex child =
        new ChildApex(NOW)
            .dnskeys(List.of(KEY, OTHER), KEY)
            .valid(NOW.minusSeconds(99), NOW.minusSeconds(9))
            .dnskeys(List.of(KEY, OTHER), OTHER);
    String text = KeyProof.of(child.read(), ChildApex.PROVIDERS, NOW).text();
    assertThat(text.lines().filter(line -> line.contains("\tDNSKEY\t"))).hasSize(2);
    assertThat(text.lines().filter(line -> line.contains("\tRRSIG\t")))
        .singleElement()
        .asString()
        .contains(" " + KEY.facts().keyTag() + " sub.example. ");
  }

  @Test
  void whatIsSignedByNobodyProvesNothing() {
    ChildZone unsigned = new ChildApex(NOW).dnskeys(List.of(KEY)).read();
    assertThatThrownBy(() -> KeyProof.of(unsigned, ChildApex.PROVIDERS, NOW))
        .isInstanceOf(ChildZoneException.class)
        .hasMessage("the DNSKEY records in child prove nothing: it is not signed");
    ChildZone empty = new ChildApex(NOW).read();
    assertThatThrownBy(() -> KeyProof.of(empty, ChildApex.PROVIDERS, NOW))
        .hasMessage("child has no DNSKEY records to hand out");
  }

  private static Dnskey dnskey(SigningKey key) {
    return key.facts().dnskey();
  }
}
