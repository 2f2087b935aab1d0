package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** Seconds in four octets, written as a number or with units, {@code 1w2d3h4m5s} in any order. */
final class PeriodField extends Field {
  private static final long MAX = 0xffffffffL;

  PeriodField(String label) {
    super(label, "seconds or a period like 1h30m");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    long seconds = seconds(in.text(), in.start(), in.end());
    if (seconds < 0) {
      throw fault(in);
    }
    out.u32(seconds);
  }

  private static long seconds(byte[] text, int from, int to) {
    long total = 0;
    int start = from;
    for (int i = from; i < to; i++) {
      long unit = unit(text[i]);
      if (unit > 0) {
        long count = Decimal.parse(text, start, i, MAX);
        total += count * unit;
        if (count < 0 || total > MAX) {
          return -1;
        }
        start = i + 1;
      }
    }
    if (start == to && start > from) {
      return total;
    }
    long rest = Decimal.parse(text, start, to, MAX);
    return rest < 0 || total + rest > MAX ? -1 : total + rest;
  }

  private static long unit(byte letter) {
    return switch (letter) {
      case 's', 'S' -> 1;
      case 'm', 'M' -> 60;
      case 'h', 'H' -> 3600;
      case 'd', 'D' -> 86400;
      case 'w', 'W' -> 604800;
      default -> 0;
    };
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(4);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    out.decimal(in.u32());
  }
}
