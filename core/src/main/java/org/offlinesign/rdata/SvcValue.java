package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The form of the values of a service parameter key (RFC 9460 §7). Immutable and thread safe. */
abstract sealed class SvcValue
    permits SvcAddresses, SvcBase64, SvcKeyList, SvcNumbers, SvcOctets, SvcStrings, SvcTemplate {
  /**
   * Appends the wire form of a value.
   *
   * @param text the value after it has been read as a character-string (RFC 9460 App. A)
   */
  abstract void parse(byte[] text, int length, WireWriter out) throws WireFormatException;

  /** Checks the value that fills a reader. */
  abstract void check(WireReader in) throws WireFormatException;

  /**
   * Appends the text of the value that fills a reader, with quotation marks where it needs them.
   */
  abstract void print(WireReader in, WireWriter out) throws WireFormatException;

  static int comma(byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] != ',') {
      at++;
    }
    return at;
  }

  static WireFormatException fault(String expected, byte[] text, int from, int to) {
    return new WireFormatException(
        "expected " + expected + " but found '" + Field.shown(text, from, to) + "'");
  }
}
