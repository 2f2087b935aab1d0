package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** All RDATA of a LOC record (RFC 1876 §2, §3). */
final class LocField extends Field {
  private static final int OCTETS_AFTER_VERSION = 15;
  private static final long EQUATOR = 1L << 31;
  private static final long MILLISECONDS = 3_600_000;
  private static final long ALTITUDE_BASE = 10_000_000;
  private static final long MAX_ALTITUDE = 4_284_967_295L;
  private static final long MAX_SIZE = 9_000_000_000L;
  private static final int ONE_METRE = 0x12;
  private static final int TEN_METRES = 0x13;
  private static final int TEN_KILOMETRES = 0x16;

  LocField(String type) {
    super("the " + type + " location", "d m s N d m s E altitude size precisions");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    long latitude = angle(in, 90, 'n', 's');
    long longitude = angle(in, 180, 'e', 'w');
    advance(in);
    long altitude = centimetres(in, -ALTITUDE_BASE, MAX_ALTITUDE);
    out.u8(0);
    out.u8(sizeOr(ONE_METRE, in));
    out.u8(sizeOr(TEN_KILOMETRES, in));
    out.u8(sizeOr(TEN_METRES, in));
    out.u32(EQUATOR + latitude).u32(EQUATOR + longitude).u32(ALTITUDE_BASE + altitude);
  }

  /** Reads degrees, perhaps minutes and seconds, and a direction; returns 1/1000 seconds. */
  private long angle(RdataScanner in, int maxDegrees, char plus, char minus)
      throws RdataSyntaxException {
    advance(in);
    long total = decimal(in, maxDegrees) * MILLISECONDS;
    advance(in);
    int direction = direction(in, plus, minus);
    if (direction == 0) {
      total += decimal(in, 59) * 60_000;
      advance(in);
      direction = direction(in, plus, minus);
    }
    if (direction == 0) {
      total += scaled(in, in.start(), in.end(), 3, 59_999);
      advance(in);
      direction = direction(in, plus, minus);
    }
    if (direction == 0 || total > maxDegrees * MILLISECONDS) {
      throw fault(in);
    }
    return direction * total;
  }

  private static int direction(RdataScanner in, char plus, char minus) {
    if (in.end() - in.start() != 1) {
      return 0;
    }
    int letter = in.text()[in.start()] | 0x20;
    return letter == plus ? 1 : letter == minus ? -1 : 0;
  }

  /** Returns a number of metres, perhaps with the unit, in centimetres. */
  private long centimetres(RdataScanner in, long min, long max) throws RdataSyntaxException {
    byte[] text = in.text();
    int from = in.start();
    int to = in.end();
    boolean negative = from < to && text[from] == '-';
    from += negative ? 1 : 0;
    to -= to > from && (text[to - 1] | 0x20) == 'm' ? 1 : 0;
    long value = scaled(in, from, to, 2, negative ? -min : max);
    return negative ? -value : value;
  }

  /** Returns a decimal number times a power of ten that leaves no fraction. */
  private long scaled(RdataScanner in, int from, int to, int digits, long max)
      throws RdataSyntaxException {
    byte[] text = in.text();
    int dot = from;
    while (dot < to && text[dot] != '.') {
      dot++;
    }
    long value = dot == from && dot < to ? 0 : Decimal.parse(text, from, dot, max);
    int fraction = dot == to ? 0 : to - dot - 1;
    if (value < 0 || fraction > digits || (dot < to && fraction == 0)) {
      throw fault(in);
    }
    for (int i = 0; i < digits; i++) {
      int digit = i < fraction ? text[dot + 1 + i] - '0' : 0;
      if (digit < 0 || digit > 9) {
        throw fault(in);
      }
      value = value * 10 + digit;
    }
    if (value > max) {
      throw fault(in);
    }
    return value;
  }

  /** Reads a size as mantissa and power of ten; further digits are cut off (RFC 1876 App. A). */
  private int sizeOr(int missing, RdataScanner in) throws RdataSyntaxException {
    if (!in.advance()) {
      return missing;
    }
    long mantissa = centimetres(in, 0, MAX_SIZE);
    int exponent = 0;
    while (mantissa >= 10) {
      mantissa /= 10;
      exponent++;
    }
    return (int) mantissa << 4 | exponent;
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    // RFC 1876 §2: another version has another layout.
    in.skip(in.u8() == 0 ? OCTETS_AFTER_VERSION : in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int version = in.u8();
    if (version != 0) {
      throw wireFault("version " + version);
    }
    int size = in.u8();
    int horizontal = in.u8();
    int vertical = in.u8();
    printAngle(in.u32() - EQUATOR, 90, "NS", out);
    printAngle(in.u32() - EQUATOR, 180, "EW", out);
    printFraction(in.u32() - ALTITUDE_BASE, 2, out);
    out.u8('m');
    printSize(size, out);
    printSize(horizontal, out);
    printSize(vertical, out);
  }

  private void printAngle(long angle, int maxDegrees, String letters, WireWriter out)
      throws WireFormatException {
    long rest = Math.abs(angle);
    if (rest > maxDegrees * MILLISECONDS) {
      throw wireFault("an angle over " + maxDegrees + " degrees");
    }
    out.decimal(rest / MILLISECONDS).u8(' ').decimal(rest / 60_000 % 60).u8(' ');
    printFraction(rest % 60_000, 3, out);
    out.u8(' ').u8(letters.charAt(angle < 0 ? 1 : 0)).u8(' ');
  }

  private static void printFraction(long value, int digits, WireWriter out) {
    if (value < 0) {
      out.u8('-');
    }
    long rest = Math.abs(value);
    long unit = digits == 3 ? 1000 : 100;
    out.decimal(rest / unit).u8('.');
    for (long place = unit / 10; place > 0; place /= 10) {
      out.u8((int) ('0' + rest / place % 10));
    }
  }

  private void printSize(int size, WireWriter out) throws WireFormatException {
    int mantissa = size >> 4;
    int exponent = size & 15;
    if (mantissa > 9 || exponent > 9 || (mantissa == 0 && exponent > 0)) {
      throw wireFault("a size of " + size);
    }
    long centimetres = mantissa;
    for (int i = 0; i < exponent; i++) {
      centimetres *= 10;
    }
    out.u8(' ');
    if (centimetres % 100 == 0) {
      out.decimal(centimetres / 100);
    } else {
      printFraction(centimetres, 2, out);
    }
    out.u8('m');
  }
}
