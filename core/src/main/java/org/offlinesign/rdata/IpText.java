package org.offlinesign.rdata;

import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

/** The text of IP addresses, without objects in between: RFC 4291 §2.2 read, RFC 5952 written. */
final class IpText {
  static final int OCTETS4 = 4;
  static final int OCTETS6 = 16;

  private static final int GROUPS = 8;
  private static final int NO_GAP = -1;
  private static final int MALFORMED = -2;
  private static final byte[] LOWER_DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private IpText() {}

  /** Returns the IPv4 address in {@code text[from, to)}; a negative number if it is none. */
  static long parse4(byte[] text, int from, int to) {
    long address = 0;
    int at = from;
    for (int part = 0; part < OCTETS4; part++) {
      if (part > 0) {
        if (at >= to || text[at] != '.') {
          return -1;
        }
        at++;
      }
      int start = at;
      int value = 0;
      while (at < to && text[at] >= '0' && text[at] <= '9' && value < 256) {
        value = value * 10 + text[at++] - '0';
      }
      // A leading zero means octal to some readers, so that nobody may write it.
      if (at == start || value > 255 || (at - start > 1 && text[start] == '0')) {
        return -1;
      }
      address = address << 8 | value;
    }
    return at == to ? address : -1;
  }

  /** Appends the text of an IPv4 address. */
  static void print4(long address, WireWriter out) {
    out.decimal(address >> 24 & 0xff).u8('.').decimal(address >> 16 & 0xff).u8('.');
    out.decimal(address >> 8 & 0xff).u8('.').decimal(address & 0xff);
  }

  /**
   * Appends the IPv6 address in {@code text[from, to)}.
   *
   * @return false if it is none; nothing is appended then
   */
  static boolean parse6(byte[] text, int from, int to, WireWriter out) {
    int mark = out.length();
    int gap = groups(text, from, to, out);
    return (gap != MALFORMED && fill(out, mark, gap)) || undo(out, mark);
  }

  /** Appends the groups and returns where among their octets {@code ::} stood. */
  private static int groups(byte[] text, int from, int to, WireWriter out) {
    int gap = NO_GAP;
    int at = from;
    if (to - from >= 2 && text[from] == ':' && text[from + 1] == ':') {
      gap = out.length();
      at += 2;
    }
    while (at < to) {
      int end = groupEnd(text, at, to);
      if (end < to && text[end] == '.') {
        return tail(text, at, to, out) ? gap : MALFORMED;
      }
      if (end == at || end - at > 4) {
        return MALFORMED;
      }
      out.u16(group(text, at, end));
      if (end == to) {
        return gap;
      }
      at = end + 1;
      if (text[end] != ':' || at == to) {
        return MALFORMED;
      }
      if (text[at] == ':') {
        if (gap != NO_GAP) {
          return MALFORMED;
        }
        gap = out.length();
        at++;
      }
    }
    return gap;
  }

  /** Appends the IPv4 address that may stand for the last two groups. */
  private static boolean tail(byte[] text, int from, int to, WireWriter out) {
    long address = parse4(text, from, to);
    out.u32(address);
    return address >= 0;
  }

  private static boolean undo(WireWriter out, int mark) {
    out.truncate(mark);
    return false;
  }

  private static int groupEnd(byte[] text, int from, int to) {
    int at = from;
    while (at < to && Hex.digit(text[at]) >= 0) {
      at++;
    }
    return at;
  }

  private static int group(byte[] text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value << 4 | Hex.digit(text[i]);
    }
    return value;
  }

  /** Puts the zeros of {@code ::} in their place; false if the count of octets is wrong. */
  private static boolean fill(WireWriter out, int mark, int gap) {
    int found = out.length() - mark;
    if (gap == NO_GAP) {
      return found == OCTETS6;
    }
    int missing = OCTETS6 - found;
    if (missing < 2) {
      return false;
    }
    int tail = out.length() - gap;
    out.reserve(missing);
    out.advance(missing);
    byte[] octets = out.array();
    System.arraycopy(octets, gap, octets, gap + missing, tail);
    java.util.Arrays.fill(octets, gap, gap + missing, (byte) 0);
    return true;
  }

  /** Appends the text of the IPv6 address at an index (RFC 5952 §4). */
  static void print6(byte[] octets, int at, WireWriter out) {
    int runStart = longestZeroRun(octets, at);
    int runEnd = runStart;
    while (runEnd < GROUPS && runStart >= 0 && groupAt(octets, at, runEnd) == 0) {
      runEnd++;
    }
    for (int i = 0; i < GROUPS; i++) {
      if (i == runStart) {
        out.u8(':').u8(':');
        i = runEnd - 1;
      } else {
        if (i > 0 && i != runEnd) {
          out.u8(':');
        }
        printGroup(groupAt(octets, at, i), out);
      }
    }
  }

  /** Returns where the first of the longest runs of two or more zero groups starts, or -1. */
  private static int longestZeroRun(byte[] octets, int at) {
    int best = -1;
    int bestLength = 1;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      length = groupAt(octets, at, i) == 0 ? length + 1 : 0;
      if (length > bestLength) {
        bestLength = length;
        best = i - length + 1;
      }
    }
    return best;
  }

  private static int groupAt(byte[] octets, int at, int group) {
    return (octets[at + 2 * group] & 0xff) << 8 | (octets[at + 2 * group + 1] & 0xff);
  }

  private static void printGroup(int value, WireWriter out) {
    int shift = value > 0xfff ? 12 : value > 0xff ? 8 : value > 0xf ? 4 : 0;
    for (; shift >= 0; shift -= 4) {
      out.u8(LOWER_DIGITS[value >> shift & 15]);
    }
  }
}
