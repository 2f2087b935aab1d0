package org.offlinesign.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.MissingSoa;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeObserver;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OrderedPipeline;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zonefile.ZoneFileSummary;

/** One verification of one zone that has been read and sorted. */
final class Verification {
  private static final int BATCHES_PER_THREAD = 4;

  private final VerificationRequest request;
  private final CryptoProviders crypto;
  private final ZoneFileSummary summary;
  private final Findings findings;
  private final TrustAnchors anchors;
  private final Progress progress;

  Verification(VerificationRequest request, CryptoProviders crypto, ZoneFileSummary summary) {
    this.request = request;
    this.crypto = crypto;
    this.summary = summary;
    this.findings = newFindings();
    this.anchors = TrustAnchors.of(request.trustAnchors());
    this.progress = request.source().progress();
  }

  private Findings newFindings() {
    return new Findings(summary.files(), request.maxFindings());
  }

  VerificationReport verify(SortedZone zone) throws IOException {
    try (KnownFile known = KnownFile.open(request)) {
      return verify(zone, known);
    }
  }

  private VerificationReport verify(SortedZone zone, KnownFile known) throws IOException {
    progress.enter(Stage.VERIFY);
    progress.expect(Quantity.RECORDS, zone.records());
    Optional<ZoneApex> apex = ZoneApex.find(zone, request.zone());
    if (apex.isEmpty()) {
      findings.add(
          FindingCode.SOA_MISSING,
          Subject.missing(request.zone(), RecordType.SOA),
          "expected an SOA record but the zone's name owns no records" + otherZone(zone));
      return reportUnchecked(zone);
    }
    checkApex(apex.get());
    ZoneKeys.Known trusted = new ZoneKeys.Known(anchors, request.unpublishedKeys());
    ZoneKeys keys = ZoneKeys.of(apex.get().node(), trusted, crypto, findings);
    if (keys.all().isEmpty()) {
      return reportUnchecked(zone);
    }
    try (DenialCheck denial = DenialCheck.of(apex.get(), zone, hashBudget(), findings)) {
      VerificationReport report = new Walk(apex.get(), keys, denial, known).verify(zone);
      known.finish();
      return report;
    }
  }

  /** Returns what the sorting of hashes may use beside the sorted zone. */
  private SortBudget hashBudget() {
    return request.budget().sharedBy(ZoneVerifier.SORTERS);
  }

