package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.NOW;
import static org.offlinesign.sign.SigningFixture.ZSK;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.seal.FileLayout;
import org.offlinesign.seal.FileSealer;
import org.offlinesign.seal.Proof;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zone.ZonemdHash;

/** Taking signatures over from the file that was written last, which is known by its seal. */
class PreviousOutputTest {
  private static final Validity FORMER =
      new Validity(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(20)));
  private static final String RECORDS =
      "a A 192.0.2.1\na A 192.0.2.7\na TXT t\nb.c A 192.0.2.2\n*.d TXT \"; ( \\\" \"\nZ MX 1 A\n"
          + "\\@ A 192.0.2.4\n\\;\\ x A 192.0.2.4\n"
          + "p\\(q A 192.0.2.4\np\\(r A 192.0.2.4\n\\)p\\(\\(RRSIG\\\\ TXT t\n"
          + "sub NS ns.sub\nsub DS 1 8 2 "
          + "AB".repeat(32)
          + "\nns.sub A 192.0.2.3\nNS2.sub A 192.0.2.3\nx.sub A 192.0.2.3\n";

  /** ECDSA: a signature that was made anew is another one. */
  private static final List<KeyUse> KEYS = SigningFixture.keysOnP256();

  @TempDir Path folder;

  private SigningFixture fixture;
  private Path previous;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
    previous = folder.resolve("previous.zone");
  }

  private static SigningRequest.Builder keepSerial(SigningRequest.Builder request) {
    return request
        .keys(KEYS)
        .validity(FORMER)
        .serialPolicy(SerialPolicy.KEEP)
        .dsTreatment(RecordTreatment.ADD);
  }

  private void publish(String records, UnaryOperator<SigningRequest.Builder> changes)
      throws Exception {
    fixture.sign(records, request -> changes.apply(keepSerial(request)));
    Files.copy(folder.resolve("signed.zone"), previous);
  }

  private Outcome again(String records, UnaryOperator<SigningRequest.Builder> changes)
      throws Exception {
    Outcome outcome =
        fixture.sign(
            records, request -> changes.apply(keepSerial(request).previous(List.of(previous))));
    assertThat(fixture.verificationErrors()).isEmpty();
    return outcome;
  }

  /** Returns what the signatures that are not in the previous zone cover. */
  private List<String> made() throws Exception {
    Set<String> former = Set.copyOf(Files.readAllLines(previous));
    return Files.readAllLines(folder.resolve("signed.zone")).stream()
        .filter(line -> line.contains("\tRRSIG\t") && !former.contains(line))
        .map(line -> line.split("\t", -1)[0] + " " + line.split("[\t ]", -1)[4])
        .toList();
  }

  private static List<String> told(Outcome outcome) {
    return outcome.report().warnings().stream()
        .filter(warning -> warning.code() == Code.PREVIOUS_UNKNOWN)
        .map(SigningWarning::message)
        .toList();
  }

  private String withoutSeal(Path file) throws Exception {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("; offlinesign-seal"))
        .collect(Collectors.joining("\n"));
  }

  private void assertAllStays(UnaryOperator<SigningRequest.Builder> changes) throws Exception {
    publish(RECORDS, changes);
    Outcome outcome = again(RECORDS, changes);
    assertThat(withoutSeal(folder.resolve("signed.zone"))).isEqualTo(withoutSeal(previous));
    RenewalFigures figures = outcome.report().renewal();
    assertThat(figures.made()).isZero();
    assertThat(figures.dropped()).isZero();
    assertThat(figures.kept()).isPositive();
    assertThat(outcome.report().firstExpiry()).isEqualTo(FORMER.expiration());
    assertThat(told(outcome)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ZoneLayout.class)
  void whatIsUnchangedStaysOctetForOctet(ZoneLayout layout) throws Exception {
    assertAllStays(request -> request.layout(layout));
  }

  @ParameterizedTest
  @EnumSource(ZoneLayout.class)
  void whatIsUnchangedStaysOctetForOctetWithNsec3(ZoneLayout layout) throws Exception {
    assertAllStays(
        request -> request.layout(layout).denial(new Nsec3(Nsec3Parameters.RFC_9276, false)));
  }

  @Test
  void signaturesOfAllKeysOfAnAlgorithmRolloverStay() throws Exception {
    List<KeyUse> keys = new ArrayList<>(KEYS);
    keys.addAll(SigningFixture.byRole(KSK, ZSK));
    assertAllStays(request -> request.keys(keys));
  }

  @Test
  void aZonemdRecordBehindTheRestIsNoObstacle() throws Exception {
    ApexChanges zonemd =
        new ApexChanges(ChildSignal.KEEP, ChildSignal.KEEP, Set.of(ZonemdHash.SHA384));
    publish(RECORDS, request -> request.apexChanges(zonemd));
    Outcome outcome = again(RECORDS, request -> request.apexChanges(zonemd));
    assertThat(outcome.report().renewal().made()).isEqualTo(1);
  }

  @Test
  void aChangedRrsetIsSignedAnewAndNothingElse() throws Exception {
    publish(RECORDS, request -> request);
    again(RECORDS.replace("192.0.2.7", "192.0.2.8"), request -> request);
    assertThat(made()).containsExactly("a A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a A 192.0.2.1\n", "a A 192.0.2.7\n"})
  void anRrsetThatLostARecordIsSignedAnew(String lost) throws Exception {
    publish(RECORDS, request -> request);
    again(RECORDS.replace(lost, ""), request -> request);
    assertThat(made()).containsExactly("a A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a A 192.0.2.0\n", "a A 192.0.2.5\n", "a A 192.0.2.8\n"})
  void anRrsetThatGotARecordIsSignedAnew(String added) throws Exception {
    publish(RECORDS, request -> request);
    again(RECORDS + added, request -> request);
    assertThat(made()).containsExactly("a A");
  }

  @Test
  void rfc4034_3_1_4_anotherTtlRenewsASignature() throws Exception {
    publish(RECORDS, request -> request);
    again(RECORDS.replace("a TXT t", "a 200 TXT t"), request -> request);
    assertThat(made()).containsExactly("a TXT");
  }

  @Test
  void aNewNameRenewsTheLinkBeforeIt() throws Exception {
    publish(RECORDS, request -> request);
    again(RECORDS + "aa TXT t\n", request -> request);
    assertThat(made()).containsExactly("a NSEC", "aa TXT", "aa NSEC");
  }

  @Test
  void aNewSerialRenewsTheSoaAlone() throws Exception {
    publish(RECORDS, request -> request);
    Outcome outcome = again(RECORDS, request -> request.serialPolicy(SerialPolicy.INCREMENT));
    assertThat(made()).containsExactly("@ SOA");
    assertThat(outcome.report().renewal().dropped()).isEqualTo(1);
  }

  @Test
  void newGlueLeavesTheLinkOfItsDelegationAsItWas() throws Exception {
    publish(RECORDS, request -> request);
    again(RECORDS + "y.sub A 192.0.2.9\n", request -> request);
    assertThat(made()).isEmpty();
  }

  @Test
  void signaturesAreNotCheckedButBelieved() throws Exception {
    publish(RECORDS, request -> request);
    String text = withoutSeal(previous) + "\n";
    String signature = "a\t300\tIN\tRRSIG\tTXT [^\n]* example\\. ";
    String forged = text.replaceFirst("(" + signature + ").", "$1A");
    if (forged.equals(text)) {
      forged = text.replaceFirst("(" + signature + ").", "$1B");
    }
    FileSealer sealer = new FileSealer(SigningFixture.PROVIDERS);
    sealer.update(forged.getBytes(StandardCharsets.ISO_8859_1));
    SigningKey zsk = Objects.requireNonNull(KEYS.get(1).signingKey());
    byte[] seal =
        sealer.seal(
            SigningFixture.ZONE,
            FileLayout.TEXT,
            Proof.VERIFIED,
            zsk.newSigner(SigningFixture.PROVIDERS));
    Files.writeString(previous, forged + new String(seal, StandardCharsets.ISO_8859_1) + "\n");
    fixture.sign(RECORDS, request -> keepSerial(request).previous(List.of(previous)));
    assertThat(withoutSeal(folder.resolve("signed.zone")) + "\n").isEqualTo(forged);
    assertThat(fixture.verificationErrors()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\tTXT\t\"t\"', '\tTXT\t\"u\"', its seal does not fit",
    "'; offlinesign-seal 1 text unverified', '; offlinesign-seal 1 text verified', its seal does not fit",
    "'; offlinesign-seal 1', '; offlinesign-seal 2', it does not end in a seal",
    "'$ORIGIN', ' $ORIGIN', its seal does not fit",
  })
  void aChangedFileIsNotBelieved(String from, String to, String reason) throws Exception {
    publish(RECORDS, request -> request);
    Files.writeString(previous, Files.readString(previous).replace(from, to));
    Outcome outcome = again(RECORDS, request -> request);
    assertThat(told(outcome)).singleElement().asString().contains(reason);
    assertThat(outcome.report().renewal().kept()).isZero();
  }

  @Test
  void aFileWithoutItsEndOrWithMoreIsNotBelieved() throws Exception {
    publish(RECORDS, request -> request);
    String text = Files.readString(previous);
    for (String changed :
        List.of(
            "",
            text.substring(0, text.length() / 2),
            text + "x A 192.0.2.1\n",
            text.substring(0, text.length() - 1))) {
      Files.writeString(previous, changed);
      Outcome outcome = again(RECORDS, request -> request);
      assertThat(told(outcome)).singleElement().asString().contains("it does not end in a seal");
      assertThat(outcome.report().renewal().kept()).isZero();
    }
  }

  @Test
  void theSealOfAKeyThatNoLongerSignsIsWorthNothing() throws Exception {
    publish(RECORDS, request -> request);
    Outcome outcome = again(RECORDS, request -> request.keys(SigningFixture.byRole(KSK, ZSK)));
    assertThat(told(outcome)).singleElement().asString().contains("does not sign the whole zone");
    assertThat(outcome.report().renewal().kept()).isZero();
  }

  @Test
  void theFileOfAnotherZoneIsNotBelieved() throws Exception {
    publish(RECORDS, request -> request);
    SigningFixture other = new SigningFixture(folder, DnsName.of("other."));
    List<KeyUse> keys = new ArrayList<>();
    for (KeyUse use : KEYS) {
      SigningKey key = Objects.requireNonNull(use.signingKey());
      keys.add(KeyUse.signing(SigningFixture.in(DnsName.of("other."), key), SigningScope.BY_ROLE));
    }
    Outcome outcome =
        other.signWhole(
            "$TTL 300\n@ SOA a b 1 2 3 4 5\n@ NS ns.example.\n",
            request -> request.keys(keys).previous(List.of(previous)));
    assertThat(told(outcome)).singleElement().asString().contains("its seal does not fit");
  }

  @Test
  void anotherLayoutIsTold() throws Exception {
    publish(RECORDS, request -> request);
    Outcome outcome = again(RECORDS, request -> request.layout(ZoneLayout.FULL));
    assertThat(told(outcome)).singleElement().asString().contains("--format was another");
  }

  @Test
  void theFirstFileThatIsKnownCounts() throws Exception {
    publish(RECORDS, request -> request);
    fixture.write("strange.zone", "; nothing\n");
    Outcome outcome =
        again(
            RECORDS,
            request -> request.previous(List.of(folder.resolve("strange.zone"), previous)));
    assertThat(told(outcome)).isEmpty();
    assertThat(outcome.report().renewal().made()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"39, 0", "41, 1"})
  void signaturesStayThatLiveForOverHalfAsLongAsNewOnes(int days, int madeAny) throws Exception {
    publish(RECORDS, request -> request);
    Validity longer = new Validity(NOW, NOW.plus(Duration.ofDays(days)));
    Outcome outcome = again(RECORDS, request -> request.validity(longer));
    assertThat(outcome.report().renewal().made() > 0).isEqualTo(madeAny == 1);
    assertThat(outcome.report().renewal().kept() > 0).isEqualTo(madeAny == 0);
  }

  @Test
  void howLongSignaturesMustLiveCanBeChosen() throws Exception {
    publish(RECORDS, request -> request);
    SignaturePolicy most = new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(20));
    assertThat(again(RECORDS, r -> r.signaturePolicy(most)).report().renewal().kept()).isZero();
    SignaturePolicy less =
        new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(20).minusSeconds(1));
    assertThat(again(RECORDS, r -> r.signaturePolicy(less)).report().renewal().made()).isZero();
  }

  @Test
  void ofAnUnknownFileSignaturesStayThatProveRightIfAskedFor() throws Exception {
    publish(RECORDS, request -> request);
    String text = withoutSeal(previous);
    Files.writeString(previous, text);
    SignaturePolicy week = new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(7));
    Outcome outcome =
        again(RECORDS.replace("192.0.2.7", "192.0.2.8"), r -> r.signaturePolicy(week));
    assertThat(told(outcome)).hasSize(1);
    assertThat(made()).containsExactly("a A");
    assertThat(outcome.report().renewal().dropped()).isEqualTo(1);
    assertThat(outcome.report().input().dropped()).isEqualTo(1);
  }

  @Test
  void signaturesOfAKskThatIsAwayStay() throws Exception {
    publish(RECORDS, request -> request);
    List<KeyUse> keys = List.of(KeyUse.published(KEYS.get(0).key()), KEYS.get(1));
    Outcome outcome = again(RECORDS, request -> request.keys(keys));
    assertThat(made()).isEmpty();
    assertThat(outcome.zone().rrsigs("example."))
        .filteredOn(rrsig -> rrsig.typeCovered().equals(RecordType.DNSKEY))
        .extracting(Rrsig::keyTag)
        .contains(KEYS.get(0).key().keyTag());
  }

  @Test
  void theNumberOfThreadsMakesNoDifference() throws Exception {
    List<KeyUse> rsa = SigningFixture.byRole(KSK, ZSK);
    publish(RECORDS, request -> request.keys(rsa));
    String changed = RECORDS.replace("192.0.2.7", "192.0.2.8") + "aa TXT t\n";
    again(changed, request -> request.keys(rsa));
    String once = fixture.read("signed.zone");
    again(changed, request -> request.keys(rsa).budget(Budgets.in(folder, 8)));
    assertThat(fixture.read("signed.zone")).isEqualTo(once);
  }
}
