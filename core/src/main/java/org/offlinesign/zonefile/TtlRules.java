package org.offlinesign.zonefile;

import org.offlinesign.record.Ttl;

/**
 * Which TTL a record has that states none: that of {@code $TTL} (RFC 2308 §4), else the one stated
 * last (RFC 1035 §5.1), else the MINIMUM field of an SOA that comes first (as BIND does, and as
 * files of Windows servers mean it).
 */
final class TtlRules {
  private static final int UNKNOWN = -1;

  private int common = UNKNOWN;
  private int last = UNKNOWN;
  private int ofFile = UNKNOWN;

  /** Returns the seconds that the current field means, which is the text of a TTL. */
  static int checked(long seconds, FieldScanner scanner) throws Fault {
    if (seconds > Ttl.MAX_SECONDS) {
      throw tooLong(RecordParser.text(scanner));
    }
    return (int) seconds;
  }

  /** Returns the seconds of a TTL that is a number elsewhere. */
  static int checked(long seconds) throws Fault {
    if (seconds > Ttl.MAX_SECONDS) {
      throw tooLong(Long.toString(seconds));
    }
    return (int) seconds;
  }

  private static Fault tooLong(String found) {
    return new Fault(
        LintCode.TTL,
        "expected a TTL of at most "
            + Ttl.MAX_SECONDS
            + " but found '"
            + found
            + "' (RFC 2181 §8)");
  }

  /** Takes note of {@code $TTL}. */
  void common(int seconds) {
    common = seconds;
    ofFile = seconds;
  }

  /** Returns what {@code $TTL} says as long as files that were included before do not count. */
  int ofFile() {
    return ofFile;
  }

  /**
   * Takes note that an included file ends, whose {@code $TTL} goes on to hold here, as in BIND and
   * NSD.
   *
   * @param before what {@link #ofFile} was when it began, which holds again in Knot DNS
   */
  void leaveFile(int before) {
    ofFile = before;
  }

  /** Says whether programs differ about the TTL of a record that states none. */
  boolean doubtful() {
    return common != ofFile;
  }

  /** Takes note of a TTL that a record states. */
  void stated(int seconds) {
    last = seconds;
  }

  /** Says whether a record that states no TTL has one. */
  boolean known() {
    return common != UNKNOWN || last != UNKNOWN;
  }

  /** Says whether it has the one of the record before, which few people expect. */
  boolean inherited() {
    return common == UNKNOWN;
  }

  /** Returns the TTL of a record that states none. */
  int implied() {
    return common != UNKNOWN ? common : last;
  }
}
