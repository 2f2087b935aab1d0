package org.offlinesign.verify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.rdata.RrsigFields;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Passes over the RRSIG records of a name, ascending by the type that they cover, and reads their
 * fields where they lie (RFC 4034 §3.1): a zone has too many of them for an object each.
 */
final class RrsigCursor {
  private final OwnerNode node;
  private final @Nullable NodeRrset rrsigs;
  private final byte[] octets;
  private int record = -1;
  private int start;

  /** Creates a cursor at the first RRSIG record, or at the end if there is none. */
  RrsigCursor(OwnerNode node) {
    this.node = node;
    this.rrsigs = node.rrset(RecordType.RRSIG);
    this.octets = node.octets();
    advance();
  }

  /** Goes to the next record. */
  void advance() {
    record++;
    if (rrsigs != null && record < rrsigs.size()) {
      start = rrsigs.canonicalOffset(record);
    }
  }

  /** Says whether all records have been passed. */
  boolean isAtEnd() {
    return rrsigs == null || record >= rrsigs.size();
  }

  private NodeRrset rrsigs() {
    if (rrsigs == null) {
      throw new IllegalStateException("there are no RRSIG records");
    }
    return rrsigs;
  }

  /** Returns the number of the record among the RRSIG records of the name. */
  int record() {
    return record;
  }

  /** Returns the record as the subject of a finding. */
  Subject subject() {
    return Subject.of(node, rrsigs(), record);
  }

  /** Returns the record's own TTL. */
  int ttl() {
    return rrsigs().ttl(record);
  }

  int typeCovered() {
    return RrsigFields.typeCovered(octets, start);
  }

  int algorithm() {
    return RrsigFields.algorithm(octets, start);
  }

  int labels() {
    return RrsigFields.labels(octets, start);
  }

  long originalTtl() {
    return RrsigFields.originalTtl(octets, start) & 0xffffffffL;
  }

  /** Returns the 32 bits of the expiration. */
  int expiration() {
    return RrsigFields.expiration(octets, start);
  }

  /** Returns the 32 bits of the inception. */
  int inception() {
    return RrsigFields.inception(octets, start);
  }

  int keyTag() {
    return RrsigFields.keyTag(octets, start);
  }

  /** Returns the signer's name in lower case. */
  DnsName signer() {
    try {
      return DnsName.fromWire(octets, start + RrsigFields.SIGNER, signerLength());
    } catch (NameSyntaxException e) {
      throw checkedByReader(e);
    }
  }

  /** Says whether the signer's name in lower case is made of some octets. */
  boolean isSignedBy(byte[] lowerCaseName) {
    int from = start + RrsigFields.SIGNER;
    int to = from + signerLength();
    return Arrays.equals(octets, from, to, lowerCaseName, 0, lowerCaseName.length);
  }

  private int signerLength() {
    try {
      return DnsName.wireLengthAt(octets, start + RrsigFields.SIGNER, end());
    } catch (NameSyntaxException e) {
      throw checkedByReader(e);
    }
  }

  private static AssertionError checkedByReader(NameSyntaxException e) {
    return new AssertionError("the reader has checked the RRSIG record", e);
  }

  /** Appends everything before the signature, which the signature covers (RFC 4034 §3.1.8.1). */
  void writeSignedPartTo(WireWriter out) {
    out.bytes(octets, start, RrsigFields.SIGNER + signerLength());
  }

  /** Returns a copy of the signature. */
  byte[] signature() {
    return Arrays.copyOfRange(octets, start + RrsigFields.SIGNER + signerLength(), end());
  }

  private int end() {
    return start + rrsigs().rdataLength(record);
  }
}
