package org.offlinesign.rdata;

import org.jspecify.annotations.Nullable;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * What the RDATA of one type consists of, and so how it is read, printed, checked and made
 * canonical.
 *
 * <p>Every type has one; where no layout is known, RDATA is octets (RFC 3597). Immutable, shared
 * and thread safe.
 */
public final class RdataSchema {
  private static final int TYPES = 65536;

  // At the index of their type, once asked for. Threads may make the same one twice: it is
  // immutable.
  private static final @Nullable RdataSchema[] KNOWN = new RdataSchema[TYPES];

  private final RecordType type;
  private final Field[] fields;
  private final RdataRule[] rules;
  private final boolean lowersNames;

  RdataSchema(RecordType type, Field[] fields, RdataRule[] rules) {
    this.type = type;
    this.fields = fields;
    this.rules = rules;
    this.lowersNames = lowersNames(fields);
  }

  private static boolean lowersNames(Field[] fields) {
    for (Field field : fields) {
      if (field.lowersNames()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the schema of the type with a number, 0 to 65535. */
  public static RdataSchema of(int typeCode) {
    RdataSchema known = KNOWN[typeCode];
    return known != null ? known : make(typeCode);
  }

  private static RdataSchema make(int typeCode) {
    RecordType type = RecordType.of(typeCode);
    RdataSchema known = SchemaTable.known(type);
    KNOWN[typeCode] = known;
    return known != null ? known : SchemaTable.opaque(type);
  }

  /** Returns the schema of a type. */
  public static RdataSchema of(RecordType type) {
    return of(type.code());
  }

  /** Returns the type. */
  public RecordType type() {
    return type;
  }

  /**
   * Reads all RDATA fields of a record, in the type's own form or in that of RFC 3597 §5, and
   * appends their octets.
   *
   * @throws RdataSyntaxException if the text does not fit the type; {@code out} is then as it was
   */
  public void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    int mark = out.length();
    try {
      refuseMetaType();
      if (in.advance()) {
        if (GenericText.startsAt(in)) {
          GenericText.parse(in, out);
          checkRead(out, mark, 0);
          return;
        }
        in.pushBack();
      }
      for (Field field : fields) {
        field.parse(in, out);
      }
      refuseSurplus(in);
      checkLength(out.length() - mark);
      if (rules.length > 0) {
        checkRead(out, mark, fields.length);
      }
    } catch (RdataSyntaxException e) {
      out.truncate(mark);
      throw e;
    }
  }

  private void refuseMetaType() throws RdataSyntaxException {
    if (type.isMeta()) {
      throw new RdataSyntaxException(
          "expected a type of data but found " + type + ", which never stands in a zone");
    }
  }

  private void refuseSurplus(RdataScanner in) throws RdataSyntaxException {
    if (in.advance()) {
      throw new RdataSyntaxException(
          "expected the end of the " + type + " record but found '" + Field.shown(in) + "'");
    }
  }

  private void checkLength(int length) throws RdataSyntaxException {
    if (length > Rdata.MAX_LENGTH) {
      throw new RdataSyntaxException(
          "expected " + type + " RDATA of at most 65535 octets but found " + length);
    }
  }

  private void checkRead(WireWriter out, int mark, int fieldsRead) throws RdataSyntaxException {
    try {
      int length = out.length() - mark;
      if (fieldsRead < fields.length) {
        checkFields(new WireReader(out.array(), mark, length));
      }
      checkRules(out.array(), mark, length);
    } catch (WireFormatException e) {
      throw new RdataSyntaxException("in the " + type + " RDATA: " + e.getMessage());
    }
  }

  /**
   * Checks that octets are RDATA of this type.
   *
   * @throws WireFormatException saying what was expected and what was found
   */
  public void check(byte[] rdata, int offset, int length) throws WireFormatException {
    if (type.isMeta()) {
      throw new WireFormatException("expected a type of data but found " + type);
    }
    checkFields(new WireReader(rdata, offset, length));
    checkRules(rdata, offset, length);
  }

  private void checkFields(WireReader in) throws WireFormatException {
    for (Field field : fields) {
      field.check(in);
    }
    if (in.remaining() > 0) {
      throw new WireFormatException(
          "expected the end of the RDATA but found " + in.remaining() + " more octets");
    }
  }

  private void checkRules(byte[] rdata, int offset, int length) throws WireFormatException {
    for (RdataRule rule : rules) {
      rule.check(new WireReader(rdata, offset, length));
    }
  }

  /**
   * Appends one line of text, without the line's end; octets that do not fit the type are written
   * as RFC 3597 §5 has it.
   */
  public void print(byte[] rdata, int offset, int length, WireWriter out) {
    int mark = out.length();
    try {
      check(rdata, offset, length);
      WireReader in = new WireReader(rdata, offset, length);
      for (Field field : fields) {
        printField(field, in, mark, out);
      }
    } catch (WireFormatException e) {
      out.truncate(mark);
      GenericText.print(rdata, offset, length, out);
    }
  }

  private static void printField(Field field, WireReader in, int lineStart, WireWriter out)
      throws WireFormatException {
    int before = out.length();
    if (before > lineStart) {
      out.u8(' ');
    }
    int mark = out.length();
    field.print(in, out);
    if (out.length() == mark) {
      out.truncate(before);
    }
  }

  /** Returns the text that {@link #print} appends. */
  public String toText(Rdata rdata) {
    byte[] octets = rdata.toByteArray();
    WireWriter out = new WireWriter(64 + 2 * octets.length);
    print(octets, 0, octets.length, out);
    return out.toString();
  }

  /**
   * Says whether canonical form lowers names in this type's RDATA; where not, it is the octets as
   * they are (RFC 4034 §6.2 as corrected by RFC 6840 §5.1).
   */
  public boolean lowersNames() {
    return lowersNames;
  }

  /** Appends the canonical form; octets that do not fit the type stay as they are. */
  public void canonicalize(byte[] rdata, int offset, int length, WireWriter out) {
    if (!lowersNames) {
      out.bytes(rdata, offset, length);
      return;
    }
    int mark = out.length();
    WireReader in = new WireReader(rdata, offset, length);
    try {
      for (Field field : fields) {
        field.canonicalize(in, out);
      }
      out.bytes(rdata, in.position(), in.remaining());
    } catch (WireFormatException e) {
      out.truncate(mark);
      out.bytes(rdata, offset, length);
    }
  }

  /** Returns the mnemonic of the type. */
  @Override
  public String toString() {
    return type.toString();
  }
}
