package org.offlinesign.lint;

import java.io.IOException;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRules;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;
import org.offlinesign.zonefile.ZoneFileSummary;

/**
 * Reads a zone file, signed or not, and reports everything that is wrong with it as a zone.
 *
 * <p>Signatures are not looked at. Holds two sort budgets, and of the findings of each severity as
 * many as the options allow errors.
 */
public final class ZoneCheck {
  private final ZoneFileOptions options;
  private final SortBudget budget;

  /** Creates a check of the zone that the options name as origin. */
  public ZoneCheck(ZoneFileOptions options, SortBudget budget) {
    this.options = options;
    this.budget = budget.sharedBy(2);
  }

  /** Returns what there is to say of a zone file. */
  public ZoneCheckReport check(ZoneFileSource source) throws IOException {
    try (ZoneSorter sorter = new ZoneSorter(budget)) {
      ZoneFileSummary summary = new ZoneFileReader(options).read(source, sorter);
      DiagnosticCollector findings = new DiagnosticCollector(options.maxErrors());
      summary.notices().forEach(findings::add);
      try (SortedZone zone = sorter.finish()) {
        return check(zone, summary.files(), findings);
      }
    } catch (ZoneFileException e) {
      DiagnosticCollector findings = new DiagnosticCollector(Integer.MAX_VALUE);
      e.diagnostics().forEach(findings::add);
      return ZoneCheckReport.of(findings, 0, 0);
    }
  }

  private ZoneCheckReport check(SortedZone zone, List<String> files, DiagnosticCollector findings)
      throws IOException {
    DnsName apex = options.origin();
    NodeClassifier classifier = new NodeClassifier(apex);
    NodeRules rules = new NodeRules(apex, files, findings::add);
    Breaches breaches = new Breaches(files, findings::add);
    Nsec3HashRule hashes = new Nsec3HashRule(breaches);
    List<UnservedData> unserved = List.of(UnservedData.outOfZone(), UnservedData.occluded());
    long names = 0;
    try (NameServerRules servers = new NameServerRules(apex, files, budget, findings::add)) {
      ZoneCursor cursor = zone.open();
      for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
        NodeKind kind = classifier.classify(node);
        rules.check(node, kind);
        hashes.check(node);
        servers.note(node, kind);
        for (UnservedData data : unserved) {
          data.note(node, kind);
        }
        names++;
      }
      rules.finish();
      unserved.forEach(data -> data.finish(breaches));
      servers.finish(zone);
    }
    return ZoneCheckReport.of(findings, zone.records(), names);
  }
}
