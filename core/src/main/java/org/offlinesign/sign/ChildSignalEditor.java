package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.ChildSignals;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.RrsetMaker;

/** Gives the apex the CDS and CDNSKEY records that it is to have. */
final class ChildSignalEditor {
  private final SigningContext context;
  private final ApexChanges changes;
  private final RrsetMaker maker;
  private final ApexSigners signers;

  ChildSignalEditor(SigningContext context, RrsetMaker maker, ApexSigners signers) {
    this.context = context;
    this.changes = context.request().apexChanges();
    this.maker = maker;
    this.signers = signers;
  }

  /**
   * Returns the apex with other records.
   *
   * @param published the DNSKEY RRset
   * @param ttl what the records get where there were none before
   * @throws KeyPlanException if the parent would be asked to cut the zone off
   */
  OwnerNode edit(OwnerNode apex, List<Dnskey> published, Ttl ttl) throws KeyPlanException {
    warnOfDeletion();
    List<Dnskey> keys = changes.signalled();
    if (keys == null) {
      // As in a dsset- file, keys that do not sign yet are among them: a DS record too many does no
      // harm, and the parent must not lose one that it was handed for a rollover.
      keys = published.stream().filter(ChildSignalEditor::isForTheParent).toList();
    }
    refuseUnlessOneSigns(keys, signers(apex, RecordType.DNSKEY));
    OwnerNode edited = with(apex, RecordType.CDS, ttl, records(changes.cds(), cds(keys)));
    edited = with(edited, RecordType.CDNSKEY, ttl, records(changes.cdnskey(), cdnskey(keys)));
    warnUnlessOneSigns(keys, edited);
    return edited;
  }

  /** What stands for the keys, and what asks for their removal. */
  private record Forms(List<Rdata> keys, Rdata deletion) {}

  private Forms cds(List<Dnskey> keys) {
    List<Rdata> records = new ArrayList<>();
    for (Dnskey key : keys) {
      for (DigestType digest : context.request().digests()) {
        records.add(DsDigest.of(context.zone(), key, digest).toRdata());
      }
    }
    return new Forms(records, ChildSignals.DELETING_CDS.toRdata());
  }

  private Forms cdnskey(List<Dnskey> keys) {
    return new Forms(
        keys.stream().map(Dnskey::toRdata).toList(), ChildSignals.DELETING_CDNSKEY.toRdata());
  }

  /** Returns the new records; null where those that are there stay. */
  private static @Nullable List<Rdata> records(ChildSignal signal, Forms forms) {
    return switch (signal) {
      case KEEP -> null;
      case PUBLISH -> forms.keys();
      case DELETE -> List.of(forms.deletion());
      case NONE -> List.of();
    };
  }

  private OwnerNode with(OwnerNode apex, RecordType type, Ttl ttl, @Nullable List<Rdata> records) {
    if (records == null) {
      return apex;
    }
    if (records.isEmpty()) {
      return apex.without(type);
    }
    NodeRrset present = apex.rrset(type);
    return apex.with(maker.of(type, present == null ? ttl : new Ttl(present.ttl()), records))
        .withCommentsOf(present);
  }

  /** Returns the types whose records are made from the keys. */
  private List<RecordType> madeFromKeys() {
    List<RecordType> types = new ArrayList<>();
    if (changes.cds() == ChildSignal.PUBLISH) {
      types.add(RecordType.CDS);
    }
    if (changes.cdnskey() == ChildSignal.PUBLISH) {
      types.add(RecordType.CDNSKEY);
    }
    return types;
  }

  private void refuseUnlessOneSigns(List<Dnskey> keys, List<Dnskey> signing)
      throws KeyPlanException {
    List<RecordType> types = madeFromKeys();
    if (!types.isEmpty() && keys.stream().noneMatch(signing::contains)) {
      throw new KeyPlanException(
          "no KSK of the zone signs its DNSKEY records, so "
              + types.get(0)
              + " records would ask the parent to cut the zone off (RFC 7344 section 4.1)",
          "name a KSK with --signkey (/SignKey)");
    }
  }

  private void warnUnlessOneSigns(List<Dnskey> keys, OwnerNode edited) {
    for (RecordType type : madeFromKeys()) {
      if (keys.stream().noneMatch(signers(edited, type)::contains)) {
        warn(
            "the "
                + type
                + " records are signed by no KSK, so that the parent will not believe them (RFC"
                + " 7344 section 4.1); name the KSK with --signkey instead of"
                + " --signkey-dnskeyonly");
      }
    }
  }

  private static boolean isForTheParent(Dnskey key) {
    return key.isZoneKey()
        && key.isSep()
        && !key.isRevoked()
        && Algorithm.of(key.algorithm()).isPresent();
  }

  private List<Dnskey> signers(OwnerNode edited, RecordType type) {
    return signers.keys(edited, type).stream().map(ZoneKey::dnskey).toList();
  }

  private void warnOfDeletion() {
    if (changes.cds() == ChildSignal.DELETE || changes.cdnskey() == ChildSignal.DELETE) {
      warn(
          "the parent is asked to delete the zone's DS records (RFC 8078 section 4): keep the zone"
              + " signed until it has, and until the TTL of these records is over");
    }
  }

  private void warn(String message) {
    context.warnings().add(Code.CHILD_SIGNAL, message);
  }
}
