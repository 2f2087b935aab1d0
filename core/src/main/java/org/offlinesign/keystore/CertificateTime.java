package org.offlinesign.keystore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x509.Time;

/** Reads the times of certificates (RFC 5280 §4.1.2.5). */
final class CertificateTime {
  /** How BouncyCastle spells UTC behind the digits. */
  private static final String UTC = "GMT+00:00";

  private static final int DIGITS = "yyyyMMddHHmmss".length();
  private static final int FIRST_YEAR_OF_UTC_TIME = 1950;

  private CertificateTime() {}

  /**
   * Returns a time. The usual form, in seconds of UTC, is read here, because the dates of the Java
   * platform take 15 ms in a process that has not used one yet.
   */
  static Instant instant(Time time) {
    String text = time.getTime();
    try {
      if (isUsual(text)) {
        return parse(text);
      }
    } catch (DateTimeException oddDay) {
      // Such as the 30th of February, of which the platform makes the 2nd of March.
    }
    return time.getDate().toInstant();
  }

  private static boolean isUsual(String text) {
    return text.length() == DIGITS + UTC.length()
        && text.endsWith(UTC)
        && isNumber(text)
        && number(text, 0, 4) >= FIRST_YEAR_OF_UTC_TIME;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < DIGITS; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Instant parse(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 4, 6),
            number(text, 6, 8),
            number(text, 8, 10),
            number(text, 10, 12),
            number(text, 12, 14))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int begin, int end) {
    return Integer.parseInt(text, begin, end, 10);
  }
}
