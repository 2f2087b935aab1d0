package org.offlinesign.denial;

import java.io.IOException;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.EntryCursor;
import org.offlinesign.zone.EntrySorter;

/**
 * Names of an NSEC3 chain on their way from the threads that hash them to the sorter that brings
 * the hashes into order.
 *
 * <p>An entry of that sorter is the hash, which is its sort key, the length of the name, the name,
 * and its Type Bit Maps field. The name is there to be named if two have one hash. Here each entry
 * follows its length in two octets. For one thread; grows to what is added between two calls of
 * {@link #clear}.
 */
public final class HashedNames {
  private static final int NAME_AT = Nsec3Hasher.HASH_OCTETS + 1;

  private final Nsec3Hasher hasher;
  private final byte[] hash = new byte[Nsec3Hasher.HASH_OCTETS];
  private final WireWriter entries = new WireWriter(0);

  /** Creates an empty list. */
  public HashedNames(Nsec3Parameters parameters) {
    this.hasher = new Nsec3Hasher(parameters);
  }

  /** Forgets all names. */
  public void clear() {
    entries.clear();
  }

  /** Hashes a name in wire form and adds it with its types. */
  public void add(byte[] wire, int wireAt, int wireLength, TypeBitmap types) {
    hasher.hash(wire, wireAt, wireLength, hash, 0);
    int start = entries.length();
    entries.u16(0).bytes(hash).u8(wireLength).bytes(wire, wireAt, wireLength);
    types.writeTo(entries);
    entries.setU16(start, entries.length() - start - 2);
  }

  /** Returns the entries of all names added. */
  public byte[] toByteArray() {
    return entries.toByteArray();
  }

  /** Adds entries to a sorter. */
  public static void sort(byte[] entries, EntrySorter sorter) throws IOException {
    int at = 0;
    while (at < entries.length) {
      int length = (entries[at] & 0xff) << 8 | (entries[at + 1] & 0xff);
      sorter.add(entries, at + 2, Nsec3Hasher.HASH_OCTETS, length);
      at += 2 + length;
    }
  }

  /** Returns a copy of the hash of the entry that a cursor is at. */
  static byte[] hash(EntryCursor cursor) {
    return copy(cursor, 0, Nsec3Hasher.HASH_OCTETS);
  }

  /** Returns the name of the entry that a cursor is at. */
  static DnsName name(EntryCursor cursor) {
    try {
      return DnsName.fromWire(cursor.octets(), cursor.start() + NAME_AT, nameLength(cursor));
    } catch (NameSyntaxException e) {
      throw new AssertionError("the owner of a record is a name", e);
    }
  }

  /** Returns a copy of the Type Bit Maps field of the entry that a cursor is at. */
  static byte[] types(EntryCursor cursor) {
    int from = NAME_AT + nameLength(cursor);
    return copy(cursor, from, cursor.end() - cursor.start() - from);
  }

  private static int nameLength(EntryCursor cursor) {
    return cursor.octets()[cursor.start() + NAME_AT - 1] & 0xff;
  }

  private static byte[] copy(EntryCursor cursor, int from, int length) {
    byte[] copy = new byte[length];
    System.arraycopy(cursor.octets(), cursor.start() + from, copy, 0, length);
    return copy;
  }
}