  private String otherZone(SortedZone zone) throws IOException {
    MissingSoa missing = new MissingSoa(request.zone());
    ZoneCursor cursor = zone.open();
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      missing.noteOutside(node);
    }
    return missing.hint();
  }

  private void checkApex(ZoneApex apex) {
    if (!apex.has(RecordType.SOA)) {
      findings.add(
          FindingCode.SOA_MISSING,
          Subject.missing(apex.node(), RecordType.SOA),
          "expected an SOA record at the apex but found none");
    }
    if (!apex.has(RecordType.DNSKEY)) {
      findings.add(
          FindingCode.DNSKEY_MISSING,
          Subject.missing(apex.node(), RecordType.DNSKEY),
          "expected DNSKEY records at the apex but found none"
              + (apex.has(RecordType.RRSIG) ? "" : ", and no signatures: the zone is not signed")
              + "; nothing else was checked");
    }
  }

  private VerificationReport reportUnchecked(SortedZone zone) throws IOException {
    if (request.observer() != NodeObserver.NONE) {
      showAll(zone);
    }
    return report(VerificationFigures.ofRecords(summary.records()), List.of(), Optional.empty());
  }

  private void showAll(SortedZone zone) throws IOException {
    NodeClassifier classifier = new NodeClassifier(request.zone());
    ZoneCursor cursor = zone.open();
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      request.observer().enter(node, classifier.classify(node));
    }
  }

  private VerificationReport report(
      VerificationFigures figures, List<KeyFigures> keys, Optional<ValidityHorizon> horizon) {
    return new VerificationReport(
        figures, keys, horizon, findings.kept(), findings.counts(), summary.notices());
  }

  /** The way through all names of a zone with keys. */
  private final class Walk {
    private final ZoneApex apex;
    private final ZoneKeys keys;
    private final SignatureRules rules = new SignatureRules(request.zone(), request.at());
    private final NodeClassifier classifier = new NodeClassifier(request.zone());
    private final DenialCheck denial;
    private final KnownFile known;
    private final ZonemdCheck zonemd;
    private final EntryPointCheck entryPoints;
    private final TrustAnchorCheck trust;
    private final KeySetCheck keySet;
    private final NodeOutcome total;

    Walk(ZoneApex apex, ZoneKeys keys, DenialCheck denial, KnownFile known) {
      this.known = known;
      this.apex = apex;
      this.keys = keys;
      this.denial = denial;
      this.zonemd = new ZonemdCheck(apex, findings);
      this.entryPoints = new EntryPointCheck(apex.node(), keys);
      NodeRrset rrset = Objects.requireNonNull(apex.rrset(RecordType.DNSKEY));
      this.trust = new TrustAnchorCheck(anchors, apex.node(), rrset, keys);
      this.keySet = new KeySetCheck(apex.node(), rrset, keys.all(), findings);
      this.total = newOutcome(findings);
    }

    VerificationReport verify(SortedZone zone) throws IOException {
      int threads = request.budget().threads();
      try (OrderedPipeline<NodeBatch, NodeOutcome> pipeline =
          new OrderedPipeline<>(
              threads, threads * BATCHES_PER_THREAD, this::newWork, this::collect)) {
        submitAll(zone.open(), pipeline);
        pipeline.drain();
      }
      denial.finish(findings);
      zonemd.finish();
      reportTrust();
      return report(figures(), keyFigures(), horizon());
    }

    private void submitAll(ZoneCursor cursor, OrderedPipeline<NodeBatch, NodeOutcome> pipeline)
        throws IOException {
      NodeBatch batch = new NodeBatch();
      for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
        NodeKind kind = classifier.classify(node);
        zonemd.enter(node, kind);
        request.observer().enter(node, kind);
        batch.add(denial.enter(node, kind).with(known.at(node)));
        if (batch.isFull()) {
          pipeline.submit(batch);
          batch = new NodeBatch();
        }
      }
      pipeline.submit(batch);
    }

    private OrderedPipeline.Work<NodeBatch, NodeOutcome> newWork() {
      List<NodeCheck> checks =
          List.of(
              new SignatureCheck(
                  rules, new KeyVerifiers(keys, crypto, known.newSignatures(request))),
              denial.newNodeCheck(),
              new PlacementCheck(),
              new DelegationCheck());
      return batch -> batch.check(checks, newOutcome(newFindings()));
    }

    private void collect(NodeOutcome outcome) throws IOException {
      denial.collect(outcome);
      total.addAll(outcome);
      progress.count(Quantity.RECORDS, outcome.tally().records());
      progress.count(Quantity.SIGNATURES, outcome.tally().signatures());
    }

    private NodeOutcome newOutcome(Findings into) {
      return new NodeOutcome(into, new SignatureTally(keys.signers().size()), new Nsec3Entries());
    }

    private void reportTrust() {
      keySet.reportUnsignedRevocations(total.tally());
      trust.report(total);
      new ChildSignalCheck(request.zone(), apex.node(), keys).report(total);
      if (anchors.areAbsent()) {
        entryPoints.report(total);
      }
    }

    private Optional<ValidityHorizon> horizon() {
      return request.at().flatMap(at -> new HorizonCheck(apex, at, request.until()).report(total));
    }

    private VerificationFigures figures() {
      Map<NodeKind, Long> names = new EnumMap<>(NodeKind.class);
      for (NodeKind kind : NodeKind.values()) {
        names.put(kind, classifier.count(kind));
      }
      SignatureTally tally = total.tally();
      return new VerificationFigures(
          summary.records(),
          names,
          tally.rrsets(),
          tally.signatures(),
          tally.unverifiableSignatures());
    }

    private List<KeyFigures> keyFigures() {
      List<KeyFigures> figures = new ArrayList<>();
      for (ApexKey key : keys.all()) {
        figures.add(new KeyFigures(key.dnskey(), key.keyTag(), total.tally().validBy(key)));
      }
      return figures;
    }
  }
}
