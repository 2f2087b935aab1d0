package org.offlinesign.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.RecordComments;

/**
 * The records of one owner and type, in the order of RFC 4034 §6.3, without duplicates.
 *
 * <p>Immutable and safe for any thread. All RRsets of a node share its octets.
 */
public final class NodeRrset {
  private final byte[] octets;
  private final int[] fields;
  private final int first;
  private final int size;
  private final int type;
  private final int ttl;
  private final boolean ttlsDiffer;
  private final RecordComments[] comments;

  /**
   * Takes over arrays.
   *
   * @param fields {@link RecordFields} of each record of the node
   * @param first the number of the first record of the RRset
   */
  NodeRrset(byte[] octets, int[] fields, int first, int size, int type) {
    this.octets = octets;
    this.fields = fields;
    this.first = first;
    this.size = size;
    this.type = type;
    int lowest = Integer.MAX_VALUE;
    boolean differ = false;
    for (int i = 0; i < size; i++) {
      lowest = Math.min(lowest, ttl(i));
      differ |= RecordFields.ttlsDiffer(fields, first + i) || ttl(i) != ttl(0);
    }
    this.ttl = lowest;
    // RFC 4035 §2.2: signatures of one owner do not form an RRset; their TTLs differ rightly.
    this.ttlsDiffer = differ && type != RecordType.RRSIG.code();
    this.comments = NodeComments.NONE;
  }

  private NodeRrset(NodeRrset that, RecordComments[] comments) {
    this.octets = that.octets;
    this.fields = that.fields;
    this.first = that.first;
    this.size = that.size;
    this.type = that.type;
    this.ttl = that.ttl;
    this.ttlsDiffer = that.ttlsDiffer;
    this.comments = comments;
  }

  /** Returns the same records with comments, of each one or of none; takes over the array. */
  NodeRrset with(RecordComments[] ofRecords) {
    return ofRecords.length == 0 ? this : new NodeRrset(this, ofRecords);
  }

  /** Returns the type's number. */
  public int type() {
    return type;
  }

  /** Returns the class's number. */
  public int recordClass() {
    return RecordFields.recordClass(fields, first);
  }

  /** Returns the lowest TTL of the records (RFC 2181 §5.2). */
  public int ttl() {
    return ttl;
  }

  /** Says whether the records, duplicates included, came with more than one TTL. */
  public boolean ttlsDiffer() {
    return ttlsDiffer;
  }

  /** Returns the same records with a TTL. */
  public NodeRrset withTtl(Ttl newTtl) {
    int[] changed =
        Arrays.copyOfRange(fields, first * RecordFields.WIDTH, (first + size) * RecordFields.WIDTH);
    for (int record = 0; record < size; record++) {
      RecordFields.set(changed, record, newTtl.seconds(), recordClass());
    }
    return new NodeRrset(octets, changed, 0, size, type).with(comments);
  }

  /** Says whether records have comments. */
  public boolean hasComments() {
    return comments.length > 0;
  }

  /** Returns the comments of a record. */
  public RecordComments comments(int record) {
    return hasComments() ? comments[record] : RecordComments.NONE;
  }

  /** Returns how many octets the comments of all records have. */
  public int commentOctets() {
    int sum = 0;
    for (RecordComments ofRecord : comments) {
      sum += ofRecord.length();
    }
    return sum;
  }

  /**
   * Returns the same records with the comments that those in the same places of another RRset have.
   *
   * @param other has as many records
   */
  public NodeRrset succeeding(NodeRrset other) {
    if (other.size != size) {
      throw new IllegalArgumentException(size + " records in the places of " + other.size);
    }
    return with(other.comments);
  }

  /** Returns the same records, those of another RRset that are among them with its comments. */
  public NodeRrset commentedAs(NodeRrset other) {
    if (!other.hasComments()) {
      return this;
    }
    RecordComments[] taken = new RecordComments[size];
    Arrays.fill(taken, RecordComments.NONE);
    int own = 0;
    for (int record = 0; record < other.size; record++) {
      own = find(own, other, record);
      if (isSame(own, other, record)) {
        taken[own] = other.comments(record);
      }
    }
    return with(taken);
  }

