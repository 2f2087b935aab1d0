package org.offlinesign.sign;

import java.util.List;
import org.offlinesign.delegation.ChildSignals;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.zone.OwnerNode;

/**
 * Whether the parent may do what the CDS and CDNSKEY records of the apex ask for: they must not
 * break the delegation (RFC 7344 §4.1).
 */
final class ChildSignalCheck {
  private final SigningContext context;
  private final ChildSignals signals;

  ChildSignalCheck(SigningContext context, OwnerNode apex) {
    this.context = context;
    this.signals =
        ChildSignals.of(context.zone(), apex.rrset(RecordType.CDS), apex.rrset(RecordType.CDNSKEY));
  }

  /**
   * Warns of records that would leave the zone without a way into its DNSKEY RRset.
   *
   * @param published the DNSKEY RRset
   * @param signing the keys with a signature over it
   */
  void look(List<Dnskey> published, List<ZoneKey> signing) {
    if (signals.askForDeletion()) {
      lookAtDeletion();
      return;
    }
    signals.cdsOtherThan(published).forEach(ds -> warnOfKeyless(RecordType.CDS, ds.keyTag()));
    signals
        .cdnskeyOtherThan(published)
        .forEach(key -> warnOfKeyless(RecordType.CDNSKEY, key.keyTag()));
    List<Dnskey> signers =
        signing.stream().map(ZoneKey::dnskey).filter(key -> !key.isRevoked()).toList();
    lookForSigner(RecordType.CDS, signals.cds(), signals.cdsOtherThan(signers));
    lookForSigner(RecordType.CDNSKEY, signals.cdnskey(), signals.cdnskeyOtherThan(signers));
    if (!signals.agree()) {
      warn(
          "the CDS and CDNSKEY records ask the parent for different keys, and must not (RFC 7344"
              + " section 4); --cds and --cdnskey make both anew");
    }
  }

  private void lookAtDeletion() {
    if (!signals.askForDeletionRightly()) {
      warn(
          "one of the CDS and CDNSKEY records asks the parent to delete its DS records and others"
              + " do not; '0 0 0 00' and '0 3 0 AA==' must stand alone (RFC 8078 section 4)");
    }
  }

  private void lookForSigner(RecordType type, List<?> records, List<?> ofNoSigner) {
    if (!records.isEmpty() && ofNoSigner.size() == records.size()) {
      warn(
          "none of the "
              + type
              + " records points to a key that signs the DNSKEY records; a parent that follows them"
              + " cuts the zone off (RFC 7344 section 4.1); --cds and --cdnskey make them anew");
    }
  }

  private void warnOfKeyless(RecordType type, int keyTag) {
    context
        .warnings()
        .add(
            Code.CDS_WITHOUT_KEY,
            "the "
                + type
                + " record "
                + keyTag
                + " asks the parent for a key that is not in the zone's DNSKEY RRset (RFC 7344"
                + " section 4.1); --cds and --cdnskey make them anew");
  }

  private void warn(String message) {
    context.warnings().add(Code.CHILD_SIGNAL, message);
  }
}
