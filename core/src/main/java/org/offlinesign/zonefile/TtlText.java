package org.offlinesign.zonefile;

/**
 * TTLs as master files write them: seconds, or numbers with units as in {@code 1w2d3h4m5s}, in any
 * order and case.
 */
final class TtlText {
  /** Says that some text is no TTL. */
  static final long NONE = -1;

  /** Larger than any TTL, small enough to be added to without overflow. */
  private static final long HUGE = 1L << 52;

  private TtlText() {}

  /** Returns the seconds that {@code text[from, to)} means, however many; {@link #NONE} if none. */
  static long parse(byte[] text, int from, int to) {
    long total = 0;
    long number = 0;
    int digits = 0;
    boolean units = false;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        number = Math.min(HUGE, number * 10 + digit);
        digits++;
      } else {
        int unit = unit(text[i]);
        if (unit == 0 || digits == 0) {
          return NONE;
        }
        total = Math.min(HUGE, total + Math.min(HUGE / unit, number) * unit);
        number = 0;
        digits = 0;
        units = true;
      }
    }
    if (units) {
      return digits == 0 ? total : NONE;
    }
    return digits == 0 ? NONE : number;
  }

  private static int unit(byte letter) {
    return switch (letter | 0x20) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3600;
      case 'd' -> 86400;
      case 'w' -> 604800;
      default -> 0;
    };
  }
}
