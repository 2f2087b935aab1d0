package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.ZSK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.Ttl;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.testing.Budgets;

/** Signing a signed zone again: what is still good stays. */
class RenewalTest {
  private static final Instant NOW = SigningFixture.NOW;
  private static final Validity FORMER =
      new Validity(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(20)));
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String RECORDS =
      "a A 192.0.2.1\na TXT t\nb.c A 192.0.2.2\n*.d TXT t\nZ MX 1 A\nsub NS ns.sub\nsub DS 1 8 2 "
          + "AB".repeat(32)
          + "\nns.sub A 192.0.2.3\n";

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  static List<Denial> denials() {
    return List.of(new Nsec(), new Nsec3(Nsec3Parameters.RFC_9276, false));
  }

  private static SigningRequest.Builder keep(
      SigningRequest.Builder request, @Nullable Duration until) {
    return request
        .signaturePolicy(new SignaturePolicy(null, Duration.ZERO, until))
        .serialPolicy(SerialPolicy.KEEP)
        .dsTreatment(RecordTreatment.NOCHANGE);
  }

  /** Returns a zone that was signed a day ago. */
  private String formerly(UnaryOperator<SigningRequest.Builder> changes) throws Exception {
    fixture.sign(RECORDS, request -> changes.apply(keep(request, null)).validity(FORMER));
    return fixture.read("signed.zone");
  }

  private Outcome again(String zone, UnaryOperator<SigningRequest.Builder> changes)
      throws Exception {
    Outcome outcome = fixture.signWhole(zone, request -> changes.apply(keep(request, WEEK)));
    assertThat(fixture.verificationErrors()).isEmpty();
    return outcome;
  }

  private static List<String> renewed(Outcome outcome, String owner) throws Exception {
    return outcome.zone().rrsigs(owner).stream()
        .filter(rrsig -> !rrsig.expiration().equals(FORMER.expirationSerial()))
        .map(rrsig -> rrsig.typeCovered().toString())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("denials")
  void whatIsUnchangedKeepsItsSignatures(Denial denial) throws Exception {
    String former = formerly(request -> request.denial(denial));
    Outcome outcome = again(former, request -> request.denial(denial));
    assertThat(fixture.read("signed.zone")).isEqualTo(former);
    RenewalFigures figures = outcome.report().renewal();
    assertThat(figures.made()).isZero();
    assertThat(figures.dropped()).isZero();
    assertThat(figures.kept()).isEqualTo(former.lines().filter(l -> l.contains("RRSIG\t")).count());
    assertThat(outcome.report().firstExpiry()).isEqualTo(FORMER.expiration());
  }

  @ParameterizedTest
  @MethodSource("denials")
  void theNumberOfThreadsMakesNoDifference(Denial denial) throws Exception {
    String former = formerly(request -> request.denial(denial)).replace("192.0.2.2", "192.0.2.9");
    again(former, request -> request.denial(denial));
    String once = fixture.read("signed.zone");
    again(former, request -> request.denial(denial).budget(Budgets.in(folder, 8)));
    assertThat(fixture.read("signed.zone")).isEqualTo(once);
  }

  @Test
  void aChangedRrsetIsSignedAnewAndNothingElse() throws Exception {
    Outcome outcome =
        again(formerly(request -> request).replace("192.0.2.1\n", "192.0.2.9\n"), r -> r);
    assertThat(renewed(outcome, "a.example.")).containsExactly("A");
    assertThat(outcome.report().renewal().made()).isEqualTo(2);
    assertThat(renewed(outcome, "ns.example.")).containsExactly("A");
  }

  @Test
  void aNewSerialRenewsTheSoaAlone() throws Exception {
    Outcome outcome =
        again(formerly(r -> r), request -> request.serialPolicy(SerialPolicy.INCREMENT));
    assertThat(renewed(outcome, "example.")).containsExactly("SOA");
    assertThat(outcome.report().renewal()).extracting(RenewalFigures::made).isEqualTo(1L);
    assertThat(outcome.report().renewal()).extracting(RenewalFigures::dropped).isEqualTo(1L);
  }

  @Test
  void rfc4034_3_1_4_anotherTtlRenewsASignature() throws Exception {
    Outcome outcome =
        again(formerly(r -> r), request -> request.ttlLimits(new TtlLimits(new Ttl(200), null)));
    assertThat(outcome.report().renewal().made()).isPositive();
    assertThat(renewed(outcome, "a.example.")).containsExactly("A", "TXT");
  }

  @ParameterizedTest
  @MethodSource("denials")
  void aNewNameRenewsItsNeighboursInTheChain(Denial denial) throws Exception {
    String former = formerly(request -> request.denial(denial));
    Outcome outcome = again(former + "aa TXT t\n", request -> request.denial(denial));
    // The new TXT, its link, and the link before it.
    assertThat(outcome.report().renewal().made()).isEqualTo(3);
    assertThat(outcome.report().renewal().dropped()).isEqualTo(1);
  }

  @Test
  void signaturesThatEndTooSoonAreRenewed() throws Exception {
    String former = formerly(r -> r);
    Outcome outcome =
        again(
            former,
            request ->
                request.signaturePolicy(
                    new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(20))));
    assertThat(outcome.report().renewal().kept()).isZero();
    assertThat(
            again(
                    former,
                    request ->
                        request.signaturePolicy(
                            new SignaturePolicy(
                                null, Duration.ZERO, Duration.ofDays(20).minusSeconds(1))))
                .report()
                .renewal()
                .made())
        .isZero();
  }

  @Test
  void signaturesThatHaveNotBegunAreRenewed() throws Exception {
    Validity later = new Validity(NOW.plusSeconds(1), NOW.plus(Duration.ofDays(20)));
    String former = formerly(r -> r);
    fixture.signWhole(former, request -> keep(request, null).validity(later));
    Outcome outcome = again(fixture.read("signed.zone"), r -> r);
    assertThat(outcome.report().renewal().kept()).isZero();
  }

  @Test
  void signaturesOfKeysThatNoLongerSignAreDropped() throws Exception {
    List<KeyUse> both =
        List.of(
            KeyUse.signing(KSK, SigningScope.ALL_RRSETS),
            KeyUse.signing(ZSK, SigningScope.BY_ROLE));
    String former = formerly(request -> request.keys(both));
    Outcome outcome = again(former, r -> r);
    assertThat(outcome.report().renewal().made()).isZero();
    assertThat(outcome.report().renewal().dropped()).isPositive();
    assertThat(outcome.zone().rrsigs("a.example."))
        .extracting(Rrsig::keyTag)
        .containsOnly(ZSK.facts().keyTag());
  }

  @Test
  void aNameThatIsNowBelowACutLosesItsSignatures() throws Exception {
    Outcome outcome = again(formerly(r -> r) + "c NS ns.other.\n", r -> r);
    assertThat(outcome.zone().rrsigs("b.c.example.")).isEmpty();
    assertThat(renewed(outcome, "sub.example.")).isEmpty();
    assertThat(outcome.zone().signedTypes("sub.example.")).containsExactly("DS", "NSEC");
  }

  @Test
  void signaturesAtTheApexThatAreOfNoMoreUseAreDropped() throws Exception {
    List<KeyUse> both =
        List.of(
            KeyUse.signing(KSK, SigningScope.ALL_RRSETS),
            KeyUse.signing(ZSK, SigningScope.BY_ROLE));
    fixture.signWhole(
        formerly(r -> r) + "@ TXT gone\n", r -> keep(r, null).validity(FORMER).keys(both));
    String former = fixture.read("signed.zone");
    String withoutTxt =
        former.lines().filter(line -> !line.contains("gone")).collect(Collectors.joining("\n"));
    assertThat(former).contains("RRSIG\tTXT 8 1 ");
    Outcome outcome = again(withoutTxt + "\n", r -> r);
    assertThat(outcome.zone().signedTypes("example."))
        .containsExactly("SOA", "NS", "DNSKEY", "DNSKEY", "NSEC");
    assertThat(outcome.zone().rrsigs("example."))
        .filteredOn(rrsig -> rrsig.keyTag() == KSK.facts().keyTag())
        .hasSize(1);
    assertThat(renewed(outcome, "example.")).containsExactly("NSEC");
  }

  @Test
  void aKeyThatIsOnlyPublishedDoesNotDisturbTheOthers() throws Exception {
    SigningKey other = SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK);
    List<KeyUse> keys = new ArrayList<>(SigningFixture.byRole(KSK, ZSK));
    keys.add(KeyUse.published(other.facts()));
    String former = formerly(request -> request.keys(keys));
    Outcome outcome = again(former, request -> request.dnskeyTreatment(RecordTreatment.ADD));
    assertThat(fixture.read("signed.zone")).isEqualTo(former);
    assertThat(outcome.report().renewal().made()).isZero();
  }

  @Test
  void withoutBeingAskedForNothingIsKept() throws Exception {
    String former = formerly(r -> r);
    Outcome outcome = fixture.signWhole(former, request -> keep(request, null));
    assertThat(outcome.report().renewal().kept()).isZero();
    assertThat(outcome.report().renewal().dropped()).isEqualTo(outcome.report().renewal().made());
  }
}
