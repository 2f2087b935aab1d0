package org.offlinesign.rdata;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.offlinesign.record.Serial;
import org.offlinesign.wire.WireWriter;

/**
 * The text of the times in RRSIG records: {@code YYYYMMDDHHMMSS} in UTC, or seconds since 1970 (RFC
 * 4034 §3.2).
 *
 * <p>A time is a serial number of 32 bits, so 1970 stands for 2106 too; it is written with the year
 * of the first round, 1970 to 2106.
 */
public final class SignatureTime {
  private static final int DIGITS = 14;
  private static final long MAX = 0xffffffffL;

  private SignatureTime() {}

  /** Returns the time in {@code text[from, to)}, 0 to 2^32 - 1; a negative number if it is none. */
  public static long parse(byte[] text, int from, int to) {
    if (to - from != DIGITS) {
      return Decimal.parse(text, from, to, MAX);
    }
    long digits = Decimal.parse(text, from, to, Long.MAX_VALUE / 10 - 9);
    if (digits < 0) {
      return -1;
    }
    try {
      long second =
          LocalDateTime.of(
                  (int) (digits / 10_000_000_000L),
                  part(digits, 100_000_000),
                  part(digits, 1_000_000),
                  part(digits, 10_000),
                  part(digits, 100),
                  part(digits, 1))
              .toEpochSecond(ZoneOffset.UTC);
      return Serial.ofEpochSecond(second).value();
    } catch (DateTimeException e) {
      return -1;
    }
  }

  private static int part(long digits, int unit) {
    return (int) (digits / unit % 100);
  }

  /** Appends the fourteen digits of a time. */
  public static void print(Serial time, WireWriter out) {
    print(time.value(), out);
  }

  static void print(long seconds, WireWriter out) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    out.decimal(time.getYear());
    twoDigits(time.getMonthValue(), out);
    twoDigits(time.getDayOfMonth(), out);
    twoDigits(time.getHour(), out);
    twoDigits(time.getMinute(), out);
    twoDigits(time.getSecond(), out);
  }

  private static void twoDigits(int value, WireWriter out) {
    out.u8('0' + value / 10).u8('0' + value % 10);
  }

  /** Returns the fourteen digits of a time. */
  public static String toString(Serial time) {
    WireWriter out = new WireWriter(DIGITS);
    print(time, out);
    return out.toString();
  }
}
