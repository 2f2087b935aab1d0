package org.offlinesign.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.verify.Finding;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.IncludePolicy;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * Verifies one of two good signed zones after it was tampered with, or any text in its place.
 *
 * <p>Whatever was done: there are findings and no exception, none of them acts on a terminal, and
 * several threads find what one does; and where the verifier has nothing against a zone, all that
 * its signatures protect is what it was.
 */
final class VerifyTarget implements FuzzTarget {
  private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");
  private static final int WITH_NSEC3 = 1;
  private static final int AS_TEXT = 2;
  private static final int BY_THREADS = 4;
  private static final int MAX_FINDINGS = 20;
  private static final List<String> NAMES = List.of("signed.example", "signed-nsec3.example");

  private final ZoneVerifier verifier = new ZoneVerifier(CryptoProviders.detect());
  private final List<SignedZone> zones = NAMES.stream().map(SignedZone::of).toList();

  /** A zone that is good, and what of it signatures protect. */
  private record SignedZone(DnsName name, String text, ProtectedData data) {
    static SignedZone of(String name) {
      try {
        Path file = Seeds.testZoneFolder().resolve(name + ".zone");
        byte[] text = Files.readAllBytes(file);
        return new SignedZone(
            DnsName.of(name),
            new String(text, StandardCharsets.ISO_8859_1),
            ProtectedData.of(text, options(name)));
      } catch (IOException e) {
        throw new AssertionError("a test zone cannot be read", e);
      }
    }

    private static ZoneFileOptions options(String name) {
      return VerifyTarget.options(DnsName.of(name));
    }
  }

  private static ZoneFileOptions options(DnsName zone) {
    return ZoneFileOptions.builder(zone).includes(IncludePolicy.refused()).build();
  }

  @Override
  public void run(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    SignedZone zone = zones.get(input[0] & WITH_NSEC3);
    byte[] text =
        (input[0] & AS_TEXT) != 0
            ? Arrays.copyOfRange(input, 1, input.length)
            : new Tampering(zone.text).by(input, 1);
    try {
      VerificationReport report = verify(zone, text, 1);
      checkReport(report);
      Oracle.require(
          (input[0] & BY_THREADS) == 0 || report.equals(verify(zone, text, 2)),
          () -> "two threads find something else");
      if (report.isValid()) {
        ProtectedData data = ProtectedData.of(text, options(zone.name));
        Oracle.require(
            data.equals(zone.data),
            () -> "a zone verifies that is another: " + data.differenceFrom(zone.data));
      }
    } catch (ZoneFileException e) {
      Oracle.require(!e.errors().isEmpty(), () -> "refused without an error");
    }
  }

  private VerificationReport verify(SignedZone zone, byte[] text, int threads)
      throws IOException, ZoneFileException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return verifier.verify(
        VerificationRequest.builder(
                ZoneFileSource.of(Reading.NAME, new ByteArrayInputStream(text)),
                options(zone.name),
                new SortBudget(SortBudget.MIN_OCTETS, temporary, threads))
            .at(AT)
            .maxFindings(MAX_FINDINGS)
            .build());
  }

  private static void checkReport(VerificationReport report) {
    Oracle.require(
        report.findings().size() <= 3 * MAX_FINDINGS && report.omittedFindings() >= 0,
        () -> report.findings().size() + " findings where fewer were asked for");
    for (Finding finding : report.findings()) {
      Oracle.require(
          finding.format().chars().noneMatch(Character::isISOControl),
          () -> "a finding that acts on a terminal: " + finding);
    }
  }

  @Override
  public List<byte[]> seeds() {
    Seeds seeds = new Seeds();
    for (int which = 0; which < zones.size(); which++) {
      seeds.add(new byte[0], which | BY_THREADS);
      for (int kind = 0; kind < Tampering.Kind.values().length; kind++) {
        for (int line = 5; line < 35; line += 7) {
          seeds.add(new byte[] {0, '7', 2}, which, kind, line, 1 + line % 3);
        }
      }
      String text = zones.get(which).text;
      seeds.add(text.substring(0, Math.min(text.length(), Seeds.MAX_LENGTH)), which | AS_TEXT);
    }
    return seeds.all();
  }

  @Override
  public List<String> dictionary() {
    return Words.ofZones();
  }
}
