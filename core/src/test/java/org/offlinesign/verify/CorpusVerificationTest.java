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
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Zones that others signed, and the verdicts on which other verifiers agree. */
class CorpusVerificationTest {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private static final String RFC4035_ZONE = "rfc/zones/rfc4035-appendix-A.signed";

  @Test
  void signedZonesOfOthersAreValid() throws IOException {
    assertThat(wrongVerdicts(CorpusFile.Kind.SIGNED_VALID)).isEmpty();
  }

  @Test
  void zonesAtFaultAreNot() throws IOException {
    assertThat(wrongVerdicts(CorpusFile.Kind.SIGNED_INVALID)).isEmpty();
  }

  private static List<String> wrongVerdicts(CorpusFile.Kind kind) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<CorpusFile> files = Corpus.require().hard(kind);
    assertThat(files).hasSizeGreaterThan(40);
    for (CorpusFile file : files) {
      if (isValid(file) != (kind == CorpusFile.Kind.SIGNED_VALID)) {
        wrong.add(file.relativePath());
      }
    }
    return wrong;
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

  private static boolean isValid(CorpusFile file) throws IOException {
    ZoneFileOptions reading =
        ZoneFileOptions.builder(DnsName.of(file.origin()))
            .includes(
                IncludePolicy.inFolders(file.workingDirectory(), List.of(file.workingDirectory())))
            .build();
    VerificationRequest.Builder request =
        VerificationRequest.builder(ZoneFileSource.of(file.path()), reading, ZoneText.BUDGET);
    file.verifyTime().map(CorpusVerificationTest::instant).ifPresent(request::at);
    try {
      return new ZoneVerifier(ZoneText.CRYPTO).verify(request.build()).isValid();
    } catch (ZoneFileException e) {
      return false;
    }
  }

  private static Instant instant(String time) {
    return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
  }
}
