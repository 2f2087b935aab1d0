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

  /** A time not decided on yet: what is set to it does not happen until it is set anew. */
  public static final Instant UNDECIDED = Instant.parse("9999-12-31T23:59:59Z");

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
   * Returns what the key does at an instant, as BIND's smart signing has it.
   *
   * <p>A key with neither publication nor activation set is active. One with activation alone is in
   * the zone at once and signs when it is activated; one with publication alone never signs. Unlike
   * in BIND, a key signs before its publication where that is set for later, and after its deletion
   * where the end of its activity is set for later still; {@link #UNDECIDED} is later than all.
   */
  public KeyState stateAt(Instant now) {
    if (hasHappened(KeyEvent.DELETE, now)) {
      return signsAfterDeletion(now) ? KeyState.SIGNING_ONLY : KeyState.DELETED;
    }
    if (isSet(KeyEvent.PUBLISH) && !hasHappened(KeyEvent.PUBLISH, now)) {
      return signsBeforePublication(now) ? KeyState.SIGNING_ONLY : KeyState.FUTURE;
    }
    if (hasHappened(KeyEvent.REVOKE, now)) {
      return KeyState.REVOKED;
    }
    if (hasHappened(KeyEvent.INACTIVE, now)) {
      return KeyState.INACTIVE;
    }
    return isActivated(now) ? KeyState.ACTIVE : KeyState.PUBLISHED;
  }

  private boolean signsAfterDeletion(Instant now) {
    return isSet(KeyEvent.INACTIVE)
        && !hasHappened(KeyEvent.INACTIVE, now)
        && !hasHappened(KeyEvent.REVOKE, now)
        && isActivated(now);
  }

  private boolean signsBeforePublication(Instant now) {
    return hasHappened(KeyEvent.ACTIVATE, now) && !hasHappened(KeyEvent.INACTIVE, now);
  }

  private boolean isActivated(Instant now) {
    return isSet(KeyEvent.ACTIVATE)
        ? hasHappened(KeyEvent.ACTIVATE, now)
        : !isSet(KeyEvent.PUBLISH);
  }

  /** Says whether the DNSKEY record belongs into the zone at an instant. */
  public boolean isPublishedAt(Instant now) {
    return stateAt(now).isPublished();
  }

  /** Says whether the key signs at an instant, be it for its own revocation alone. */
  public boolean signsAt(Instant now) {
    return stateAt(now).signs();
  }

  /** Returns when the key is next in another state; empty where no time for that is decided on. */
  public Optional<NextChange> nextChange(Instant now) {
    KeyState present = stateAt(now);
    return times.values().stream()
        .filter(time -> time.isAfter(now) && !time.equals(UNDECIDED))
        .sorted()
        .map(time -> new NextChange(time, stateAt(time)))
        .filter(change -> change.state() != present)
        .findFirst();
  }

  /**
   * Another state that a key comes into.
   *
   * @param at the first instant at which it is in that state
   */
  public record NextChange(Instant at, KeyState state) {}

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
