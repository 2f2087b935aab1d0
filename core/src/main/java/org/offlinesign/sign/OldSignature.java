package org.offlinesign.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
  private static final int ALGORITHM = 2;
  private static final int LABELS = 3;
  private static final int ORIGINAL_TTL = 4;
  private static final int EXPIRATION = 8;
  private static final int INCEPTION = 12;
  private static final int KEY_TAG = 16;
  private static final int SIGNER = 18;

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
    return u16(0);
  }

  /** Says whether it stood at the hash of a name. */
  boolean isOfNsec3() {
    return typeCovered() == NSEC3;
  }

  int algorithm() {
    return octets[start + ALGORITHM] & 0xff;
  }

  int keyTag() {
    return u16(KEY_TAG);
  }

  int labels() {
    return octets[start + LABELS] & 0xff;
  }

  int originalTtl() {
    return u32(ORIGINAL_TTL);
  }

  /** Returns for how many seconds, seen from a moment, it is still valid. */
  int secondsLeft(Instant now) {
    return time(EXPIRATION).secondsAfter(now);
  }

  /** Says whether it is valid at a moment already. */
  boolean hasBegun(Instant now) {
    return time(INCEPTION).secondsAfter(now) <= 0;
  }

  private Serial time(int field) {
    return new Serial(Integer.toUnsignedLong(u32(field)));
  }

  /** Says whether a name, in lower case, is that of the signer. */
  boolean isBy(byte[] signer) {
    int from = start + SIGNER;
    int to = from + signer.length;
    return length >= SIGNER + signer.length
        && Arrays.equals(octets, from, to, signer, 0, signer.length);
  }

  /** Appends the part that is signed; the signer's name has some octets. */
  void writeSignedPartTo(WireWriter out, int signerLength) {
    out.bytes(octets, start, SIGNER + signerLength);
  }

  /** Returns a copy of the signature itself. */
  byte[] signature(int signerLength) {
    return Arrays.copyOfRange(octets, start + SIGNER + signerLength, start + length);
  }

  /** Appends the RDATA. */
  void writeTo(WireWriter out) {
    out.bytes(octets, start, length);
  }

  private int u16(int at) {
    return (octets[start + at] & 0xff) << 8 | (octets[start + at + 1] & 0xff);
  }

  private int u32(int at) {
    return u16(at) << 16 | u16(at + 2);
  }
}
