package org.offlinesign.sign;

import org.jspecify.annotations.Nullable;
import org.offlinesign.record.Ttl;

/**
 * The TTLs of a signed zone, where they are not those of the input.
 *
 * @param highest what larger TTLs are lowered to; null for no limit
 * @param dnskey that of the DNSKEY RRset; null for the one it had, or that of the SOA record
 */
public record TtlLimits(@Nullable Ttl highest, @Nullable Ttl dnskey) {
  /** The TTLs of the input. */
  public static final TtlLimits NONE = new TtlLimits(null, null);

  /** Checks that the two can both be kept. */
  public TtlLimits {
    if (highest != null && dnskey != null && dnskey.compareTo(highest) > 0) {
      throw new IllegalArgumentException(
          "a TTL of DNSKEY records of " + dnskey + " is above the highest, " + highest);
    }
  }
}
