package org.offlinesign.sign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zonefile.ZoneFileException;

/**
 * The one pass over the sorted zone: decides what each name is, checks it, edits apex and
 * delegations, and hands it on to be signed.
 *
 * <p>After the first fault nothing is signed any more, but the pass goes on to find the others.
 */
final class ZonePass {
  /** There is no chain yet, or will be none, to which old signatures may belong. */
  private static final NameCursor.HashedSink UNCHAINED = (owner, old) -> {};

  private final SigningContext context;
  private final CryptoProviders providers;
  private final ZoneFaults faults;
  private final SigningRules rules;
  private final NodeNotes notes;
  private final DelegationEditor delegations;
  private final ZoneTally tally;
  private final TtlLowering ttls;
  private final FileAsItIs file;
  private final NodeClassifier classifier;

  /** Records passed over since the last block of text was written. */
  private long passed;

  ZonePass(
      SigningContext context,
      CryptoProviders providers,
      ZoneFaults faults,
      DelegationEditor delegations) {
    this.context = context;
    this.providers = providers;
    this.faults = faults;
    this.rules = new SigningRules(context, faults);
    this.notes = new NodeNotes(context, faults);
    this.delegations = delegations;
    this.file = new FileAsItIs(context.request().content(), faults);
    this.ttls = new TtlLowering(context.request().ttlLimits());
    this.tally = new ZoneTally(context.plan().keys().size());
    this.classifier = new NodeClassifier(context.zone());
  }

  /**
   * Remembers of which other zone the input has the SOA record, for the case that this has none.
   */
  void noteSoaOutside(DnsName owner) {
    rules.noteSoaOutside(owner);
  }

  /** Signs a zone and writes its text; returns its new apex. */
  SignedApex run(SortedZone sorted, ApexEditor editor, SigningOutput output)
      throws IOException, ZoneFileException, KeyPlanException {
    context.progress().enter(Stage.SIGN);
    context.progress().expect(Quantity.RECORDS, sorted.records());
    NameCursor cursor = new NameCursor(sorted.open());
    OwnerNode first = apex(cursor.next(UNCHAINED));
    List<OldSignature> old = new ArrayList<>(cursor.old());
    old.addAll(context.previous().atApex());
    check(first, NodeKind.APEX);
    OwnerNode lowered = ttls.apply(first);
    NodeRrset soa = lowered.rrset(RecordType.SOA);
    if (soa == null || !faults.isEmpty()) {
      throw faultsOf(cursor);
    }
    SignedApex apex = editor.edit(lowered, soa, old);
    file.check(first, apex.node());
    if (!faults.isEmpty()) {
      throw faultsOf(cursor);
    }
    passed += first.records();
    output.heading(context.heading(apex.soa().serial()));
    sign(apex, cursor, output);
    tally.setDuplicates(cursor.duplicates());
    tally.setLoweredTtls(ttls.lowered());
    return apex;
  }

  /** Has the apex and all names behind it signed and written, and the chain. */
  private void sign(SignedApex apex, NameCursor cursor, SigningOutput output)
      throws IOException, ZoneFileException {
    try (ZoneWriter writer = writer(apex.denialTtl(), output)) {
      tally.add(apex.node(), NodeKind.APEX);
      OldSignatures atApex = OldSignatures.unchecked(apex.old());
      writer.add(apex.node(), NodeKind.APEX, atApex.with(context.previous().apex()));
      NameCursor.HashedSink hashed = writer::addOld;
      for (OwnerNode node = cursor.next(hashed); node != null; node = cursor.next(hashed)) {
        pass(node, cursor.old(), writer);
        passed += node.records();
      }
      faults.throwIfAny();
      writer.endNames();
      if (context.request().denial() instanceof Nsec3) {
        context.progress().enter(Stage.CHAIN);
      }
      writer.finish();
      faults.throwIfAny();
    }
  }

  private ZoneWriter writer(Ttl denialTtl, SigningOutput output) {
    return new ZoneWriter(
        context,
        providers,
        units -> DenialRecords.of(context, denialTtl, faults, units),
        block -> write(block, output));
  }

  private OwnerNode apex(@Nullable OwnerNode first) throws ZoneFileException {
    if (first == null || classifier.classify(first) != NodeKind.APEX) {
      rules.finish();
      throw faults.toException();
    }
    return first;
  }

  private void check(OwnerNode node, NodeKind kind) throws ZoneFileException {
    rules.check(node, kind);
    if (faults.isFull()) {
      throw faults.toException();
    }
    notes.look(node, kind);
  }

  /** Looks for further faults without signing anything. */
  private ZoneFileException faultsOf(NameCursor cursor) throws IOException, ZoneFileException {
    for (OwnerNode node = cursor.next(UNCHAINED); node != null; node = cursor.next(UNCHAINED)) {
      check(node, classifier.classify(node));
    }
    return faults.toException();
  }

  private void pass(OwnerNode node, List<OldSignature> old, ZoneWriter writer)
      throws IOException, ZoneFileException {
    NodeKind kind = classifier.classify(node);
    check(node, kind);
    if (!faults.isEmpty()) {
      return;
    }
    OwnerNode lowered = ttls.apply(node);
    OwnerNode edited = kind == NodeKind.DELEGATION ? delegations.edit(lowered) : lowered;
    file.check(node, edited);
    if (!faults.isEmpty()) {
      return;
    }
    tally.add(edited, kind);
    OldSignatures signatures = OldSignatures.unchecked(old).with(context.previous().at(node));
    writer.add(edited, kind, signatures);
  }

  /** Writes and counts some names. */
  void write(SignedBlock block, SigningOutput output) throws IOException {
    output.write(block);
    tally.add(block);
    context.progress().count(Quantity.RECORDS, passed);
    context.progress().count(Quantity.SIGNATURES, block.signatures().made());
    passed = 0;
  }

  /** Returns what the signed zone holds. */
  ZoneTally tally() {
    return tally;
  }
}
