package org.offlinesign.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.RrsigFields;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeRrset;

/**
 * A signature of the zone that was read, which may stay: its RDATA within an array that nobody
 * writes to, the signer's name in lower case. Immutable and safe for any thread.
 */
final class OldSignature {
  private static final int NSEC3 = RecordType.NSEC3.code();

  private final byte[] octets;
  private final int start;
  private final int length;
  private final boolean picked;

  /** Refers to octets, or takes over an array. */
  OldSignature(byte[] octets, int start, int length) {
    this.octets = octets;
    this.start = start;
    this.length = length;
    this.picked = false;
  }

  private OldSignature(OldSignature that) {
    this.octets = that.octets;
    this.start = that.start;
    this.length = that.length;
    this.picked = true;
  }

  /** Returns the same signature, which is now to be written whatever keys sign. */
  OldSignature pick() {
    return new OldSignature(this);
  }

  /** Says whether it is to be written whatever keys sign: it was found to be right. */
  boolean isPicked() {
    return picked;
  }

  /** Returns those at a name. */
  static List<OldSignature> of(@Nullable NodeRrset rrsigs) {
    if (rrsigs == null) {
      return List.of();
    }
    List<OldSignature> signatures = new ArrayList<>(rrsigs.size());
    for (int i = 0; i < rrsigs.size(); i++) {
      signatures.add(
          new OldSignature(rrsigs.octets(), rrsigs.canonicalOffset(i), rrsigs.rdataLength(i)));
    }
    return signatures;
  }

  int typeCovered() {
    return RrsigFields.typeCovered(octets, start);
  }

  /** Says whether it stood at the hash of a name. */
  boolean isOfNsec3() {
    return typeCovered() == NSEC3;
  }

  int algorithm() {
    return RrsigFields.algorithm(octets, start);
  }

  int keyTag() {
    return RrsigFields.keyTag(octets, start);
  }

  int labels() {
    return RrsigFields.labels(octets, start);
  }

  int originalTtl() {
    return RrsigFields.originalTtl(octets, start);
  }

  /** Returns for how many seconds, seen from a moment, it is still valid. */
  int secondsLeft(Instant now) {
    return time(RrsigFields.expiration(octets, start)).secondsAfter(now);
  }

  /** Says whether it is valid at a moment already. */
  boolean hasBegun(Instant now) {
    return time(RrsigFields.inception(octets, start)).secondsAfter(now) <= 0;
  }

  private static Serial time(int bits) {
    return new Serial(Integer.toUnsignedLong(bits));
  }

  /** Says whether a name, in lower case, is that of the signer. */
  boolean isBy(byte[] signer) {
    int from = start + RrsigFields.SIGNER;
    int to = from + signer.length;
    return length >= RrsigFields.SIGNER + signer.length
        && Arrays.equals(octets, from, to, signer, 0, signer.length);
  }

  /** Appends the part that is signed; the signer's name has some octets. */
  void writeSignedPartTo(WireWriter out, int signerLength) {
    out.bytes(octets, start, RrsigFields.SIGNER + signerLength);
  }

  /** Returns a copy of the signature itself. */
  byte[] signature(int signerLength) {
    return Arrays.copyOfRange(octets, start + RrsigFields.SIGNER + signerLength, start + length);
  }

  /** Appends the RDATA. */
  void writeTo(WireWriter out) {
    out.bytes(octets, start, length);
  }
}
