package org.offlinesign.rdata;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * The service parameters of SVCB and HTTPS records (RFC 9460 §2): each key once, in ascending order
 * on the wire, in any order in text.
 */
final class SvcParamsField extends Field {
  private static final int MAX_VALUE = 65535;

  SvcParamsField(String label) {
    super(label, "key=value or a key alone");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    TreeMap<Integer, byte[]> params = new TreeMap<>();
    while (in.advanceKeyValue()) {
      int equals = in.start();
      while (equals < in.end() && in.text()[equals] != '=') {
        equals++;
      }
      int key = SvcKeys.number(in.text(), in.start(), equals);
      if (key < 0) {
        throw fault(in);
      }
      byte[] value = value(key, equals, in);
      if (params.put(key, value) != null) {
        throw fault("expected each key once but found " + SvcKeys.name(key) + " twice", 0);
      }
    }
    int mark = out.length();
    params.forEach((key, value) -> out.u16(key).u16(value.length).bytes(value));
    checkSelf(out, mark);
  }

  private byte[] value(int key, int equals, RdataScanner in) throws RdataSyntaxException {
    WireWriter decoded = new WireWriter(64);
    byte[] text = in.text();
    int from = Math.min(equals + 1, in.end());
    int to = in.end();
    if (from < to && text[from] == '"') {
      from++;
      to--;
      if (to < from || text[to] != '"') {
        throw fault(in);
      }
    }
    StringText.unescape(text, from, to, in, decoded);
    boolean numbered = SvcKeys.isNumbered(text, in.start(), equals);
    WireWriter value = new WireWriter(64);
    try {
      // RFC 9460 §2.1: the value after keyNNNNN is wire form even if the key has a name.
      SvcValue form = numbered ? SvcOctets.any() : SvcKeys.value(key);
      form.parse(decoded.array(), decoded.length(), value);
    } catch (WireFormatException e) {
      throw fault(SvcKeys.name(key) + ": " + e.getMessage(), from - in.start());
    }
    if (value.length() > MAX_VALUE) {
      throw fault(SvcKeys.name(key) + ": expected at most 65535 octets but found more", 0);
    }
    return value.toByteArray();
  }

  private void checkSelf(WireWriter out, int mark) throws RdataSyntaxException {
    try {
      check(new WireReader(out.array(), mark, out.length() - mark));
    } catch (WireFormatException e) {
      throw fault(String.valueOf(e.getMessage()), 0);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    TreeSet<Integer> present = new TreeSet<>();
    TreeSet<Integer> mandatory = new TreeSet<>();
    while (in.remaining() > 0) {
      int key = in.u16();
      if (!present.isEmpty() && key <= present.last()) {
        throw wireFault("key " + key + " after key " + present.last());
      }
      present.add(key);
      int length = in.u16();
      int at = in.skip(length);
      checkValue(key, new WireReader(in.array(), at, length));
      WireReader value = new WireReader(in.array(), at, length);
      while (key == SvcKeys.MANDATORY && value.remaining() > 0) {
        mandatory.add(value.u16());
      }
    }
    checkConsistency(present, mandatory);
  }

  private static void checkValue(int key, WireReader value) throws WireFormatException {
    try {
      SvcKeys.value(key).check(value);
    } catch (WireFormatException e) {
      throw new WireFormatException(SvcKeys.name(key) + ": " + e.getMessage());
    }
  }

  private static void checkConsistency(Set<Integer> present, Set<Integer> mandatory)
      throws WireFormatException {
    for (int key : mandatory) {
      if (!present.contains(key)) {
        throw new WireFormatException(
            "expected the mandatory key " + SvcKeys.name(key) + " but it is missing");
      }
    }
    // RFC 9460 §7.1.1: without alpn the record is not self-consistent.
    if (present.contains(SvcKeys.NO_DEFAULT_ALPN) && !present.contains(SvcKeys.ALPN)) {
      throw new WireFormatException("expected alpn beside no-default-alpn but it is missing");
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int start = out.length();
    while (in.remaining() > 0) {
      if (out.length() > start) {
        out.u8(' ');
      }
      int key = in.u16();
      out.ascii(SvcKeys.name(key));
      int length = in.u16();
      int at = in.skip(length);
      if (length > 0) {
        out.u8('=');
        SvcKeys.value(key).print(new WireReader(in.array(), at, length), out);
      }
    }
  }
}
