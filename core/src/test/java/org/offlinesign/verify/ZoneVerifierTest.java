package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.progress.StageFigures;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileException;

/** What a verification reports, whatever is wrong with the zone. */
class ZoneVerifierTest {
  @Test
  void aGoodZoneHasNoFindingsAndIsCounted() {
    VerificationReport report =
        ZoneText.verify(
            ExampleZone.SIGNED.request().at(Instant.ofEpochSecond(ExampleSigner.INCEPTION + 1)));

    assertThat(report.findings()).isEmpty();
    assertThat(report.isValid()).isTrue();
    VerificationFigures figures = report.figures();
    assertThat(figures.signedRrsets()).isEqualTo(15);
    assertThat(figures.signatures()).isEqualTo(15);
    assertThat(figures.unverifiableSignatures()).isZero();
    assertThat(figures.names())
        .containsEntry(NodeKind.APEX, 1L)
        .containsEntry(NodeKind.AUTHORITATIVE, 4L)
        .containsEntry(NodeKind.DELEGATION, 2L)
        .containsEntry(NodeKind.GLUE, 2L)
        .containsEntry(NodeKind.OCCLUDED, 1L);
    assertThat(report.keys())
        .containsExactly(
            new KeyFigures(
                ExampleSigner.dnskey(ExampleZone.KEY),
                ExampleSigner.dnskey(ExampleZone.KEY).keyTag(),
                15));
  }

  @Test
  void aZoneWithoutApexIsNoZone() {
    assertThat(ZoneText.of("other. 3600 IN A 192.0.2.1").codes())
        .containsExactly(FindingCode.SOA_MISSING);
  }

  @Test
  void findingsBeyondTheLimitAreCounted() {
    VerificationReport report =
        ZoneText.verify(
            ExampleZone.SIGNED
                .request()
                .at(Instant.ofEpochSecond(ExampleSigner.EXPIRATION + 1))
                .maxFindings(4));
    assertThat(report.findings()).hasSize(4);
    assertThat(report.count(Severity.ERROR)).isEqualTo(15);
    assertThat(report.omittedFindings()).isEqualTo(11);
  }

  @Test
  void aFindingAllOverTheZoneDoesNotCrowdOutAnother() {
    ZoneText zone = ExampleZone.SIGNED.replacing("192.0.2.1", "192.0.2.9");
    Instant late = Instant.ofEpochSecond(ExampleSigner.EXPIRATION + 1);
    assertThat(ZoneText.verify(zone.request().at(late).maxFindings(4)).findings())
        .extracting(Finding::code)
        .containsOnlyOnce(FindingCode.RRSIG_INVALID)
        .contains(FindingCode.RRSIG_EXPIRED)
        .hasSize(4);
  }

  @Test
  void warningsDoNotCrowdOutAnError() {
    ZoneText zone =
        ExampleZone.SIGNER
            .sign(
                ExampleZone.unsigned()
                    .replacing("example. 3600 IN SOA", "example. 600 IN SOA")
                    .toString())
            .without("*.w.example.", "RRSIG TXT ");
    VerificationReport report = ZoneText.verify(zone.request().maxFindings(1));
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.NSEC_TTL, FindingCode.RRSIG_MISSING);
  }

  @Test
  void theReportDoesNotDependOnTheNumberOfThreads(@TempDir Path folder) {
    ZoneText zone = manyNames().mapping(ExampleZone::flipSignature, "7.example.", "RRSIG A ");
    Instant at = Instant.ofEpochSecond(ExampleSigner.INCEPTION);
    VerificationReport alone = ZoneText.verify(zone.request().at(at).budget(Budgets.in(folder, 1)));
    VerificationReport together =
        ZoneText.verify(zone.request().at(at).budget(Budgets.in(folder, 4)));

    assertThat(alone.counts()).containsOnlyKeys(FindingCode.RRSIG_INVALID);
    assertThat(together.findings()).isEqualTo(alone.findings());
    assertThat(together.figures()).isEqualTo(alone.figures());
    assertThat(together.horizon()).isPresent().isEqualTo(alone.horizon());
  }

  @Test
  void theStagesAreCountedUpToTheLastRecord() throws Exception {
    ZoneText zone = manyNames();
    VerificationRequest request = zone.request().build();

    VerificationReport report = new ZoneVerifier(ZoneText.CRYPTO).verify(request);

    List<StageFigures> stages = request.source().progress().stages();
    assertThat(stages)
        .extracting(StageFigures::stage)
        .containsExactly(Stage.READ, Stage.SORT, Stage.VERIFY);
    long records = zone.lines().size();
    assertThat(stages.get(0).file()).contains("example.zone");
    assertThat(stages.get(0).done(Quantity.RECORDS)).isEqualTo(records);
    assertThat(stages.get(0).done(Quantity.OCTETS)).isEqualTo(zone.toString().length() + 1);
    assertThat(stages.get(2).expected(Quantity.RECORDS)).hasValue(records);
    assertThat(stages.get(2).done(Quantity.RECORDS)).isEqualTo(records);
    assertThat(stages.get(2).done(Quantity.SIGNATURES)).isEqualTo(report.figures().signatures());
    assertThat(request.source().progress().current()).isEmpty();
  }

  private static ZoneText manyNames() {
    StringBuilder text =
        new StringBuilder(
            """
            example. 3600 IN SOA ns.test. admin.test. 1 7200 3600 1209600 900
            example. 900 IN NSEC n100.example. SOA RRSIG NSEC DNSKEY
            """);
    for (int i = 100; i < 400; i++) {
      String next = i == 399 ? "" : "n" + (i + 1) + ".";
      text.append("n").append(i).append(".example. 3600 IN A 192.0.2.1\n");
      text.append("n").append(i).append(".example. 900 IN NSEC ").append(next);
      text.append("example. A RRSIG NSEC\n");
    }
    return ExampleZone.SIGNER.sign(text.toString());
  }

  @Test
  void aBrokenFileIsRefused() {
    assertThatThrownBy(
            () ->
                new ZoneVerifier(ZoneText.CRYPTO)
                    .verify(ZoneText.of("example. IN A 300.0.0.1").request().build()))
        .isInstanceOf(ZoneFileException.class);
  }
}
