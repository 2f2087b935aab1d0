package org.offlinesign.progress;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of a stage, or has become of it so far.
 *
 * @param file what is read, where that is a file that somebody named
 * @param time how long it took
 * @param done how much was done; what was not counted is absent
 * @param expected how much there was to do, as far as that was known
 */
public record StageFigures(
    Stage stage,
    Optional<String> file,
    Duration time,
    Map<Quantity, Long> done,
    Map<Quantity, Long> expected) {
  private static final double NANOS = 1e9;

  /** Copies the maps. */
  public StageFigures {
    done = Map.copyOf(done);
    expected = Map.copyOf(expected);
  }

  /** Returns how much was done of a quantity; 0 if it was not counted. */
  public long done(Quantity quantity) {
    return done.getOrDefault(quantity, 0L);
  }

  /** Returns how much there is to do of a quantity, if that is known. */
  public OptionalLong expected(Quantity quantity) {
    Long amount = expected.get(quantity);
    return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
  }

  /** Returns how long it took in seconds. */
  public double seconds() {
    return time.toNanos() / NANOS;
  }

  /** Returns how much was done of a quantity in each second; 0 if it took no time at all. */
  public double rate(Quantity quantity) {
    return time.isZero() ? 0 : done(quantity) / seconds();
  }
}
