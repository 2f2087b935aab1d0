package org.offlinesign.record;

/**
 * A time to live in seconds, 0 to 2^31 - 1 (RFC 2181 §8).
 *
 * @param seconds how long a record may be kept in a cache
 */
public record Ttl(int seconds) implements Comparable<Ttl> {
  /** The largest TTL. */
  public static final long MAX_SECONDS = Integer.MAX_VALUE;

  /** Checks the range. */
  public Ttl {
    if (seconds < 0) {
      throw new IllegalArgumentException("TTL " + seconds + " is negative");
    }
  }

  /** Returns a TTL of some seconds. */
  public static Ttl ofSeconds(long seconds) {
    if (seconds < 0 || seconds > MAX_SECONDS) {
      throw new IllegalArgumentException("TTL " + seconds + " is not within 0..2147483647");
    }
    return new Ttl((int) seconds);
  }

  /** Returns the smaller of two. */
  public static Ttl min(Ttl a, Ttl b) {
    return a.seconds <= b.seconds ? a : b;
  }

  @Override
  public int compareTo(Ttl that) {
    return Integer.compare(seconds, that.seconds);
  }

  @Override
  public String toString() {
    return Integer.toString(seconds);
  }
}
