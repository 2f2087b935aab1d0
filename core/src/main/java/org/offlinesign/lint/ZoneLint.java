package org.offlinesign.lint;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.Duplicate;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRules;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;

/**
 * Holds all rules against the names of a sorted zone in one pass, and against servers in another.
 */
final class ZoneLint {
  private final ZoneCheckRequest request;
  private final DnsName apex;
  private final List<String> files;
  private final Consumer<Diagnostic> findings;
  private final Progress progress;

  /**
   * @param files the names of the files, by the index that records carry
   * @param progress takes note of the two passes
   */
  ZoneLint(
      ZoneCheckRequest request,
      List<String> files,
      Consumer<Diagnostic> findings,
      Progress progress) {
    this.request = request;
    this.apex = request.options().origin();
    this.files = files;
    this.findings = findings;
    this.progress = progress;
  }

  /** Returns how many names the zone has. */
  long check(SortedZone zone, FirstRecord first) throws IOException {
    NodeClassifier classifier = new NodeClassifier(apex);
    NodeRules common = new NodeRules(apex, files, findings);
    List<LintRule> rules = rules(classifier, first);
    long names = 0;
    progress.enter(Stage.CHECK);
    progress.expect(Quantity.RECORDS, zone.records());
    try (TargetRules targets =
        new TargetRules(apex, files, request.budget().sharedBy(2), findings)) {
      ZoneCursor cursor = zone.open(this::tellOfDuplicate);
      for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
        NodeKind kind = classifier.classify(node);
        common.check(node, kind);
        targets.check(node, kind);
        for (LintRule rule : rules) {
          rule.check(node, kind);
        }
        names++;
        progress.count(Quantity.RECORDS, node.records());
      }
      common.finish();
      rules.forEach(LintRule::finish);
      targets.finish(zone, progress);
    }
    return names;
  }

  private List<LintRule> rules(NodeClassifier classifier, FirstRecord first) {
    Breaches breaches = new Breaches(files, findings);
    DoubledOrigin doubled = new DoubledOrigin(apex);
    LocalDate today = LocalDate.ofInstant(request.now(), ZoneOffset.UTC);
    return List.of(
        new ApexRule(first, breaches),
        new SoaRule(today, breaches),
        new UnservedRule(classifier, breaches),
        new PlacementRule(breaches),
        new TtlRule(breaches),
        new NameRule(doubled, breaches),
        new TargetNameRule(apex, doubled, breaches),
        new LoopRule(breaches),
        new NullMxRule(breaches),
        new SvcbRule(breaches),
        new SpfRule(breaches),
        new ObsoleteTypeRule(breaches),
        new DsRule(breaches),
        new Nsec3HashRule(breaches),
        new OptOutRule(breaches),
        new LeftoverRule(breaches));
  }

  private void tellOfDuplicate(Duplicate duplicate) {
    // RFC 5936 §2.2: a zone transfer, and a file made of one, ends with the SOA record once more.
    if (!duplicate.type().equals(RecordType.SOA)) {
      String message =
          "this "
              + duplicate.type()
              + " record of "
              + duplicate.owner()
              + " is the same as the one at "
              + duplicate.keptPlace(files);
      findings.accept(
          Diagnostic.of(duplicate.place(files), LintCode.DUPLICATE_RECORD, message)
              .about(duplicate.owner(), duplicate.type()));
    }
  }
}
