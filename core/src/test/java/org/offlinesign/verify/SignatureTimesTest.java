package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** TTLs and times of signatures. */
class SignatureTimesTest {
  @Test
  void rfc4034_3_theTtlOfASignatureIsThatOfItsRrset() {
    assertThat(
            ExampleZone.SIGNED
                .replacing(" 3600 IN RRSIG A ", " 600 IN RRSIG A ", "a.example.")
                .codes())
        .containsExactly(FindingCode.RRSIG_TTL);
  }

  @Test
  void rfc4035_2_2_aTtlAboveTheOriginalIsAnErrorAndOneBelowAWarning() {
    ZoneText above =
        ExampleZone.SIGNED
            .replacing(" 3600 IN A ", " 7200 IN A ", "a.example.")
            .replacing(" 3600 IN RRSIG A ", " 7200 IN RRSIG A ", "a.example.");
    assertThat(above.codes()).containsExactly(FindingCode.RRSIG_ORIGINAL_TTL);

    ZoneText below =
        ExampleZone.SIGNED
            .replacing(" 3600 IN A ", " 60 IN A ", "a.example.")
            .replacing(" 3600 IN RRSIG A ", " 60 IN RRSIG A ", "a.example.");
    VerificationReport report = ZoneText.verify(below.request());
    assertThat(report.counts()).containsOnlyKeys(FindingCode.RRSIG_ORIGINAL_TTL_ABOVE);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void ttlsThatDifferWithinAnRrsetAreAWarning() {
    String twoAddresses = ExampleZone.TEXT + "a.example. 3600 IN A 192.0.2.99\n";
    ZoneText zone =
        ExampleZone.SIGNER.sign(twoAddresses).replacing(" 3600 IN A ", " 60 IN A ", "192.0.2.99");
    assertThat(zone.codes()).containsExactly(FindingCode.RRSET_TTLS_DIFFER);
  }

  @Test
  void rfc4034_3_1_5_anExpirationBeforeTheInceptionIsFound() {
    ZoneText zone =
        ExampleZone.SIGNED.mapping(SignatureTimesTest::swapTimes, "a.example.", "RRSIG A ");
    assertThat(zone.codes()).containsExactly(FindingCode.RRSIG_TIMES);
  }

  private static String swapTimes(String line) {
    String[] fields = line.split(" ");
    String expiration = fields[8];
    fields[8] = fields[9];
    fields[9] = expiration;
    return String.join(" ", fields);
  }

  @Test
  void rfc4035_5_3_1_firstAndLastSecondOfASignatureAreValid() {
    Instant first = Instant.ofEpochSecond(ExampleSigner.INCEPTION);
    Instant last = Instant.ofEpochSecond(ExampleSigner.EXPIRATION);

    assertThat(ExampleZone.SIGNED.findingsAt(first)).isEmpty();
    assertThat(ExampleZone.SIGNED.findingsAt(last)).isEmpty();
    assertThat(ExampleZone.SIGNED.findingsAt(first.minusSeconds(1)))
        .extracting(Finding::code)
        .containsOnly(FindingCode.RRSIG_NOT_YET_VALID)
        .hasSize(15);
    assertThat(ExampleZone.SIGNED.findingsAt(last.plusSeconds(1)))
        .extracting(Finding::code)
        .containsOnly(FindingCode.RRSIG_EXPIRED)
        .hasSize(15);
  }
}
