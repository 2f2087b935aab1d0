package org.offlinesign.key;

import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;

/**
 * What a person says about a key where its certificate says nothing, or says otherwise.
 *
 * @param flags the flags field of the DNSKEY record
 */
public record KeyParameters(
    @Nullable Algorithm algorithm, @Nullable Integer flags, @Nullable DnsName zone) {
  /** Says nothing. */
  public static final KeyParameters NONE = new KeyParameters(null, null, null);

  /** Checks the range of the flags. */
  public KeyParameters {
    if (flags != null && (flags < 0 || flags > 0xffff)) {
      throw new IllegalArgumentException("flags " + flags + " are not within 0..65535");
    }
  }

  /** Returns these parameters, and where they say nothing what others say. */
  public KeyParameters orElse(KeyParameters others) {
    return new KeyParameters(
        algorithm == null ? others.algorithm : algorithm,
        flags == null ? others.flags : flags,
        zone == null ? others.zone : zone);
  }
}
