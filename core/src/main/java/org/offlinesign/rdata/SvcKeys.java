package org.offlinesign.rdata;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** IANA's registry "DNS SVCB Service Parameter Keys": numbers, names and the form of values. */
final class SvcKeys {
  static final int MANDATORY = 0;
  static final int ALPN = 1;
  static final int NO_DEFAULT_ALPN = 2;

  private static final int MAX_KEY = 65535;
  private static final SvcValue UNKNOWN = SvcOctets.any();
  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final Map<Integer, String> NAMES = new HashMap<>();
  private static final Map<Integer, SvcValue> VALUES = new HashMap<>();

  static {
    register(MANDATORY, "mandatory", new SvcKeyList());
    register(ALPN, "alpn", new SvcStrings(false));
    register(NO_DEFAULT_ALPN, "no-default-alpn", SvcOctets.none());
    register(3, "port", new SvcNumbers(1));
    register(4, "ipv4hint", new SvcAddresses(IpText.OCTETS4));
    register(5, "ech", new SvcBase64());
    register(6, "ipv6hint", new SvcAddresses(IpText.OCTETS6));
    register(7, "dohpath", new SvcTemplate());
    register(8, "ohttp", SvcOctets.none());
    register(9, "tls-supported-groups", new SvcNumbers(MAX_KEY));
    register(10, "docpath", new SvcStrings(true));
    register(11, "pvd", SvcOctets.none());
  }

  private SvcKeys() {}

  private static void register(int number, String name, SvcValue value) {
    NUMBERS.put(name, number);
    NAMES.put(number, name);
    VALUES.put(number, value);
  }

  /** Returns the number of the key in {@code text[from, to)}; a negative number if it is none. */
  static int number(byte[] text, int from, int to) {
    String name = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    Integer registered = NUMBERS.get(name);
    if (registered != null) {
      return registered;
    }
    // RFC 9460 §2.1: "key" and a number without leading zeros.
    boolean leadingZero = to - from > 4 && text[from + 3] == '0';
    return name.startsWith("key") && !leadingZero
        ? (int) Decimal.parse(text, from + 3, to, MAX_KEY)
        : -1;
  }

  /** Says whether {@code text[from, to)} names a key by its number. */
  static boolean isNumbered(byte[] text, int from, int to) {
    return !NUMBERS.containsKey(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
  }

  static String name(int number) {
    return NAMES.getOrDefault(number, "key" + number);
  }

  /** Returns the form of a key's values. */
  static SvcValue value(int number) {
    return VALUES.getOrDefault(number, UNKNOWN);
  }
}
