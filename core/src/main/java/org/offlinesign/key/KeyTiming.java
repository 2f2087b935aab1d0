package org.offlinesign.key;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When what happens, or is to happen, to a key, to the second. Immutable. */
public final class KeyTiming {
  /** Nothing is set: the key is published and signs at any time. */
  public static final KeyTiming NONE = new KeyTiming(new EnumMap<>(KeyEvent.class));

  private final EnumMap<KeyEvent, Instant> times;

  private KeyTiming(EnumMap<KeyEvent, Instant> times) {
    this.times = times;
  }

  /** Returns timing with some events set. */
  public static KeyTiming of(Map<KeyEvent, Instant> times) {
    KeyTiming timing = NONE;
    for (Map.Entry<KeyEvent, Instant> entry : times.entrySet()) {
      timing = timing.with(entry.getKey(), entry.getValue());
    }
    return timing;
  }

  /** Returns this timing with one event set; null takes the event out. */
  public KeyTiming with(KeyEvent event, @Nullable Instant time) {
    EnumMap<KeyEvent, Instant> changed = times.clone();
    if (time == null) {
      changed.remove(event);
    } else {
      changed.put(event, time.truncatedTo(ChronoUnit.SECONDS));
    }
    return new KeyTiming(changed);
  }

  /** Returns when an event happens; empty if that is not set. */
  public Optional<Instant> at(KeyEvent event) {
    return Optional.ofNullable(times.get(event));
  }

  /** Returns all events that are set, in the order of {@link KeyEvent}. */
  public Map<KeyEvent, Instant> events() {
    return Collections.unmodifiableMap(times);
  }

  /**
   * Returns what the key does at an instant.
   *
   * <p>A key with neither publication nor activation set is active; one with only one of them set
   * enters the zone at that time.
   */
  public KeyState stateAt(Instant now) {
    if (hasHappened(KeyEvent.DELETE, now)) {
      return KeyState.DELETED;
    }
    boolean published = isSet(KeyEvent.PUBLISH) || isSet(KeyEvent.ACTIVATE);
    if (published && !hasHappened(KeyEvent.PUBLISH, now) && !hasHappened(KeyEvent.ACTIVATE, now)) {
      return KeyState.FUTURE;
    }
    if (hasHappened(KeyEvent.REVOKE, now)) {
      return KeyState.REVOKED;
    }
    if (hasHappened(KeyEvent.INACTIVE, now)) {
      return KeyState.INACTIVE;
    }
    return !published || hasHappened(KeyEvent.ACTIVATE, now) ? KeyState.ACTIVE : KeyState.PUBLISHED;
  }

  private boolean isSet(KeyEvent event) {
    return times.containsKey(event);
  }

  private boolean hasHappened(KeyEvent event, Instant now) {
    Instant time = times.get(event);
    return time != null && !time.isAfter(now);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyTiming that && times.equals(that.times);
  }

  @Override
  public int hashCode() {
    return times.hashCode();
  }

  @Override
  public String toString() {
    return times.toString();
  }
}
