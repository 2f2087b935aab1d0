package org.offlinesign.sign;

import java.time.Duration;
import java.time.Instant;
import org.offlinesign.record.Serial;

/**
 * The time in which signatures are valid, both ends included (RFC 4034 §3.1.5).
 *
 * <p>Whole seconds; at most 2^31 - 1 of them, because RRSIG times are serial numbers and further
 * apart would be read the wrong way round (RFC 1982 §3.2).
 */
public record Validity(Instant inception, Instant expiration) {
  /** How long before now signatures begin unless asked otherwise, for clocks that are slow. */
  public static final Duration DEFAULT_LEAD = Duration.ofHours(1);

  /** How long signatures last unless asked otherwise. */
  public static final Duration DEFAULT_LENGTH = Duration.ofDays(30);

  private static final long MAX_SECONDS = Integer.MAX_VALUE;

  /** Checks the order and the distance, and drops fractions of a second. */
  public Validity {
    inception = Instant.ofEpochSecond(inception.getEpochSecond());
    expiration = Instant.ofEpochSecond(expiration.getEpochSecond());
    if (!inception.isBefore(expiration)) {
      throw new IllegalArgumentException(
          "inception " + inception + " is not before expiration " + expiration);
    }
    if (Duration.between(inception, expiration).toSeconds() > MAX_SECONDS) {
      throw new IllegalArgumentException(
          "expiration " + expiration + " is over 68 years after inception " + inception);
    }
  }

  /** Returns the validity of signatures made at a time when nothing else is asked. */
  public static Validity startingBefore(Instant now) {
    Instant inception = now.minus(DEFAULT_LEAD);
    return new Validity(inception, inception.plus(DEFAULT_LENGTH));
  }

  /** Returns the inception as it stands in an RRSIG record. */
  public Serial inceptionSerial() {
    return Serial.ofEpochSecond(inception.getEpochSecond());
  }

  /** Returns the expiration as it stands in an RRSIG record. */
  public Serial expirationSerial() {
    return Serial.ofEpochSecond(expiration.getEpochSecond());
  }

  /** Returns how long signatures last. */
  public Duration length() {
    return Duration.between(inception, expiration);
  }
}
