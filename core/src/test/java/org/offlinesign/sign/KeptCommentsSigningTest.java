package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.file.OutputPlace;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.record.Ttl;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.UnsigningRequest.ChildDs;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zone.ZonemdHash;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Zones whose comments stay when they are signed. */
class KeptCommentsSigningTest {
  private static final String DS = "1 8 2 " + "AB".repeat(32);
  private static final String ZONE =
      """
      ; head
      $TTL 300 ; gone
      @ SOA ns admin ( 7 ; serial
        3600 900 604800 60 ) ; end of SOA
      ; the server
      @ NS ns
      ns A 192.0.2.1 ; "one
      a TXT "x;y" "\\"" ; (two
      ; a \\
      a A 192.0.2.7
      a A 192.0.2.1 ; first; of "two"
      p\\;q\\" TXT \\; ; ;;
      sub NS ns.sub ; $ORIGIN
      sub DS %s ; child
      ns.sub 7 A 192.0.2.3 ; glue
      ; www RRSIG A 8 2
      www A 192.0.2.4
      ; tail
      """
          .formatted(DS);

  private static final List<KeyUse> KEYS = SigningFixture.keysOnP256();

  @TempDir Path folder;

  private SigningFixture fixture;
  private Path signed;
  private Path previous;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
    signed = folder.resolve("signed.zone");
    previous = folder.resolve("previous.zone");
  }

  private static ZoneFileOptions.Builder reading() {
    return ZoneFileOptions.builder(SigningFixture.ZONE).keepComments();
  }

  private Outcome sign(String text, UnaryOperator<SigningRequest.Builder> changes)
      throws Exception {
    Outcome outcome =
        fixture.signWhole(
            text,
            request ->
                changes.apply(
                    request
                        .reading(reading().build())
                        .keys(KEYS)
                        .dsTreatment(RecordTreatment.ADD)));
    assertThat(fixture.verificationErrors()).isEmpty();
    return outcome;
  }

  private String text() throws Exception {
    return Files.readString(signed);
  }

  /** Returns the lines that have comments or are some, without tabs and the seal. */
  private List<String> commented() throws Exception {
    return commented(withoutSeal());
  }

  private static List<String> commented(String text) {
    return text.replace('\t', ' ')
        .lines()
        .filter(line -> line.contains(";") && !line.matches(".* IN (RRSIG|NSEC) .*"))
        .toList();
  }

  private String withoutSeal() throws Exception {
    return Files.readAllLines(signed).stream()
        .filter(line -> !line.startsWith("; offlinesign-seal "))
        .map(line -> line.replace('\t', ' ') + "\n")
        .collect(Collectors.joining());
  }

  private static final List<String> COMMENTED =
      List.of(
          "; head",
          "@ 300 IN SOA ns.example. admin.example. 8 3600 900 604800 60 ; serial ; end of SOA",
          "; the server",
          "a 300 IN A 192.0.2.1 ; first; of \"two\"",
          "; a \\",
          "a 300 IN TXT \"x;y\" \"\\\"\" ; (two",
          "ns 300 IN A 192.0.2.1 ; \"one",
          "p\\;q\\\" 300 IN TXT \";\" ; ;;",
          "sub 300 IN NS ns.sub.example. ; $ORIGIN",
          "sub 300 IN DS " + DS + " ; child",
          "ns.sub 7 IN A 192.0.2.3 ; glue",
          "; www RRSIG A 8 2",
          "; tail");

  @Test
  void eachStandsWithItsRecord() throws Exception {
    sign(ZONE, request -> request);
    assertThat(commented()).containsExactlyElementsOf(COMMENTED);
    assertThat(withoutSeal())
        .startsWith("$ORIGIN example.\n; head\n@ 300 IN SOA ")
        .contains("\n; the server\n@ 300 IN NS ns.example.\n")
        .contains("\n; a \\\na 300 IN A 192.0.2.7\na 300 IN RRSIG A ")
        .contains("\n; www RRSIG A 8 2\nwww 300 IN A 192.0.2.4\n")
        .endsWith("\n; tail\n");
    assertThat(text()).containsPattern("\n; tail\n; offlinesign-seal 1 text unverified [^\n]*\n$");
  }

  @Test
  void theRecordsAreThoseOfTheZoneWithoutThem() throws Exception {
    SignedText with =
        sign(
                ZONE,
                request ->
                    request.keys(SigningFixture.byRole(SigningFixture.KSK, SigningFixture.ZSK)))
            .zone();
    Outcome without = fixture.signWhole(ZONE, request -> request.dsTreatment(RecordTreatment.ADD));
    assertThat(with).isEqualTo(without.zone());
    assertThat(text()).doesNotContain("head", "glue", "tail");
  }

  @ParameterizedTest
  @EnumSource(
      value = ZoneLayout.class,
      names = {"TEXT", "FULL"})
  void theTextIsTheSameHoweverOftenItIsSigned(ZoneLayout layout) throws Exception {
    UnaryOperator<SigningRequest.Builder> keeping =
        request ->
            request.layout(layout).serialPolicy(SerialPolicy.KEEP).previous(List.of(previous));
    sign(ZONE, keeping);
    String first = withoutSeal();
    for (int i = 0; i < 3; i++) {
      Files.copy(signed, previous);
      Outcome again = sign(text(), keeping);
      assertThat(again.report().renewal().made()).isZero();
      assertThat(withoutSeal()).isEqualTo(first);
      Files.delete(previous);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCommentThatChangedCostsNoSignature(boolean nsec3) throws Exception {
    UnaryOperator<SigningRequest.Builder> keeping =
        request -> {
          request.serialPolicy(SerialPolicy.KEEP).previous(List.of(previous));
          return nsec3 ? request.denial(new Nsec3(Nsec3Parameters.RFC_9276, false)) : request;
        };
    sign(ZONE, keeping);
    Files.copy(signed, previous);
    String changed =
        ZONE.replaceAll(" ; \\(two| ; glue|; head\n", "")
            .replace("a A 192.0.2.7", "a A 192.0.2.7 ; n");
    RenewalFigures figures = sign(changed, keeping).report().renewal();
    assertThat(figures.made()).isZero();
    assertThat(figures.kept()).isPositive();
    assertThat(withoutSeal()).contains(" 192.0.2.7 ; n\n").doesNotContain("; head", "two\n");
    assertThat(sign(ZONE.replace(";y", ";z"), keeping).report().renewal().made()).isEqualTo(1);
  }

  @Test
  void commentsAreLeftOutOfAFileThatHadThem() throws Exception {
    sign(ZONE, request -> request.serialPolicy(SerialPolicy.KEEP));
    Files.copy(signed, previous);
    Outcome outcome =
        fixture.signWhole(
            ZONE,
            request ->
                request
                    .keys(KEYS)
                    .dsTreatment(RecordTreatment.ADD)
                    .serialPolicy(SerialPolicy.KEEP)
                    .previous(List.of(previous)));
    assertThat(outcome.report().renewal().made()).isZero();
    assertThat(text()).doesNotContain("head", "glue", "tail");
  }

  @Test
  void aLoweredTtlAndADigestAreNoObstacle() throws Exception {
    ApexChanges zonemd =
        new ApexChanges(ChildSignal.KEEP, ChildSignal.KEEP, Set.of(ZonemdHash.SHA384));
    sign(ZONE, request -> request.apexChanges(zonemd).ttlLimits(new TtlLimits(new Ttl(200), null)));
    assertThat(commented().stream().map(line -> line.replace(" 200 IN ", " 300 IN ")))
        .containsAll(COMMENTED);
    assertThat(withoutSeal()).containsPattern("@ 200 IN RRSIG ZONEMD [^\n]*\n; tail\n$");
  }

  @Test
  void thoseOfRecordsThatGoGoWithThem() throws Exception {
    sign(
        ZONE
            + """
            ; nsec
            a NSEC b.example. A
            ; rrsig
            a RRSIG A 8 2 300 20260301000000 20260101000000 1 example. AAAA ; signature
            ; away
            a.elsewhere. A 192.0.2.1
            ; zonemd
            @ ZONEMD 7 1 240 000102030405060708090A0B ; digest
            ; end
            """,
        request -> request.dsTreatment(RecordTreatment.REPLACE));
    assertThat(commented())
        .contains("; end")
        .noneMatch(line -> line.matches(".*; (nsec|rrsig|signature|away|zonemd|digest|child)"));
  }

  @Test
  void aSignatureThatStaysHasNone() throws Exception {
    sign(ZONE, request -> request.serialPolicy(SerialPolicy.KEEP));
    String signedZone = text().replaceAll("(\tRRSIG\t[^\n]*)", "$1 ; signature");
    Outcome again =
        sign(
            signedZone,
            request ->
                request
                    .serialPolicy(SerialPolicy.KEEP)
                    .signaturePolicy(new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(1))));
    assertThat(again.report().renewal().made()).isZero();
    assertThat(text()).doesNotContain("; signature").contains("; first; of");
  }

  @Test
  void thoseOfSignaturesDoNotCountForTheLimitOfAName() throws Exception {
    UnaryOperator<SigningRequest.Builder> keeping =
        request ->
            request
                .serialPolicy(SerialPolicy.KEEP)
                .signaturePolicy(new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(1)));
    sign(ZONE, keeping);
    String signature =
        text()
            .lines()
            .filter(line -> line.startsWith("a\t300\tIN\tRRSIG\tTXT"))
            .findFirst()
            .orElseThrow();
    StringBuilder many = new StringBuilder(text());
    for (int i = 10; i < 80; i++) {
      many.append(signature.replaceFirst("example\\. ..", "example. " + i));
      many.append(" ;").append("x".repeat(65_000)).append('\n');
    }
    assertThat(sign(many.toString(), keeping).report().renewal().made()).isZero();
    // The one at the end belongs to the first of them.
    assertThat(commented()).hasSize(COMMENTED.size() - 1).noneMatch(line -> line.contains("xx"));
  }

  @Test
  void aRecordThatComesAgainHasItsOwn() throws Exception {
    String dnskey = KEYS.get(0).key().dnskey().toString();
    fixture.write("dsset-sub.example.", "sub.example. IN DS " + DS + "\n");
    sign(
        ZONE
            + ("; the KSK\n@ DNSKEY " + dnskey + "\n; other\n")
            + "@ DNSKEY 256 3 8 AwEAAQ== ; gone\n@ CDNSKEY "
            + (dnskey + " ; cdnskey\n@ CDS 1 13 2 " + "00".repeat(32) + " ; wrong\n"),
        request ->
            request
                .dsTreatment(RecordTreatment.REPLACE)
                .apexChanges(new ApexChanges(ChildSignal.PUBLISH, ChildSignal.PUBLISH, Set.of())));
    assertThat(commented())
        .contains("sub 300 IN DS " + DS + " ; child", "@ 300 IN CDNSKEY " + dnskey + " ; cdnskey")
        .noneMatch(line -> line.matches(".*; (other|gone|wrong)"));
    assertThat(withoutSeal()).contains("; the KSK\n@ 300 IN DNSKEY " + dnskey + "\n");
  }

  @Test
  void aZoneWithoutItsSignaturesKeepsThem() throws Exception {
    sign(ZONE, request -> request.serialPolicy(SerialPolicy.KEEP));
    new ZoneUnsigner()
        .unsign(
            new UnsigningRequest(
                ZoneFileSource.of(signed),
                reading().build(),
                new UnsigningRequest.Target(
                    new OutputPlace.File(folder.resolve("out"), folder), ZoneLayout.FULL, folder),
                ChildDs.KEEP));
    assertThat(fixture.read("out"))
        .startsWith("; head\nexample.\t300\tIN\tSOA\t")
        .contains(" 604800 60 ; serial ; end of SOA\n; the server\nexample.\t300\tIN\tNS\t")
        .contains("\nns.sub.example.\t7\tIN\tA\t192.0.2.3 ; glue\n; www RRSIG A 8 2\nwww.ex")
        .endsWith("192.0.2.4\n; tail\n");
  }

  @Test
  void aZoneThatKeysArePutIntoKeepsThem() throws Exception {
    sign(ZONE, request -> request.serialPolicy(SerialPolicy.KEEP));
    Path next = folder.resolve("next.zone");
    SigningRequest request =
        SigningRequest.builder(
                SigningFixture.ZONE, ZoneFileSource.of(signed), next, Budgets.in(folder))
            .reading(reading().build())
            .keys(KEYS)
            .keySets(KeySetPolicy.in(folder))
            .build();
    new KeyPublisher(SigningFixture.PROVIDERS, Clock.fixed(SigningFixture.NOW, ZoneOffset.UTC))
        .publish(request, List.of(next().facts().dnskey()));
    String after = Files.readString(next);
    assertThat(commented(after)).containsExactlyElementsOf(COMMENTED);
    assertThat(after).endsWith("; tail\n");
  }

  private static SigningKey next() {
    return SigningFixture.key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK, 256);
  }

  @Test
  void whereTheyHaveNoPlaceTheyAreRefused() {
    assertThatThrownBy(() -> sign(ZONE, request -> request.layout(ZoneLayout.WINDOWS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("comments are kept, but WHOLE_ZONE in the layout WINDOWS has none");
    assertThatThrownBy(
            () ->
                sign(
                    ZONE,
                    request ->
                        request
                            .content(ZoneContent.DNSSEC_ONLY)
                            .serialPolicy(SerialPolicy.KEEP)
                            .dnskeyTreatment(RecordTreatment.ADD)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("comments are kept, but DNSSEC_ONLY");
  }

  @Test
  void octetsOfAnyEncodingStay() throws Exception {
    sign(ZONE.replace("; glue", "; \u00fcber"), request -> request);
    assertThat(Files.readString(signed, StandardCharsets.UTF_8))
        .contains("192.0.2.3 ; \u00fcber\n");
  }
}
