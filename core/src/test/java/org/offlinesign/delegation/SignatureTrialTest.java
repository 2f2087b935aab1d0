package org.offlinesign.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.offlinesign.delegation.SignatureTrial.Shortfall;
import org.offlinesign.delegation.SignatureTrial.Verdict;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.zone.RrsetMaker;

/** One RRset, its signatures, and the keys that are to have made them. */
class SignatureTrialTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final int SIGNER = 18;
  private static final Instant FROM = NOW.minusSeconds(60);
  private static final Instant UNTIL = NOW.plusSeconds(60);
  private static final SigningKey KEY = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
  private static final SigningKey OTHER = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
  private static final Ds CDS = ChildApex.ds(KEY);
  private static final SignedRecords SIGNED = cds(FROM, UNTIL, KEY);

  private static SignedRecords cds(Instant from, Instant until, SigningKey... signers) {
    ChildApex apex =
        new ChildApex(NOW).valid(from, until).dnskeys(List.of(KEY)).cds(List.of(CDS), signers);
    return apex.read().records(RecordType.CDS).orElseThrow();
  }

  private static Dnskey dnskey(SigningKey key) {
    return key.facts().dnskey();
  }

  private static Verdict verdict(SignedRecords records, Instant now, @Nullable Instant since) {
    return new SignatureTrial(ChildApex.PROVIDERS, now, since).of(records, List.of(dnskey(KEY)));
  }

  private static Shortfall shortfall(SignedRecords records) {
    Verdict verdict = verdict(records, NOW, null);
    assertThat(verdict.isSigned()).isFalse();
    assertThat(verdict.oldest()).isNull();
    return verdict.shortfall();
  }

  private static SignedRecords with(Rrsig... signatures) {
    return new SignedRecords(SIGNED.owner(), SIGNED.rrset(), List.of(signatures));
  }

  private static Rrsig signature() {
    return SIGNED.signatures().get(0);
  }

  private static Rrsig changed(UnaryOperator<byte[]> change) throws WireFormatException {
    return Rrsig.from(Rdata.copyOf(change.apply(signature().toRdata().toByteArray())));
  }

  @Test
  void rfc4035_5_3_1_theFirstAndTheLastSecondCount() {
    assertThat(verdict(SIGNED, FROM, null).signers()).containsExactly(dnskey(KEY));
    assertThat(verdict(SIGNED, UNTIL, null).isSigned()).isTrue();
    assertThat(verdict(SIGNED, FROM.minusSeconds(1), null).shortfall())
        .isEqualTo(Shortfall.NOT_YET_VALID);
    assertThat(verdict(SIGNED, UNTIL.plusSeconds(1), null).shortfall())
        .isEqualTo(Shortfall.EXPIRED);
  }

  @Test
  void aSignatureAsOldAsTheBoundIsNoReplay() {
    assertThat(verdict(SIGNED, NOW, FROM).isSigned()).isTrue();
    assertThat(verdict(SIGNED, NOW, FROM.plusSeconds(1)).shortfall()).isEqualTo(Shortfall.REPLAYED);
  }

  @Test
  void theOldestOfTheValidSignaturesIsTold() {
    SignedRecords older = cds(FROM.minusSeconds(9), UNTIL, KEY);
    SignedRecords expired = cds(FROM.minusSeconds(99), FROM, KEY);
    Verdict verdict =
        verdict(
            with(signature(), older.signatures().get(0), expired.signatures().get(0)), NOW, null);
    assertThat(verdict.oldest()).isEqualTo(older.signatures().get(0).inception());
  }

  @Test
  void noOctetOfTheSignatureMayBeAnother() throws WireFormatException {
    int length = signature().toRdata().toByteArray().length;
    for (int at = 0; at < length; at++) {
      // Of these the signer's name consists, which would be none.
      if (at < SIGNER || at >= SIGNER + ChildApex.CHILD.wireLength()) {
        assertThat(verdict(with(changedAt(at)), NOW, null).isSigned()).as("octet " + at).isFalse();
      }
    }
  }

  private static Rrsig changedAt(int place) throws WireFormatException {
    return changed(
        octets -> {
          octets[place] ^= 1;
          return octets;
        });
  }

  @Test
  void rfc4035_5_3_1_theSignerMustBeTheZone() throws WireFormatException {
    assertThat(shortfall(with(changedAt(SIGNER + 1)))).isEqualTo(Shortfall.WRONG);
  }

  @Test
  void aSignatureThatIsCutShortIsWrong() throws WireFormatException {
    Rrsig cut = changed(octets -> Arrays.copyOf(octets, octets.length - 1));
    assertThat(shortfall(with(cut))).isEqualTo(Shortfall.WRONG);
  }

  @Test
  void otherRecordsAreNotSigned() {
    Rdata other = ChildApex.ds(OTHER).toRdata();
    SignedRecords changed =
        new SignedRecords(
            SIGNED.owner(),
            new RrsetMaker(RecordClass.IN).of(RecordType.CDS, new Ttl(300), List.of(other)),
            SIGNED.signatures());
    assertThat(shortfall(changed)).isEqualTo(Shortfall.WRONG);
    SignedRecords elsewhere =
        new SignedRecords(DnsName.of("sub2.example."), SIGNED.rrset(), SIGNED.signatures());
    assertThat(shortfall(elsewhere)).isEqualTo(Shortfall.WRONG);
  }

  @Test
  void whatComesClosestIsTheReason() {
    assertThat(shortfall(with())).isEqualTo(Shortfall.UNSIGNED);
    Rrsig byOther = cds(FROM, UNTIL, OTHER).signatures().get(0);
    assertThat(shortfall(with(byOther))).isEqualTo(Shortfall.BY_OTHERS);
    Rrsig expired = cds(FROM.minusSeconds(9), FROM, KEY).signatures().get(0);
    assertThat(shortfall(with(expired, byOther))).isEqualTo(Shortfall.EXPIRED);
  }

  @Test
  void aKeyOfAnUnknownAlgorithmSignsNothing() {
    Dnskey unknown = new Dnskey(257, 3, 99, new byte[32]);
    Rrsig rrsig =
        new Rrsig(
            RecordType.CDS,
            99,
            2,
            new Ttl(300),
            signature().expiration(),
            signature().inception(),
            unknown.keyTag(),
            ChildApex.CHILD,
            new byte[64]);
    Verdict verdict =
        new SignatureTrial(ChildApex.PROVIDERS, NOW, null).of(with(rrsig), List.of(unknown));
    assertThat(verdict.shortfall()).isEqualTo(Shortfall.UNUSABLE);
  }

  /** CVE-2023-50387: who makes many signatures must not be able to waste much time. */
  @Test
  void notEverySignatureOfVeryManyIsTried() throws WireFormatException {
    List<Rrsig> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int number = i;
      many.add(
          changed(
              octets -> {
                octets[octets.length - 1] ^= (byte) (1 + number % 255);
                return octets;
              }));
    }
    many.add(signature());
    assertThat(shortfall(with(many.toArray(Rrsig[]::new)))).isEqualTo(Shortfall.WRONG);
  }
}
