package org.offlinesign.lint;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

/**
 * Looks for the servers that a zone names within itself, and for what its aliases lead to.
 *
 * <p>The names that records lead to are sorted like the zone, so that one pass over both finds
 * them: beside the sort budget it holds the wildcards above the present name. Not thread safe.
 */
final class TargetRules implements LintRule, AutoCloseable {
  /** A private type, so that its RDATA is octets to the sorter. */
  private static final int REFERENCE = 65280;

  private final DnsName apex;
  private final WireSuffix zone;
  private final List<String> files;
  private final Consumer<Diagnostic> findings;
  private final ZoneSorter targets;
  private final RecordBuffer target = new RecordBuffer();

  TargetRules(DnsName apex, List<String> files, SortBudget budget, Consumer<Diagnostic> findings) {
    this.apex = apex;
    this.zone = new WireSuffix(apex);
    this.files = files;
    this.findings = findings;
    this.targets = new ZoneSorter(budget);
  }

  /** Notes where the records of a name lead. */
  @Override
  public void check(OwnerNode node, NodeKind kind) throws IOException {
    if (!kind.isInChain()) {
      return;
    }
    for (NodeRrset rrset : node.rrsets()) {
      RecordType type = RecordType.of(rrset.type());
      boolean served = kind != NodeKind.DELEGATION || type.equals(RecordType.NS);
      if (served && RdataNames.has(type)) {
        note(node, rrset, kind);
      }
    }
  }

  private void note(OwnerNode node, NodeRrset rrset, NodeKind kind) throws IOException {
    RecordType type = RecordType.of(rrset.type());
    if (type.equals(RecordType.NS)) {
      note(node, rrset, kind == NodeKind.APEX ? Reference.NS_OF_ZONE : Reference.NS_OF_CHILD);
    } else if (type.equals(RecordType.SVCB)) {
      noteBindings(node, rrset, Reference.SVCB_SERVICE, Reference.SVCB_ALIAS);
    } else if (type.equals(RecordType.HTTPS)) {
      noteBindings(node, rrset, Reference.HTTPS_SERVICE, Reference.HTTPS_ALIAS);
    } else if (type.equals(RecordType.SOA)) {
      note(node, rrset, Reference.PRIMARY);
    } else if (type.equals(RecordType.MX)) {
      note(node, rrset, Reference.MAIL);
    } else if (type.equals(RecordType.SRV)) {
      note(node, rrset, Reference.SERVICE);
    } else if (type.equals(RecordType.CNAME)) {
      note(node, rrset, Reference.ALIAS);
    }
  }

  private void note(OwnerNode node, NodeRrset rrset, Reference reference) throws IOException {
    int offset = RdataNames.offset(reference.type());
    for (int i = 0; i < rrset.size(); i++) {
      int from = rrset.typedOffset(i) + offset;
      int end = rrset.typedOffset(i) + rrset.rdataLength(i);
      target.owner().clear();
      target.owner().bytes(rrset.octets(), from, WireNames.lengthAt(rrset.octets(), from, end));
      add(node, rrset, i, reference);
    }
  }

  private void noteBindings(OwnerNode node, NodeRrset rrset, Reference service, Reference alias)
      throws IOException {
    for (int i = 0; i < rrset.size(); i++) {
      ServiceBinding binding = ServiceBinding.of(rrset, i);
      target.owner().clear();
      if (binding.target().isRoot() && !binding.isAlias()) {
        // RFC 9460 §2.5.2: in service mode the root stands for the owner.
        node.writeOwnerTo(target.owner());
      } else {
        binding.target().writeTo(target.owner());
      }
      add(node, rrset, i, binding.isAlias() ? alias : service);
    }
  }

  /** Adds the record turned round: from the name it leads to back to its owner. */
  private void add(OwnerNode node, NodeRrset rrset, int record, Reference reference)
      throws IOException {
    int length = target.owner().length();
    // The root as a target means that there is none (RFC 2782, RFC 7505, RFC 9460 §2.5.1).
    if (length == 1 || !zone.endsOf(target.owner().array(), 0, length)) {
      return;
    }
    target.rdata().clear();
    target.rdata().u16(reference.mark());
    node.writeOwnerTo(target.rdata());
    target.set(REFERENCE, rrset.recordClass(), 0);
    target.setPlace(rrset.file(record), rrset.line(record), rrset.column(record));
    targets.accept(target);
  }

