package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Corpus;
import org.offlinesign.testing.CorpusFile;
import org.offlinesign.zonefile.IncludePolicy;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Zones that others signed, and the verdicts on which other verifiers agree. */
class CorpusVerificationTest {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private static final String RFC4035_ZONE = "rfc/zones/rfc4035-appendix-A.signed";

  @Test
  void signedZonesOfOthersAreValid() throws IOException {
    assertThat(disagreements(CorpusFile.Kind.SIGNED_VALID, Verdict.VALID)).isEmpty();
  }

  @Test
  void zonesAtFaultAreNot() throws IOException {
    assertThat(disagreements(CorpusFile.Kind.SIGNED_INVALID, Verdict.INVALID)).isEmpty();
  }

  private enum Verdict {
    VALID,
    INVALID,
    /** Nothing wrong was found, but not everything could be looked at. */
    UNDECIDED
  }

  private static List<String> disagreements(CorpusFile.Kind kind, Verdict expected)
      throws IOException {
    List<String> disagreements = new ArrayList<>();
    int agreements = 0;
    for (CorpusFile file : Corpus.require().hard(kind)) {
      Verdict verdict = verdict(file);
      if (verdict == expected) {
        agreements++;
      } else if (verdict != Verdict.UNDECIDED) {
        disagreements.add(file.relativePath());
      }
    }
    assertThat(agreements).isGreaterThan(20);
    return disagreements;
  }

  @Test
  void rfc4035_appendixA_theZoneIsValidInItsTime() throws IOException, ZoneFileException {
    VerificationReport report = verifyRfc4035Zone("20040420000000");

    assertThat(ofProtocol(report)).isEmpty();
    assertThat(report.figures().signatures()).isEqualTo(27);
    assertThat(report.keys()).allSatisfy(key -> assertThat(key.validSignatures()).isPositive());
  }

  @Test
  void rfc4035_appendixA_theZoneHasExpiredSince() throws IOException, ZoneFileException {
    assertThat(ofProtocol(verifyRfc4035Zone("20240420000000")))
        .containsExactly(FindingCode.RRSIG_EXPIRED);
    assertThat(ofProtocol(verifyRfc4035Zone("20030420000000")))
        .containsExactly(FindingCode.RRSIG_NOT_YET_VALID);
  }

  @Test
  void rfc9905_2_theZoneOfRfc4035IsValidAndNotAccepted() throws IOException, ZoneFileException {
    VerificationReport report = verifyRfc4035Zone("20040420000000");

    assertThat(report.isValid()).isTrue();
    assertThat(report.acceptedByPolicy()).isFalse();
    assertThat(report.counts()).containsKey(FindingCode.ALGORITHM_NOT_RELIED_ON);
  }

  private static List<FindingCode> ofProtocol(VerificationReport report) {
    return report.counts().keySet().stream()
        .filter(code -> code.kind() == FindingKind.PROTOCOL)
        .toList();
  }

  private static VerificationReport verifyRfc4035Zone(String time)
      throws IOException, ZoneFileException {
    ZoneFileSource source = ZoneFileSource.of(Corpus.require().file(RFC4035_ZONE));
    ZoneFileOptions reading = ZoneFileOptions.builder(ZoneText.ZONE).build();
    return new ZoneVerifier(ZoneText.CRYPTO)
        .verify(
            VerificationRequest.builder(source, reading, ZoneText.BUDGET)
                .at(instant(time))
                .build());
  }

  private static Verdict verdict(CorpusFile file) throws IOException {
    ZoneFileOptions reading =
        ZoneFileOptions.builder(DnsName.of(file.origin()))
            .includes(IncludePolicy.besideIncluderOrIn(file.workingDirectory()))
            .build();
    VerificationRequest.Builder request =
        VerificationRequest.builder(ZoneFileSource.of(file.path()), reading, ZoneText.BUDGET);
    file.verifyTime().map(CorpusVerificationTest::instant).ifPresent(request::at);
    try {
      return verdict(new ZoneVerifier(ZoneText.CRYPTO).verify(request.build()));
    } catch (ZoneFileException e) {
      return Verdict.INVALID;
    }
  }

  private static Verdict verdict(VerificationReport report) {
    boolean partial = report.counts().containsKey(FindingCode.ALGORITHMS_ALL_UNSUPPORTED);
    boolean faulty =
        report.counts().keySet().stream()
            .filter(code -> code != FindingCode.ALGORITHMS_ALL_UNSUPPORTED)
            .anyMatch(
                code -> code.kind() == FindingKind.PROTOCOL && code.severity() == Severity.ERROR);
    if (faulty) {
      return Verdict.INVALID;
    }
    return partial ? Verdict.UNDECIDED : Verdict.VALID;
  }

  private static Instant instant(String time) {
    return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
  }
}
