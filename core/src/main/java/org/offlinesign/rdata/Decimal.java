package org.offlinesign.rdata;

/** Decimal numbers in text. */
final class Decimal {
  private Decimal() {}

  /**
   * Returns the number that {@code text[from, to)} is: digits only, leading zeros allowed; a
   * negative number says that it is none, or over the maximum.
   */
  static long parse(byte[] text, int from, int to, long max) {
    if (from == to) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
      if (value > max) {
        return -1;
      }
    }
    return value;
  }
}
