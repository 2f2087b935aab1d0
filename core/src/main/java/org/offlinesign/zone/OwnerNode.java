package org.offlinesign.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;

/**
 * A name that owns records, with all its RRsets.
 *
 * <p>One array begins with the name's canonical key, goes on with the name as it was typed first,
 * and ends with the RDATA. Immutable and safe for any thread.
 */
public final class OwnerNode {
  private final byte[] octets;
  private final int keyLength;
  private final int ownerLength;
  private final List<NodeRrset> rrsets;

  // A bit for each type, those from 64 on sharing it with others: each name is asked for a dozen
  // types
  // that it mostly does not have.
  private final long types;

  /** Takes over an array and RRsets that refer to it, ascending by type. */
  OwnerNode(byte[] octets, int keyLength, int ownerLength, List<NodeRrset> rrsets) {
    this.octets = octets;
    this.keyLength = keyLength;
    this.ownerLength = ownerLength;
    this.rrsets = rrsets;
    long present = 0;
    for (NodeRrset rrset : rrsets) {
      present |= 1L << rrset.type();
    }
    this.types = present;
  }

  /** Returns the octets that all offsets refer to; they must not be written to. */
  public byte[] octets() {
    return octets;
  }

  /** Returns the length of the canonical key, which {@link #octets()} begins with. */
  public int keyLength() {
    return keyLength;
  }

  /** Returns the index of the owner's wire octets as typed. */
  public int ownerOffset() {
    return keyLength;
  }

  /** Returns the length of the owner's wire octets. */
  public int ownerLength() {
    return ownerLength;
  }

  /** Returns a copy of the canonical key. */
  public CanonicalKey key() {
    return CanonicalKey.fromOctets(octets, 0, keyLength);
  }

  /** Returns the owner as typed; where records differ in its case, as the first one read has it. */
  public DnsName owner() {
    try {
      return DnsName.fromWire(octets, keyLength, ownerLength);
    } catch (NameSyntaxException e) {
      throw new AssertionError("a record's owner is a name", e);
    }
  }

  /** Appends the owner's wire octets as typed. */
  public void writeOwnerTo(WireWriter out) {
    out.bytes(octets, keyLength, ownerLength);
  }

  /** Returns how many records it owns. */
  public int records() {
    int records = 0;
    for (NodeRrset rrset : rrsets) {
      records += rrset.size();
    }
    return records;
  }

  /** Says whether the owner's first label is a single asterisk (RFC 4592 §2.1.1). */
  public boolean isWildcard() {
    return octets[keyLength] == 1 && octets[keyLength + 1] == '*';
  }

  /** Says whether the owner is the name of a key or lies below it. */
  public boolean isAtOrBelow(byte[] ancestorKey) {
    int length = ancestorKey.length;
    return keyLength >= length && Arrays.equals(octets, 0, length, ancestorKey, 0, length);
  }

  /** Returns the RRsets, ascending by type; a cursor hands out at least one. */
  public List<NodeRrset> rrsets() {
    return rrsets;
  }

  /** Returns the RRset of a type; null if there is none. */
  public @Nullable NodeRrset rrset(int type) {
    return (types >>> type & 1) == 0 ? null : find(type);
  }

  private @Nullable NodeRrset find(int type) {
    for (NodeRrset rrset : rrsets) {
      if (rrset.type() == type) {
        return rrset;
      }
    }
    return null;
  }

  /** Returns the RRset of a type; null if there is none. */
  public @Nullable NodeRrset rrset(RecordType type) {
    return rrset(type.code());
  }

  /** Says whether there is an RRset of a type. */
  public boolean has(RecordType type) {
    return rrset(type.code()) != null;
  }

  /** Returns this name with an RRset added, in the place of the one of its type if there is one. */
  public OwnerNode with(NodeRrset added) {
    List<NodeRrset> changed = new ArrayList<>(without(RecordType.of(added.type())).rrsets);
    changed.add(added);
    changed.sort(Comparator.comparingInt(NodeRrset::type));
    return new OwnerNode(octets, keyLength, ownerLength, List.copyOf(changed));
  }

  /**
   * Returns this name with the comments of an RRset at those records of its type that are the same.
   */
  public OwnerNode withCommentsOf(@Nullable NodeRrset former) {
    NodeRrset present = former == null ? null : rrset(former.type());
    if (former == null || present == null || !former.hasComments()) {
      return this;
    }
    return with(present.commentedAs(former));
  }

  /** Returns this name without the RRset of a type; it may be left with none. */
  public OwnerNode without(RecordType type) {
    List<NodeRrset> rest = rrsets.stream().filter(rrset -> rrset.type() != type.code()).toList();
    return new OwnerNode(octets, keyLength, ownerLength, rest);
  }

  /** Returns the owner as text. */
  @Override
  public String toString() {
    return owner().toString();
  }
}
