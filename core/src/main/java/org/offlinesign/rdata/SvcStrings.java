package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * Strings of 1 to 255 octets, separated by commas; a comma or a backslash within one stands after a
 * backslash (RFC 9460 §7.1.1, App. A.1).
 */
final class SvcStrings extends SvcValue {
  private final boolean mayBeEmpty;

  SvcStrings(boolean mayBeEmpty) {
    this.mayBeEmpty = mayBeEmpty;
  }

  @Override
  void parse(byte[] text, int length, WireWriter out) throws WireFormatException {
    if (length == 0 && mayBeEmpty) {
      return;
    }
    int lengthAt = out.length();
    out.u8(0);
    for (int at = 0; at < length; at++) {
      if (text[at] == ',') {
        endString(out, lengthAt);
        lengthAt = out.length();
        out.u8(0);
      } else if (text[at] == '\\') {
        at++;
        if (at == length || (text[at] != ',' && text[at] != '\\')) {
          throw fault("a comma or a backslash after a backslash", text, at - 1, length);
        }
        out.u8(text[at]);
      } else {
        out.u8(text[at]);
      }
    }
    endString(out, lengthAt);
  }

  private static void endString(WireWriter out, int lengthAt) throws WireFormatException {
    int length = out.length() - lengthAt - 1;
    checkLength(length);
    out.setU8(lengthAt, length);
  }

  private static void checkLength(int length) throws WireFormatException {
    if (length < 1 || length > StringText.MAX_LENGTH) {
      throw new WireFormatException("expected strings of 1 to 255 octets but found " + length);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    if (in.remaining() == 0 && !mayBeEmpty) {
      throw new WireFormatException("expected one or more strings but found none");
    }
    while (in.remaining() > 0) {
      int length = in.u8();
      checkLength(length);
      in.skip(length);
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    WireWriter list = new WireWriter(2 * in.remaining());
    while (in.remaining() > 0) {
      if (list.length() > 0) {
        list.u8(',');
      }
      int length = in.u8();
      int at = in.skip(length);
      for (int i = at; i < at + length; i++) {
        byte octet = in.array()[i];
        if (octet == ',' || octet == '\\') {
          list.u8('\\');
        }
        list.u8(octet);
      }
    }
    StringText.quote(list.array(), 0, list.length(), out);
  }
}