  /** Returns how many records there are, at least one. */
  public int size() {
    return size;
  }

  /** Returns the octets that all offsets refer to; they must not be written to. */
  public byte[] octets() {
    return octets;
  }

  /** Returns the index of a record's RDATA in canonical form. */
  public int canonicalOffset(int record) {
    return RecordFields.canonicalOffset(fields, at(record));
  }

  /** Returns the index of a record's RDATA as typed; the same as the canonical one where equal. */
  public int typedOffset(int record) {
    return RecordFields.typedOffset(fields, at(record));
  }

  /** Returns the length of a record's RDATA, which is the same in both forms. */
  public int rdataLength(int record) {
    return RecordFields.rdataLength(fields, at(record));
  }

  /** Returns the TTL that a record came with, the lowest of its duplicates. */
  public int ttl(int record) {
    return RecordFields.ttl(fields, at(record));
  }

  /** Returns the index of the file that a record stands in. */
  public int file(int record) {
    return RecordFields.file(fields, at(record));
  }

  /** Returns the line that a record begins in, 0 if it stands in no file. */
  public int line(int record) {
    return RecordFields.line(fields, at(record));
  }

  /** Returns the column that a record begins in, at most 65535; 0 if it stands in no file. */
  public int column(int record) {
    return RecordFields.column(fields, at(record));
  }

  /** Says whether a record stands in a file. */
  public boolean isOfFile(int record) {
    return line(record) != 0;
  }

  /** Says whether all records of another RRset are among these, whatever their TTLs. */
  public boolean holdsAll(NodeRrset other) {
    int own = 0;
    for (int record = 0; record < other.size; record++) {
      own = find(own, other, record);
      if (!isSame(own, other, record)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first record from one on that does not come before a record of another RRset. */
  private int find(int from, NodeRrset other, int record) {
    int own = from;
    while (own < size && compare(own, other, record) < 0) {
      own++;
    }
    return own;
  }

  private boolean isSame(int own, NodeRrset other, int record) {
    return own < size && compare(own, other, record) == 0;
  }

  private int compare(int own, NodeRrset other, int record) {
    int from = canonicalOffset(own);
    int otherFrom = other.canonicalOffset(record);
    return Arrays.compareUnsigned(
        octets,
        from,
        from + rdataLength(own),
        other.octets,
        otherFrom,
        otherFrom + other.rdataLength(record));
  }

  /**
   * Returns the same records, those of another RRset that are among them in its places and with its
   * comments.
   */
  public NodeRrset placedAs(NodeRrset other) {
    int[] placed =
        Arrays.copyOfRange(fields, first * RecordFields.WIDTH, (first + size) * RecordFields.WIDTH);
    int own = 0;
    for (int record = 0; record < other.size; record++) {
      own = find(own, other, record);
      if (isSame(own, other, record)) {
        RecordFields.copySource(other.fields, other.at(record), placed, own);
      }
    }
    return new NodeRrset(octets, placed, 0, size, type).commentedAs(other);
  }

  private int at(int record) {
    if (record < 0 || record >= size) {
      throw new IndexOutOfBoundsException("record " + record + " of " + size);
    }
    return first + record;
  }

  /** Returns a copy of a record's RDATA as typed. */
  public Rdata rdata(int record) {
    return Rdata.copyOf(octets, typedOffset(record), rdataLength(record));
  }

  /** Returns a record's RDATA, which the reader has checked, in the form of its type. */
  public <T> T view(int record, RdataView<T> form) {
    return RdataView.ofWhole(rdata(record), form);
  }

  /**
   * Returns the RDATA of all records of an RRset in the form of its type; none if there is none.
   */
  public static <T> List<T> views(@Nullable NodeRrset rrset, RdataView<T> form) {
    List<T> views = new ArrayList<>();
    for (int record = 0; rrset != null && record < rrset.size; record++) {
      views.add(rrset.view(record, form));
    }
    return views;
  }

  /** Appends a record's RDATA in canonical form. */
  public void writeCanonicalTo(int record, WireWriter out) {
    out.bytes(octets, canonicalOffset(record), rdataLength(record));
  }
}
