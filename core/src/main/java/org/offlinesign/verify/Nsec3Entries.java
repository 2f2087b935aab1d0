package org.offlinesign.verify;

import java.io.IOException;
import java.util.Arrays;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.EntrySorter;

/**
 * What some names contribute to the comparison of hashed names with NSEC3 records: entries for an
 * {@link EntrySorter}, one after the other. For one thread at a time; takes no memory until the
 * first entry.
 *
 * <p>An entry's sort key is the number of the chain, the hash, and whether it is a name or a
 * record; names go first. {@link Nsec3Group} reads the rest.
 */
final class Nsec3Entries {
  static final int HASH_AT = 2;
  static final int SIDE_AT = HASH_AT + Nsec3Hasher.HASH_OCTETS;
  static final int KEY_LENGTH = SIDE_AT + 1;

  /** The value at {@link #SIDE_AT} of a name. */
  static final int NAME = 0;

  /** The value at {@link #SIDE_AT} of an NSEC3 record. */
  static final int RECORD = 1;

  private static final int FEW_ENTRIES = 64;

  private final WireWriter octets = new WireWriter(0);
  private int[] ends = {};
  private int count;

  /** Starts the entry of a name and returns where its hash is to be written. */
  int beginName(Nsec3Chain chain) {
    octets.u16(chain.index());
    octets.reserve(Nsec3Hasher.HASH_OCTETS);
    int hashAt = octets.length();
    octets.advance(Nsec3Hasher.HASH_OCTETS);
    octets.u8(NAME);
    return hashAt;
  }

  /** Starts the entry of a record. */
  void beginRecord(Nsec3Chain chain, byte[] hash) {
    octets.u16(chain.index()).bytes(hash).u8(RECORD);
  }

  /** Returns where the fields of the entry that was begun go. */
  WireWriter octets() {
    return octets;
  }

  /** Appends where a record stands. */
  void place(Subject subject) {
    octets.u16(subject.file()).u32(subject.line()).u16(subject.column());
  }

  /** Ends the entry. */
  void end() {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, Math.max(FEW_ENTRIES, 2 * count));
    }
    ends[count++] = octets.length();
  }

  /**
   * Adds all entries to a sorter.
   *
   * @param records by the number of each chain, how many records it has; those here are added
   */
  void addTo(EntrySorter sorter, long[] records) throws IOException {
    int start = 0;
    for (int i = 0; i < count; i++) {
      if (octets.array()[start + SIDE_AT] == RECORD) {
        records[(octets.array()[start] & 0xff) << 8 | (octets.array()[start + 1] & 0xff)]++;
      }
      sorter.add(octets.array(), start, KEY_LENGTH, ends[i] - start);
      start = ends[i];
    }
  }
}
