package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.seal.FormerSignature;

/**
 * That a key signs something, and when the signature is in force.
 *
 * @param inception the first second
 * @param expiration the last second; one before the inception makes it never in force
 */
public record SignatureSpan(KeyId key, Instant inception, Instant expiration) {
  /** Returns what an RRSIG record says, its times taken as those of 1970 to 2106. */
  static SignatureSpan of(Rrsig signature) {
    return new SignatureSpan(
        new KeyId(signature.keyTag(), signature.algorithm()),
        Instant.ofEpochSecond(signature.inception().value()),
        Instant.ofEpochSecond(signature.expiration().value()));
  }

  /** Returns what a signature says. */
  static SignatureSpan of(FormerSignature signature) {
    return new SignatureSpan(
        signature.signer(),
        Instant.ofEpochSecond(signature.inception().value()),
        Instant.ofEpochSecond(signature.expiration().value()));
  }

  /** Returns a signature that is renewed as long as the version that has it is out. */
  public static SignatureSpan always(KeyId key) {
    return new SignatureSpan(key, Instant.MIN, Instant.MAX);
  }

  /** Says whether it can be used at an instant, the last second included (RFC 4035 §5.3.1). */
  boolean isInForceAt(Instant at) {
    return !at.isBefore(inception) && !at.isAfter(expiration);
  }

  /** Returns the instant from which it can be used no more. */
  Instant end() {
    return Instants.plus(expiration, Duration.ofSeconds(1));
  }
}
