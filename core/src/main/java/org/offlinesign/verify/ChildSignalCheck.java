package org.offlinesign.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.ChildSignals;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Checks that a parent that does what the CDS and CDNSKEY records ask for does not cut the zone off
 * (RFC 7344 §4.1). The parent is to check the same, so that nothing of this is an error yet.
 */
final class ChildSignalCheck {
  private final OwnerNode apex;
  private final @Nullable NodeRrset cds;
  private final @Nullable NodeRrset cdnskey;
  private final ChildSignals signals;
  private final ZoneKeys keys;

  ChildSignalCheck(DnsName zone, OwnerNode apex, ZoneKeys keys) {
    this.apex = apex;
    this.cds = apex.rrset(RecordType.CDS);
    this.cdnskey = apex.rrset(RecordType.CDNSKEY);
    this.signals = ChildSignals.of(zone, cds, cdnskey);
    this.keys = keys;
  }

  /** Reports, once all signatures have been checked. */
  void report(NodeOutcome total) {
    if (signals.areAbsent()) {
      return;
    }
    if (signals.askForDeletion()) {
      checkDeletion(total.findings());
      return;
    }
    checkPublished(total.findings());
    checkAgreement(total.findings());
    checkContinuity(total);
    checkSigner(total);
  }

  private void checkDeletion(Findings findings) {
    if (!signals.askForDeletionRightly()) {
      add(
          findings,
          FindingCode.CDS_DELETION,
          "expected '0 0 0 00' or '0 3 0 AA==' alone, and in both RRsets, but found more or less");
    }
  }

  private void checkPublished(Findings findings) {
    List<Dnskey> published = keys.all().stream().map(ApexKey::dnskey).toList();
    signals
        .cdsOtherThan(published)
        .forEach(ds -> reportKeyless(findings, cds, "the CDS record " + ds.keyTag()));
    signals
        .cdnskeyOtherThan(published)
        .forEach(key -> reportKeyless(findings, cdnskey, "the CDNSKEY record " + key.keyTag()));
  }

  private void reportKeyless(Findings findings, @Nullable NodeRrset rrset, String record) {
    if (rrset != null) {
      findings.add(
          FindingCode.CDS_WITHOUT_KEY,
          Subject.of(apex, rrset),
          record + " asks for a key that is not in the DNSKEY RRset");
    }
  }

  private void checkAgreement(Findings findings) {
    if (!signals.agree()) {
      add(
          findings,
          FindingCode.CDS_DISAGREEMENT,
          "the CDS and the CDNSKEY records ask the parent for different keys");
    }
  }

  private void checkContinuity(NodeOutcome total) {
    List<Dnskey> signers =
        keys.all().stream()
            .filter(key -> key.isTrusted() && total.tally().signsKeySetNow(key))
            .map(ApexKey::dnskey)
            .toList();
    boolean cdsLeadsIn = signals.cdsOtherThan(signers).size() < signals.cds().size();
    boolean cdnskeyLeadsIn = signals.cdnskeyOtherThan(signers).size() < signals.cdnskey().size();
    if ((cds != null && !cdsLeadsIn) || (cdnskey != null && !cdnskeyLeadsIn)) {
      add(
          total.findings(),
          FindingCode.CDS_BREAKS_DELEGATION,
          "expected a record for a key that signs the DNSKEY RRset but found none");
    }
  }

  /** RFC 7344 §4.1: a key that both the parent and the zone name has to sign what is asked. */
  private void checkSigner(NodeOutcome total) {
    if (keys.all().stream().anyMatch(keys::isAnchored)) {
      checkSigner(cds, RecordType.CDS, total);
      checkSigner(cdnskey, RecordType.CDNSKEY, total);
    }
  }

  private void checkSigner(@Nullable NodeRrset rrset, RecordType type, NodeOutcome total) {
    if (rrset != null && !total.tally().isAnchored(type)) {
      total
          .findings()
          .add(
              FindingCode.CDS_SIGNER,
              Subject.of(apex, rrset),
              "expected a valid signature of the "
                  + type
                  + " records by a key that a trust anchor names but found none");
    }
  }

  private void add(Findings findings, FindingCode code, String message) {
    NodeRrset rrset = cds == null ? cdnskey : cds;
    if (rrset != null) {
      findings.add(code, Subject.of(apex, rrset), message);
    }
  }
}
