package org.offlinesign.zone;

/** The numbers of the records of a node, in one array: a row of seven for each record. */
final class RecordFields {
  /** The numbers for each record. */
  static final int WIDTH = 7;

  private static final int CANONICAL_OFFSET = 0;
  private static final int TYPED_OFFSET = 1;
  private static final int RDATA_LENGTH = 2;
  private static final int TTL = 3;
  private static final int CLASS_AND_FLAG = 4;
  private static final int FILE_AND_COLUMN = 5;
  private static final int LINE = 6;
  private static final int TTLS_DIFFER = 1 << 16;

  private RecordFields() {}

  /** Fills a row with the numbers of an entry whose RDATA has been copied to some offsets. */
  static void set(int[] fields, int record, RecordEntry entry, int canonicalAt, int typedAt) {
    set(fields, record, entry.ttl(), entry.recordClass());
    place(fields, record, canonicalAt, typedAt, entry.rdataLength());
    int row = record * WIDTH;
    fields[row + FILE_AND_COLUMN] = entry.file() << 16 | entry.column();
    fields[row + LINE] = entry.line();
  }

  /** Fills the TTL and the class of a row. */
  static void set(int[] fields, int record, int ttl, int recordClass) {
    int row = record * WIDTH;
    fields[row + TTL] = ttl;
    fields[row + CLASS_AND_FLAG] = recordClass;
  }

  /** Fills in where the RDATA of a row lies. */
  static void place(int[] fields, int record, int canonicalAt, int typedAt, int length) {
    int row = record * WIDTH;
    fields[row + CANONICAL_OFFSET] = canonicalAt;
    fields[row + TYPED_OFFSET] = typedAt;
    fields[row + RDATA_LENGTH] = length;
  }

  /** Copies where a record stands into the row of another. */
  static void copySource(int[] from, int record, int[] to, int other) {
    to[other * WIDTH + FILE_AND_COLUMN] = from[record * WIDTH + FILE_AND_COLUMN];
    to[other * WIDTH + LINE] = from[record * WIDTH + LINE];
  }

  /** Takes the TTL of a duplicate into account. */
  static void addDuplicate(int[] fields, int record, int ttl) {
    int row = record * WIDTH;
    if (ttl != fields[row + TTL]) {
      fields[row + TTL] = Math.min(ttl, fields[row + TTL]);
      fields[row + CLASS_AND_FLAG] |= TTLS_DIFFER;
    }
  }

  /** Adds to the offsets of the first records. */
  static void shift(int[] fields, int records, int octets) {
    for (int row = 0; row < records * WIDTH; row += WIDTH) {
      fields[row + CANONICAL_OFFSET] += octets;
      fields[row + TYPED_OFFSET] += octets;
    }
  }

  static int canonicalOffset(int[] fields, int record) {
    return fields[record * WIDTH + CANONICAL_OFFSET];
  }

  static int typedOffset(int[] fields, int record) {
    return fields[record * WIDTH + TYPED_OFFSET];
  }

  static int rdataLength(int[] fields, int record) {
    return fields[record * WIDTH + RDATA_LENGTH];
  }

  static int ttl(int[] fields, int record) {
    return fields[record * WIDTH + TTL];
  }

  static int recordClass(int[] fields, int record) {
    return fields[record * WIDTH + CLASS_AND_FLAG] & 0xffff;
  }

  /** Says whether a record and its duplicates came with different TTLs. */
  static boolean ttlsDiffer(int[] fields, int record) {
    return (fields[record * WIDTH + CLASS_AND_FLAG] & TTLS_DIFFER) != 0;
  }

  static int file(int[] fields, int record) {
    return fields[record * WIDTH + FILE_AND_COLUMN] >>> 16;
  }

  static int column(int[] fields, int record) {
    return fields[record * WIDTH + FILE_AND_COLUMN] & 0xffff;
  }

  static int line(int[] fields, int record) {
    return fields[record * WIDTH + LINE];
  }
}
