package org.offlinesign.zone;

import org.offlinesign.name.AsciiCase;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.RecordComments;

/**
 * A record as an entry of an {@link EntrySorter}, and back.
 *
 * <p>The sort key is the owner's {@link CanonicalKey}, a zero octet, the type, and the canonical
 * RDATA. No label of a key begins with a zero octet, so a name precedes all names below it. What
 * follows the key is fixed fields, the owner as typed, and the RDATA as typed; either is left out
 * where it equals the canonical one. Comments and their length come last, if there are any.
 *
 * <p>As an instance: a view of the entry that a cursor is at, refilled for each. Not thread safe.
 */
final class RecordEntry {
  /** The octets between the canonical key of the owner and the RDATA: a zero and the type. */
  static final int OWNER_TO_RDATA = 3;

  private static final int TTL_AT = 0;
  private static final int CLASS_AT = 4;
  private static final int FILE_AT = 6;
  private static final int LINE_AT = 8;
  private static final int COLUMN_AT = 12;
  private static final int KEY_LENGTH_AT = 14;
  private static final int OWNER_LENGTH_AT = 16;
  private static final int OWNER_AT = 17;
  private static final int LENGTH_OCTETS = 2;
  private static final int MAX_U16 = 0xffff;

  /** Stands beside the length of the owner's key, which is far below. */
  private static final int COMMENTED = 0x8000;

  private byte[] octets = {};
  private int start;
  private int keyEnd;
  private int end;
  private int commentsLength;

  /** Writes the part of an entry before the canonical RDATA. */
  static void writeOwnerAndType(RecordBuffer record, WireWriter out) {
    out.reserve(CanonicalKey.MAX_LENGTH);
    out.advance(CanonicalKey.encode(record.owner().array(), 0, out.array(), out.length()));
    out.u8(0).u16(record.type());
  }

  /**
   * Writes the part of an entry after the canonical RDATA.
   *
   * @param ownerKeyLength the length of the canonical key at the start
   * @param canonicalRdata whether the RDATA as typed equals the canonical RDATA
   */
  static void writeRest(
      RecordBuffer record, int ownerKeyLength, boolean canonicalRdata, WireWriter out) {
    if (record.file() > MAX_U16) {
      throw new IllegalArgumentException("file " + record.file() + " is not within 0..65535");
    }
    boolean commented = record.comments().length() > 0;
    out.u32(record.ttl()).u16(record.recordClass()).u16(record.file()).u32(record.line());
    out.u16(Math.min(record.column(), MAX_U16));
    out.u16(commented ? ownerKeyLength | COMMENTED : ownerKeyLength);
    writeOwner(record.owner(), out);
    if (!canonicalRdata) {
      out.bytes(record.rdata());
    }
    if (commented) {
      writeComments(record.comments(), out);
    }
  }

  private static void writeComments(WireWriter comments, WireWriter out) {
    if (comments.length() > RecordComments.MAX_OCTETS) {
      throw new IllegalArgumentException(comments.length() + " octets of comments");
    }
    out.bytes(comments).u16(comments.length());
  }

  /** Writes an owner, or nothing where the key says it all. */
  private static void writeOwner(WireWriter owner, WireWriter out) {
    if (AsciiCase.hasUpper(owner.array(), 0, owner.length())) {
      out.u8(owner.length()).bytes(owner);
    } else {
      out.u8(0);
    }
  }

  /** Shows the entry that a cursor is at, until the cursor moves. */
  void show(EntryCursor cursor) {
    octets = cursor.octets();
    start = cursor.start();
    keyEnd = cursor.keyEnd();
    end = cursor.end();
    commentsLength = 0;
    if ((u16(keyEnd + KEY_LENGTH_AT) & COMMENTED) != 0) {
      end -= LENGTH_OCTETS;
      commentsLength = u16(end);
      end -= commentsLength;
    }
  }

  byte[] octets() {
    return octets;
  }

  /** Returns the index of the owner's canonical key. */
  int ownerKeyAt() {
    return start;
  }

  int ownerKeyLength() {
    return u16(keyEnd + KEY_LENGTH_AT) & ~COMMENTED;
  }

  int type() {
    return u16(start + ownerKeyLength() + 1);
  }

  /** Returns the index of the canonical RDATA. */
  int canonicalAt() {
    return start + ownerKeyLength() + OWNER_TO_RDATA;
  }

  int rdataLength() {
    return keyEnd - canonicalAt();
  }

  /** Returns the index of the RDATA as typed. */
  int typedAt() {
    return hasTyped() ? end - rdataLength() : canonicalAt();
  }

  /** Says whether the RDATA as typed differs from the canonical one. */
  boolean hasTyped() {
    return end > keyEnd + OWNER_AT + storedOwnerLength();
  }

  /** Replaces what is in a writer by the owner as typed. */
  void copyOwnerTo(WireWriter owner) {
    owner.clear();
    if (storedOwnerLength() > 0) {
      owner.bytes(octets, keyEnd + OWNER_AT, storedOwnerLength());
    } else {
      owner.reserve(ownerKeyLength() + 1);
      owner.advance(CanonicalKey.decode(octets, start, ownerKeyLength(), owner.array(), 0));
    }
  }

  private int storedOwnerLength() {
    return octets[keyEnd + OWNER_LENGTH_AT] & 0xff;
  }

  /** Says whether the record has comments. */
  boolean hasComments() {
    return commentsLength > 0;
  }

  /** Returns a copy of the comments of the record. */
  RecordComments comments() {
    return RecordComments.copyOf(octets, end, commentsLength);
  }

  int ttl() {
    return u16(keyEnd + TTL_AT) << 16 | u16(keyEnd + TTL_AT + 2);
  }

  int recordClass() {
    return u16(keyEnd + CLASS_AT);
  }

  int file() {
    return u16(keyEnd + FILE_AT);
  }

  int line() {
    return u16(keyEnd + LINE_AT) << 16 | u16(keyEnd + LINE_AT + 2);
  }

  int column() {
    return u16(keyEnd + COLUMN_AT);
  }

  private int u16(int at) {
    return (octets[at] & 0xff) << 8 | (octets[at + 1] & 0xff);
  }
}
