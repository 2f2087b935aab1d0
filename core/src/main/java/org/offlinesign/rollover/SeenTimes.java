package org.offlinesign.rollover;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The longest times of all versions that the steps of a rollover have seen, kept with its progress:
 * caches may hold a version from before a TTL was lowered, even if the steps do not any more.
 *
 * @param dsTtl zero while nobody has shown what the parent has
 */
record SeenTimes(Duration propagation, Duration keyTtl, Duration largestTtl, Duration dsTtl) {
  private static final int NUMBERS = 4;

  /** Returns what a request has seen. */
  static SeenTimes of(RolloverRequest request) {
    SeenTimes zone = of(request.times());
    Duration dsTtl = request.parentDs().isPresent() ? request.times().dsTtl() : Duration.ZERO;
    return new SeenTimes(zone.propagation, zone.keyTtl, zone.largestTtl, dsTtl);
  }

  /** Returns what a version of the zone shows, which is nothing of its parent. */
  static SeenTimes of(ZoneTimes times) {
    return new SeenTimes(times.propagation(), times.keyTtl(), times.largestTtl(), Duration.ZERO);
  }

  /** Returns what {@code 4500+3600+86400+7200} says, which are seconds. */
  static Optional<SeenTimes> parse(String text) {
    if (!text.matches("\\d{1,12}(\\+\\d{1,12}){3}")) {
      return Optional.empty();
    }
    List<Duration> times =
        Arrays.stream(text.split("\\+", NUMBERS))
            .map(number -> Duration.ofSeconds(Long.parseLong(number)))
            .toList();
    return Optional.of(new SeenTimes(times.get(0), times.get(1), times.get(2), times.get(3)));
  }

  /** Returns the longer of each. */
  SeenTimes longest(SeenTimes that) {
    return new SeenTimes(
        ZoneTimes.longer(propagation, that.propagation),
        ZoneTimes.longer(keyTtl, that.keyTtl),
        ZoneTimes.longer(largestTtl, that.largestTtl),
        ZoneTimes.longer(dsTtl, that.dsTtl));
  }

  /** Returns times that are no shorter than those seen; what nobody knows of DS is the usual. */
  ZoneTimes within(ZoneTimes times) {
    Duration knownDsTtl = ZoneTimes.longer(dsTtl, times.dsTtl());
    return new ZoneTimes(
        ZoneTimes.longer(propagation, times.propagation()),
        times.parentPropagation(),
        ZoneTimes.longer(keyTtl, times.keyTtl()),
        ZoneTimes.longer(largestTtl, times.largestTtl()),
        knownDsTtl.isZero() ? ZoneTimes.DS_TTL : knownDsTtl,
        times.holdDown());
  }

  @Override
  public String toString() {
    return List.of(propagation, keyTtl, largestTtl, dsTtl).stream()
        .map(time -> Long.toString(time.toSeconds()))
        .collect(Collectors.joining("+"));
  }
}
