package org.offlinesign.sign;

import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Counts what a signed zone holds, as it passes by. */
final class ZoneTally {
  private final SignatureCounts signatures;
  private long records;
  private long rrsets;
  private long names;
  private long secure;
  private long insecure;
  private long glue;
  private long occluded;
  private int largestTtl;
  private long duplicates;
  private long loweredTtls;

  ZoneTally(int keys) {
    this.signatures = new SignatureCounts(keys);
  }

  /** Counts a name. */
  void add(OwnerNode node, NodeKind kind) {
    switch (kind) {
      case GLUE -> glue++;
      case OCCLUDED -> occluded++;
      case DELEGATION -> {
        names++;
        addDelegation(node.has(RecordType.DS));
      }
      default -> names++;
    }
    for (NodeRrset rrset : node.rrsets()) {
      if (kind.isSigned(rrset.type())) {
        largestTtl = Math.max(largestTtl, rrset.ttl());
      }
    }
  }

  private void addDelegation(boolean hasDs) {
    secure += hasDs ? 1 : 0;
    insecure += hasDs ? 0 : 1;
  }

  /** Counts the text of some names. */
  void add(SignedBlock block) {
    records += block.records();
    rrsets += block.rrsets();
    signatures.add(block.signatures());
  }

  /** Returns how many records have been written. */
  long records() {
    return records;
  }

  /** Takes note of how many records were there twice. */
  void setDuplicates(long count) {
    duplicates = count;
  }

  /** Takes note of how many TTLs were lowered. */
  void setLoweredTtls(long count) {
    loweredTtls = count;
  }

  /** Returns how many TTLs were lowered. */
  long loweredTtls() {
    return loweredTtls;
  }

  /** Returns how many records were there twice. */
  long duplicates() {
    return duplicates;
  }

  /** Returns the figures of all signatures. */
  SignatureCounts signatures() {
    return signatures;
  }

  ZoneFigures figures() {
    return new ZoneFigures(records, rrsets, names, secure, insecure, glue, occluded, largestTtl);
  }
}
