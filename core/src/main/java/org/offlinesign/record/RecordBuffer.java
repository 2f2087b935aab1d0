package org.offlinesign.record;

import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.wire.WireWriter;

/**
 * One record of a zone as it passes from the reader to the next stage: octets, numbers, no objects.
 *
 * <p>The source fills the same buffer anew for each record, so a receiver copies what it keeps. Not
 * thread safe. Holds the largest owner, RDATA and comments seen.
 */
public final class RecordBuffer {
  private final WireWriter owner = new WireWriter(DnsName.MAX_WIRE_LENGTH);
  private final WireWriter rdata = new WireWriter(512);
  private final WireWriter comments = new WireWriter(0);
  private int type;
  private int recordClass;
  private int ttl;
  private int file;
  private int line;
  private int column;

  /** Returns the owner as uncompressed wire octets, case as typed; a source writes it. */
  public WireWriter owner() {
    return owner;
  }

  /** Returns the RDATA as uncompressed wire octets, case as typed; a source writes it. */
  public WireWriter rdata() {
    return rdata;
  }

  /**
   * Returns the comments that stand with the record in text, as far as its source keeps them: each
   * line above it with its line feed, then what stands behind it, without one; a source writes it.
   */
  public WireWriter comments() {
    return comments;
  }

  /** Sets the numbers. */
  public void set(int newType, int newClass, int newTtl) {
    this.type = newType;
    this.recordClass = newClass;
    this.ttl = newTtl;
  }

  /**
   * Sets where the record stands.
   *
   * @param newFile the index of the file among those of one reading, 0 for the first
   * @param newLine counted from 1
   * @param newColumn counted from 1
   */
  public void setPlace(int newFile, int newLine, int newColumn) {
    this.file = newFile;
    this.line = newLine;
    this.column = newColumn;
  }

  /** Replaces everything by the parts of a record, without comments; the place becomes 0:0:0. */
  public void set(ResourceRecord record) {
    owner.clear();
    record.owner().writeTo(owner);
    rdata.clear();
    record.rdata().writeTo(rdata);
    comments.clear();
    set(record.type().code(), record.recordClass().code(), record.ttl().seconds());
    setPlace(0, 0, 0);
  }

  /** Returns the type's number. */
  public int type() {
    return type;
  }

  /** Returns the class's number. */
  public int recordClass() {
    return recordClass;
  }

  /** Returns the TTL in seconds, 0 to 2^31 - 1. */
  public int ttl() {
    return ttl;
  }

  /** Returns the index of the file that the record stands in. */
  public int file() {
    return file;
  }

  /** Returns the line that the record begins in, from 1; 0 if it stands in no file. */
  public int line() {
    return line;
  }

  /** Returns the column that the record begins in, from 1; 0 if it stands in no file. */
  public int column() {
    return column;
  }

  /** Returns an immutable copy without the place and the comments. */
  public ResourceRecord toRecord() {
    try {
      return new ResourceRecord(
          DnsName.fromWire(owner.array(), 0, owner.length()),
          RecordType.of(type),
          RecordClass.of(recordClass),
          new Ttl(ttl),
          Rdata.copyOf(rdata));
    } catch (NameSyntaxException e) {
      throw new AssertionError("a source writes only whole names", e);
    }
  }
}
