package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Whether the parent may do what the CDS and CDNSKEY records of the apex ask for: they must not
 * break the delegation (RFC 7344 §4.1).
 */
final class ChildSignalCheck {
  // RFC 8078 §4: algorithm 0 asks the parent to delete the DS RRset.
  private static final int DELETE = 0;

  private final SigningContext context;
  private final List<Dnskey> signers;

  ChildSignalCheck(SigningContext context) {
    this.context = context;
    this.signers =
        context.plan().signersAtApex(RecordType.DNSKEY.code()).stream()
            .map(PlannedKey::dnskey)
            .filter(key -> !key.isRevoked())
            .toList();
  }

  /** Warns of records that would leave the zone without a way into its DNSKEY RRset. */
  void look(OwnerNode apex) {
    NodeRrset cds = apex.rrset(RecordType.CDS);
    NodeRrset cdnskey = apex.rrset(RecordType.CDNSKEY);
    List<Ds> digests = records(cds, Ds::from);
    List<Dnskey> keys = records(cdnskey, Dnskey::from);
    lookForDeletion(RecordType.CDS, digests.stream().map(Ds::algorithm).toList());
    lookForDeletion(RecordType.CDNSKEY, keys.stream().map(Dnskey::algorithm).toList());
    if (digests.stream().allMatch(ds -> ds.algorithm() != DELETE && !pointsToSigner(ds))) {
      warnUnlessEmpty(RecordType.CDS, digests);
    }
    if (keys.stream().allMatch(key -> key.algorithm() != DELETE && !signers.contains(key))) {
      warnUnlessEmpty(RecordType.CDNSKEY, keys);
    }
    lookForDisagreement(digests, keys);
  }

  /** Makes a view of RDATA. */
  private interface View<T> {
    T of(Rdata rdata) throws WireFormatException;
  }

  private static <T> List<T> records(@Nullable NodeRrset rrset, View<T> view) {
    List<T> records = new ArrayList<>();
    for (int record = 0; rrset != null && record < rrset.size(); record++) {
      try {
        records.add(view.of(rrset.rdata(record)));
      } catch (WireFormatException e) {
        throw new AssertionError("the reader hands on only whole records", e);
      }
    }
    return records;
  }

  private boolean pointsToSigner(Ds ds) {
    // What a digest that is not known here points to cannot be told; it has the benefit of doubt.
    return DigestType.of(ds.digestType())
        .map(
            type ->
                signers.stream().anyMatch(key -> DsDigest.of(context.zone(), key, type).equals(ds)))
        .orElse(true);
  }

  private void lookForDeletion(RecordType type, List<Integer> algorithms) {
    if (algorithms.contains(DELETE) && algorithms.size() > 1) {
      warn(
          "one of the "
              + type
              + " records asks the parent to delete its DS records and others do not; the one that"
              + " deletes must stand alone (RFC 8078 section 4)");
    }
  }

  private void lookForDisagreement(List<Ds> digests, List<Dnskey> keys) {
    if (digests.isEmpty() || keys.isEmpty()) {
      return;
    }
    Set<List<Integer>> byCds = new HashSet<>();
    digests.forEach(ds -> byCds.add(List.of(ds.algorithm(), ds.keyTag())));
    Set<List<Integer>> byCdnskey = new HashSet<>();
    // The tag of a record that asks for deletion is that of no key.
    keys.forEach(
        key ->
            byCdnskey.add(List.of(key.algorithm(), key.algorithm() == DELETE ? 0 : key.keyTag())));
    if (!byCds.equals(byCdnskey)) {
      warn(
          "the CDS and CDNSKEY records ask the parent for different keys, and must not (RFC 7344"
              + " section 4); --cds and --cdnskey make both anew");
    }
  }

  private void warnUnlessEmpty(RecordType type, List<?> records) {
    if (!records.isEmpty()) {
      warn(
          "none of the "
              + type
              + " records points to a key that signs the DNSKEY records; a parent that follows them"
              + " cuts the zone off (RFC 7344 section 4.1)");
    }
  }

  private void warn(String message) {
    context.warnings().add(Code.CHILD_SIGNAL, message);
  }
}
