package org.offlinesign.cli.page;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private static final double PERCENT = 100;
  private static final double KILO = 1000;

  private Numbers() {}

  /** Returns {@code 12,345}. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns {@code 12.3 kB}. */
  static String octets(long octets) {
    String[] units = {"octets", "kB", "MB", "GB", "TB"};
    double amount = octets;
    int unit = 0;
    while (amount >= KILO && unit < units.length - 1) {
      amount /= KILO;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, units[unit]);
  }

  /** Returns which share a part is, in percent. */
  static double share(long part, long whole) {
    return whole == 0 ? 0 : PERCENT * part / whole;
  }

  /** Returns {@code 12.3 %}. */
  static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %%", share(part, whole));
  }
}
