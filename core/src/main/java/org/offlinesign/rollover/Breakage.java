package org.offlinesign.rollover;

import java.time.Instant;

/**
 * A mix of what caches may hold that does not validate.
 *
 * @param from the first second; {@link Instant#MIN} if it has been so since ever
 * @param until the second from which no cache holds the mix any more; {@link Instant#MAX} if it
 *     does not go away by itself
 * @param ds the DS set of the mix; one without records where it plays no part
 * @param keys the version that the DNSKEY RRset of the mix is from
 * @param data the version that the data of the mix is from; where it plays no part, that of the
 *     keys
 * @param what a clause that says what leads nowhere, with the keys' tags
 */
public record Breakage(
    Instant from,
    Instant until,
    DsVersion ds,
    ZoneVersion keys,
    ZoneVersion data,
    Cause cause,
    String what) {
  /** Returns sentences for people: when, for whom, what breaks, and what mends or avoids it. */
  public String message() {
    return when() + " " + whom() + ": " + what + ". What helps: " + cause.remedy() + ".";
  }

  /** Says whether it goes away once caches have dropped what they hold. */
  public boolean isPassing() {
    return !until.equals(Instant.MAX);
  }

  /** Returns the same in another span of time. */
  Breakage within(Instant newFrom, Instant newUntil) {
    return new Breakage(newFrom, newUntil, ds, keys, data, cause, what);
  }

  /** Returns the message. */
  @Override
  public String toString() {
    return message();
  }

  private String when() {
    String start = from.equals(Instant.MIN) ? "already" : "from " + Instants.text(from);
    String open = from.equals(Instant.MIN) ? "" : " on";
    String end = isPassing() ? " until " + Instants.text(until) : open + ", until it is mended,";
    boolean lost = cause == Cause.SECURITY_LOST;
    return start + end + (lost ? " the zone is not validated by" : " the zone is bogus for");
  }

  private String whom() {
    return switch (cause) {
      case NO_KEY_FOR_DS, DS_KEY_DOES_NOT_SIGN ->
          "resolvers that hold " + ds.label() + " and the DNSKEY RRset of " + keys.label();
      case KEYS_NOT_IN_FORCE -> "resolvers that ask for the DNSKEY RRset of " + keys.label();
      case NO_KEY_FOR_SIGNATURES, ALGORITHM_WITHOUT_SIGNATURES ->
          "resolvers that hold the DNSKEY RRset of "
              + keys.label()
              + " and data of "
              + data.label();
      case DATA_NOT_IN_FORCE -> "resolvers that ask for data of " + data.label();
      case UNSIGNED ->
          "resolvers that hold "
              + (ds.records().isEmpty() ? "the DNSKEY RRset of " + keys.label() : ds.label())
              + " and records of "
              + data.label();
      case NO_TRUST_ANCHOR ->
          "resolvers that keep trust anchors by RFC 5011 and hold the DNSKEY RRset of "
              + keys.label();
      case SECURITY_LOST -> "resolvers that hold " + ds.label();
    };
  }
}
