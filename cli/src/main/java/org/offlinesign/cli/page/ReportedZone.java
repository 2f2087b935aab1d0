package org.offlinesign.cli.page;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.offlinesign.census.ZoneCensus;
import org.offlinesign.cli.report.ReportedFinding;
import org.offlinesign.cli.report.ZoneReport;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;
import org.offlinesign.verify.TrustChain;
import org.offlinesign.verify.VerificationReport;

/**
 * All that a page tells of a zone.
 *
 * @param findings what is wrong, as it is shown
 * @param report what the verifier says
 * @param census what the zone is made of
 */
public record ReportedZone(
    ZoneReport findings,
    VerificationReport report,
    ZoneCensus census,
    Surroundings surroundings,
    Origin origin) {
  /**
   * What is known besides the zone.
   *
   * @param parent the DS records of the parent; empty if they are not known
   * @param keys the zone's keys in the key store; empty if there is none
   */
  public record Surroundings(Optional<List<Ds>> parent, Optional<List<StoredKey>> keys) {}

  /**
   * What was looked at, and when.
   *
   * @param file empty if it was a stream
   * @param at the instant of the verification
   * @param timeZone of the times that are shown
   */
  public record Origin(Optional<Path> file, Instant at, ZoneId timeZone) {}

  DnsName zone() {
    return findings.zone();
  }

  TrustChain chain() {
    return TrustChain.of(zone(), surroundings.parent(), report, census);
  }

  Dates dates() {
    return new Dates(origin.timeZone());
  }

  List<ReportedFinding> list() {
    return findings.findings();
  }
}
