package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.testing.Budgets;

/** Signatures that expire at other times than the rest. */
class SignaturePolicyTest {
  private static final Instant END = Validity.startingBefore(SigningFixture.NOW).expiration();
  private static final Duration JITTER = Duration.ofDays(2);
  private static final String NAMES =
      IntStream.range(0, 200)
          .mapToObj(i -> "n" + i + " A 192.0.2.1\n")
          .collect(Collectors.joining());

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static UnaryOperator<SigningRequest.Builder> with(Instant apex, Duration jitter) {
    return request -> request.signaturePolicy(new SignaturePolicy(apex, jitter, null));
  }

  private static Set<Long> expirations(Outcome outcome, String owner, RecordType... types)
      throws Exception {
    Set<Long> expirations = new TreeSet<>();
    for (Rrsig rrsig : outcome.zone().rrsigs(owner)) {
      if (List.of(types).contains(rrsig.typeCovered())) {
        expirations.add(rrsig.expiration().value());
      }
    }
    return expirations;
  }

  @Test
  void theRrsetsOfKeysCanExpireAtATimeOfTheirOwn() throws Exception {
    Instant later = END.plus(Duration.ofDays(60));
    Outcome outcome =
        fixture.sign(
            "sub CDS 0 0 0 00\n",
            request ->
                with(later, Duration.ZERO)
                    .apply(request)
                    .apexChanges(
                        new ApexChanges(ChildSignal.PUBLISH, ChildSignal.PUBLISH, Set.of())));
    assertThat(
            expirations(outcome, "example.", RecordType.DNSKEY, RecordType.CDS, RecordType.CDNSKEY))
        .containsExactly(later.getEpochSecond());
    assertThat(expirations(outcome, "example.", RecordType.SOA, RecordType.NSEC))
        .containsExactly(END.getEpochSecond());
    assertThat(expirations(outcome, "sub.example.", RecordType.CDS))
        .containsExactly(END.getEpochSecond());
    assertThat(outcome.report().firstExpiry()).isEqualTo(END);
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void keysThatExpireEarlierSetTheDayToSignAgain() throws Exception {
    Instant earlier = SigningFixture.NOW.plus(Duration.ofDays(10));
    Outcome outcome = fixture.sign("", with(earlier, Duration.ZERO));
    assertThat(outcome.report().validity().expiration()).isEqualTo(END);
    assertThat(outcome.report().firstExpiry()).isEqualTo(earlier);
    assertThat(outcome.report().signAgainBy())
        .isEqualTo(earlier.minus(Duration.ofDays(7)).minusSeconds(300));
  }

  @Test
  void aKeyWithTimesOfItsOwnKeepsThem() throws Exception {
    Validity own = new Validity(SigningFixture.NOW, END.plusSeconds(7));
    List<KeyUse> keys =
        List.of(
            KeyUse.signing(SigningFixture.KSK, SigningScope.BY_ROLE).withValidity(own),
            KeyUse.signing(SigningFixture.ZSK, SigningScope.BY_ROLE));
    Instant later = END.plus(Duration.ofDays(60));
    Outcome outcome =
        fixture.sign("", request -> with(later, Duration.ZERO).apply(request).keys(keys));
    assertThat(expirations(outcome, "example.", RecordType.DNSKEY))
        .containsExactly(END.getEpochSecond() + 7, later.getEpochSecond());
  }

  @Test
  void rfc6781_4_4_2_jitterSpreadsTheExpiryOfRrsetsWithinItsBounds() throws Exception {
    Outcome outcome = fixture.sign(NAMES, with(null, JITTER));
    Set<Long> all = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      all.addAll(expirations(outcome, "n" + i + ".example.", RecordType.A, RecordType.NSEC));
    }
    long end = END.getEpochSecond();
    assertThat(all).allMatch(time -> time <= end && time >= end - JITTER.toSeconds());
    assertThat(all).hasSizeGreaterThan(390);
    assertThat(all).anyMatch(time -> time < end - JITTER.toSeconds() * 9 / 10);
    assertThat(all).anyMatch(time -> time > end - JITTER.toSeconds() / 10);
    assertThat(expirations(outcome, "example.", RecordType.SOA, RecordType.DNSKEY))
        .containsExactly(end);
    long first = all.stream().mapToLong(Long::longValue).min().orElseThrow();
    assertThat(outcome.report().firstExpiry().getEpochSecond())
        .isLessThanOrEqualTo(first)
        .isGreaterThanOrEqualTo(end - JITTER.toSeconds());
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void jitterIsTheSameWhateverTheThreadsAndTheCaseOfNames() throws Exception {
    fixture.sign(NAMES, with(null, JITTER));
    String once = fixture.read("signed.zone");
    fixture.sign(NAMES, request -> with(null, JITTER).apply(request).budget(Budgets.in(folder, 8)));
    assertThat(fixture.read("signed.zone")).isEqualTo(once);
    Outcome upper = fixture.sign(NAMES.replace('n', 'N'), with(null, JITTER));
    assertThat(expirations(upper, "N0.example.", RecordType.A))
        .isEqualTo(
            expirations(fixture.sign(NAMES, with(null, JITTER)), "n0.example.", RecordType.A));
  }

  @Test
  void jitterNeverReachesTheBeginOfASignature() throws Exception {
    Validity minute = new Validity(SigningFixture.NOW, SigningFixture.NOW.plusSeconds(60));
    Outcome outcome =
        fixture.sign(NAMES, request -> with(null, JITTER).apply(request).validity(minute));
    for (int i = 0; i < 200; i++) {
      assertThat(expirations(outcome, "n" + i + ".example.", RecordType.A))
          .allMatch(time -> time > SigningFixture.NOW.getEpochSecond());
    }
    assertThatThrownBy(() -> new SignaturePolicy(null, Duration.ofSeconds(-1), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