  /** Passes over the zone again and tells of each name that is not what it should be. */
  void finish(SortedZone records, Progress progress) throws IOException {
    Tally uselessGlue = new Tally(LintCode.GLUE_UNNEEDED, new Breaches(files, findings));
    progress.enter(Stage.SORT);
    try (SortedZone sorted = targets.finish()) {
      progress.enter(Stage.TARGETS);
      progress.expect(Quantity.RECORDS, sorted.records());
      TargetWalk walk = new TargetWalk(apex, records.open(), uselessGlue);
      ZoneCursor names = sorted.open();
      for (OwnerNode name = names.next(); name != null; name = names.next()) {
        walk.to(name);
        judge(name, walk);
        progress.count(Quantity.RECORDS, name.records());
      }
      walk.toEnd();
    }
    uselessGlue.report(
        (names, first) ->
            names == 1
                ? first.owner() + " is below a cut and no name server needs its address"
                : "no name server needs the addresses of "
                    + names
                    + " names below cuts; one is "
                    + first.owner());
  }

  private void judge(OwnerNode name, TargetWalk walk) {
    TargetState state = walk.stateOf(name);
    NodeRrset records = name.rrsets().get(0);
    for (int i = 0; i < records.size(); i++) {
      Referrer referrer = referrer(records, i);
      if (referrer.reference().type().equals(RecordType.NS)) {
        walk.noteServer(name);
      }
      judge(name.owner(), referrer, state);
    }
  }

  /** A record that leads to a name. */
  private record Referrer(Reference reference, DnsName owner, Place place) {}

  private Referrer referrer(NodeRrset records, int record) {
    int at = records.typedOffset(record);
    int mark = (records.octets()[at] & 0xff) << 8 | (records.octets()[at + 1] & 0xff);
    return new Referrer(
        Reference.marked(mark),
        WireNames.at(records.octets(), at + 2, records.rdataLength(record) - 2),
        new Place(files.get(records.file(record)), records.line(record), records.column(record)));
  }

  private void judge(DnsName name, Referrer referrer, TargetState state) {
    Reference reference = referrer.reference();
    LintCode aliasCode = reference.aliasCode();
    switch (state) {
      case ALIAS -> {
        if (aliasCode != null) {
          report(aliasCode, name, referrer, "is an alias (CNAME), which it must not be");
        }
      }
      case BELOW_DNAME -> {
        if (aliasCode != null) {
          report(aliasCode, name, referrer, "is below a DNAME record, so it has no address");
        }
      }
      case DELEGATED_WITHOUT_ADDRESS -> judgeGlue(name, referrer);
      case WITHOUT_ADDRESS -> {
        if (reference.needsAddress()) {
          report(reference.missingCode(), name, referrer, "has no A or AAAA record");
        }
      }
      case ABSENT -> {
        String problem = reference.needsAddress() ? "has no A or AAAA record" : "is not there";
        report(reference.missingCode(), name, referrer, problem + dotHint(name));
      }
      case DELEGATED, HAS_ADDRESS -> {
        // As it should be.
      }
    }
  }

  /** A name that is not there and that is of several labels may have been meant to be complete. */
  private String dotHint(DnsName name) {
    boolean several = name.labelCount() - apex.labelCount() > 1;
    return several && !apex.isRoot() ? "; is a final dot missing?" : "";
  }

  /** RFC 1034 §4.2.1: of the servers below a cut only those of the very child need glue. */
  private void judgeGlue(DnsName name, Referrer referrer) {
    if (referrer.reference() == Reference.NS_OF_CHILD) {
      boolean own = name.isAtOrBelow(referrer.owner());
      LintCode code = own ? LintCode.GLUE_MISSING : LintCode.GLUE_OF_SIBLING_MISSING;
      report(code, name, referrer, "has no A or AAAA record here");
    }
  }

  private void report(LintCode code, DnsName name, Referrer referrer, String problem) {
    Reference reference = referrer.reference();
    String subject = subject(name, referrer);
    Diagnostic found =
        Diagnostic.of(referrer.place(), code, subject + problem)
            .about(referrer.owner(), reference.type());
    // In the root zone no dot can be missing, and excerpts of it lack the addresses on purpose.
    findings.accept(
        apex.isRoot() && found.severity() == Severity.ERROR ? found.as(Severity.WARNING) : found);
  }

  private static String subject(DnsName name, Referrer referrer) {
    Reference reference = referrer.reference();
    if (!reference.needsAddress()) {
      return name + ", which " + referrer.owner() + " is an alias of, ";
    }
    return name.equals(referrer.owner())
        ? name + ", to which its own " + reference.type() + " record leads, "
        : name + ", " + reference.role() + " " + referrer.owner() + ", ";
  }

  @Override
  public void close() throws IOException {
    targets.close();
  }
}
