package org.offlinesign.rdata;

import java.nio.charset.StandardCharsets;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.Rdata;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * One field of a type's RDATA: how it is read from text, printed, checked, and made canonical.
 *
 * <p>Immutable and thread safe. A method that takes a {@link WireReader} leaves it after the field.
 */
abstract sealed class Field
    permits A6Field,
        AmtrelayField,
        AplField,
        AtmaField,
        Base64Field,
        HashedOwnerField,
        HexField,
        HexGroupsField,
        HipField,
        IpseckeyField,
        Ipv4Field,
        Ipv6Field,
        KeyFlagsField,
        LocField,
        MnemonicField,
        NameField,
        NodeNumberField,
        NsapField,
        NumberField,
        NxtBitmapField,
        OpaqueField,
        OptionalStringField,
        PeriodField,
        RecordTypeField,
        SaltField,
        SignatureTimeField,
        StringField,
        StringsField,
        SvcParamsField,
        TextField,
        TypeBitmapField,
        WinsField,
        WinsServersField,
        WksField,
        WordField {
  private static final int LONGEST_SHOWN = 40;

  private final String label;
  private final String form;

  /**
   * Creates a field.
   *
   * @param label what it is called in messages, for example {@code the MX preference}
   * @param form what its text looks like, for example {@code a number 0 to 65535}
   */
  Field(String label, String form) {
    this.label = label;
    this.form = form;
  }

  /** Reads the field from text and appends its octets. */
  abstract void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException;

  /** Passes over the field. */
  abstract void check(WireReader in) throws WireFormatException;

  /** Appends the text of the field; nothing if it is a list without members. */
  abstract void print(WireReader in, WireWriter out) throws WireFormatException;

  /** Says whether the field holds a name that is lower-cased in canonical form. */
  boolean lowersNames() {
    return false;
  }

  /** Appends the field's octets as RFC 4034 §6.2 wants them. */
  void canonicalize(WireReader in, WireWriter out) throws WireFormatException {
    int start = in.position();
    check(in);
    out.bytes(in.array(), start, in.position() - start);
  }

  final String label() {
    return label;
  }

  /** Moves to the text of this field, which must not stand between quotation marks. */
  final void advance(RdataScanner in) throws RdataSyntaxException {
    advanceToString(in);
    if (in.quoted()) {
      throw new RdataSyntaxException(
          expectation() + " but found '\"" + shown(in) + "\"' in quotation marks");
    }
  }

  /** Moves to the text of this field, which may stand between quotation marks. */
  final void advanceToString(RdataScanner in) throws RdataSyntaxException {
    if (!in.advance()) {
      throw new RdataSyntaxException(expectation() + " but found the end of the record");
    }
  }

  /**
   * Gives up where no RDATA can be that long, before all of its text has been read.
   *
   * @param start where the field begins among the octets that are written
   */
  static void refuseExcess(WireWriter out, int start) throws RdataSyntaxException {
    if (out.length() - start > Rdata.MAX_LENGTH) {
      throw new RdataSyntaxException(
          "expected RDATA of at most " + Rdata.MAX_LENGTH + " octets but found more");
    }
  }

  /** Returns the complaint that the current text is not of this field's form. */
  final RdataSyntaxException fault(RdataScanner in) {
    return new RdataSyntaxException(expectation() + " but found '" + shown(in) + "'");
  }

  /** Returns a complaint about a part of the current text, with its reason. */
  final RdataSyntaxException fault(String reason, int offset) {
    return new RdataSyntaxException("in " + label + ": " + reason, offset);
  }

  final RdataSyntaxException fault(NameSyntaxException reason) {
    return fault(String.valueOf(reason.getMessage()), reason.offset());
  }

  /** Returns the complaint that octets are not of this field's form. */
  final WireFormatException wireFault(String found) {
    return new WireFormatException(expectation() + " but found " + found);
  }

  private String expectation() {
    return "expected " + label + ", " + form + ",";
  }

  static String shown(RdataScanner in) {
    return shown(in.text(), in.start(), in.end());
  }

  /** Returns a piece of text as it is put into a message: not too much of it. */
  static String shown(byte[] text, int from, int to) {
    int length = Math.min(to - from, LONGEST_SHOWN);
    String start = new String(text, from, length, StandardCharsets.UTF_8);
    return length < to - from ? start + "..." : start;
  }

  /**
   * Returns the decimal number that the current text is.
   *
   * @param max at most 2^32 - 1
   */
  final long decimal(RdataScanner in, long max) throws RdataSyntaxException {
    long value = Decimal.parse(in.text(), in.start(), in.end(), max);
    if (value < 0) {
      throw fault(in);
    }
    return value;
  }
}
