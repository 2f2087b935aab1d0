package org.offlinesign.lint;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Stage;
import org.offlinesign.zone.NameTooLargeException;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;
import org.offlinesign.zonefile.ZoneFileSummary;

/**
 * Reads a zone file, signed or not, and reports everything that is wrong with it as a zone.
 *
 * <p>Signatures are not looked at. Holds two sort budgets, and of the findings of each severity as
 * many as the request asks for.
 */
public final class ZoneCheck {
  /** What cannot be said where records could not be read: one of them may be what is missing. */
  private static final Set<LintCode> ABOUT_ABSENCE =
      Set.of(
          LintCode.SOA_MISSING,
          LintCode.SOA_NOT_FIRST,
          LintCode.NS_MISSING,
          LintCode.NS_SINGLE,
          LintCode.NS_WITHOUT_ADDRESS,
          LintCode.CHILD_NS_WITHOUT_ADDRESS,
          LintCode.GLUE_MISSING,
          LintCode.GLUE_OF_SIBLING_MISSING,
          LintCode.GLUE_UNNEEDED,
          LintCode.MNAME_WITHOUT_ADDRESS,
          LintCode.MX_WITHOUT_ADDRESS,
          LintCode.SRV_WITHOUT_ADDRESS,
          LintCode.SVCB_WITHOUT_ADDRESS,
          LintCode.ALIAS_DANGLING,
          LintCode.SPF_TYPE_ALONE,
          LintCode.DS_WITHOUT_NS,
          LintCode.DNSSEC_LEFTOVER);

  private final ZoneCheckRequest request;

  /** Creates a check. */
  public ZoneCheck(ZoneCheckRequest request) {
    this.request = request;
  }

  /** Returns what there is to say of a zone file. */
  public ZoneCheckReport check(ZoneFileSource source) throws IOException {
    try {
      return run(source);
    } finally {
      source.progress().leave();
    }
  }

  private ZoneCheckReport run(ZoneFileSource source) throws IOException {
    Progress progress = source.progress();
    try (ZoneSorter sorter = new ZoneSorter(request.budget().sharedBy(2))) {
      FirstRecord first = new FirstRecord(sorter);
      ZoneFileSummary summary =
          new ZoneFileReader(request.options()).readGoodRecords(source, first);
      FindingCollector findings =
          new FindingCollector(request.policy(), request.maxFindings(), summary.files());
      summary.notices().forEach(findings::add);
      boolean whole =
          summary.notices().stream().noneMatch(found -> found.severity() == Severity.ERROR);
      Consumer<Diagnostic> sink = whole ? findings::add : found -> addPresent(found, findings);
      progress.enter(Stage.SORT);
      try (SortedZone zone = sorter.finish()) {
        ZoneLint lint = new ZoneLint(request, summary.files(), sink, progress);
        long names = lint.check(zone, first);
        return whole
            ? ZoneCheckReport.of(findings, zone.records(), names)
            : ZoneCheckReport.of(findings, 0, 0);
      } catch (NameTooLargeException e) {
        findings.add(e.diagnostic(summary.files()));
        return ZoneCheckReport.of(findings, 0, 0);
      }
    }
  }

  private static void addPresent(Diagnostic found, FindingCollector findings) {
    if (!ABOUT_ABSENCE.contains(found.code())) {
      findings.add(found);
    }
  }
}
