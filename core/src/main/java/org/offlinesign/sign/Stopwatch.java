package org.offlinesign.sign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Measures the stages, and tells the listener of each. */
final class Stopwatch {
  private final Clock clock;
  private final SigningListener listener;
  private final Map<SigningStage, Duration> stages = new EnumMap<>(SigningStage.class);
  private SigningStage stage = SigningStage.READ;
  private Instant since;

  Stopwatch(Clock clock, SigningListener listener) {
    this.clock = clock;
    this.listener = listener;
    this.since = clock.instant();
  }

  /** Ends the stage before, if there was one, and begins another. */
  void start(SigningStage next) {
    stop();
    stage = next;
    listener.started(next);
  }

  /** Ends the stage. */
  void stop() {
    Instant now = clock.instant();
    stages.merge(stage, Duration.between(since, now), Duration::plus);
    since = now;
  }

  Map<SigningStage, Duration> stages() {
    return stages;
  }
}
