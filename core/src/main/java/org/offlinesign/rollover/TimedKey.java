package org.offlinesign.rollover;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.rdata.Dnskey;

/**
 * A key and its timing as it is once the steps of a plan are done.
 *
 * @param duty what the key signs
 * @param origin whether it takes part in a rollover
 */
record TimedKey(Dnskey dnskey, KeyTiming timing, Duty duty, Origin origin) {
  private static final Set<KeyEvent> MATTER =
      EnumSet.of(
          KeyEvent.PUBLISH,
          KeyEvent.ACTIVATE,
          KeyEvent.INACTIVE,
          KeyEvent.REVOKE,
          KeyEvent.DELETE,
          KeyEvent.DS_PUBLISH,
          KeyEvent.DS_REMOVED);

  /** What a key signs. */
  enum Duty {
    DNSKEY_RRSET,
    DATA,
    EVERYTHING
  }

  /** How a key comes into a plan. */
  enum Origin {
    OLD,
    NEW,
    /** It takes no part. */
    OTHER
  }

  KeyRole role() {
    return KeyRole.ofFlags(dnskey.flags());
  }

  KeyState stateAt(Instant at) {
    return timing.stateAt(at);
  }

  /** Returns the times, as far as they are decided on, at which the zone or its parent changes. */
  Stream<Instant> changes() {
    return timing.events().entrySet().stream()
        .filter(event -> MATTER.contains(event.getKey()))
        .map(Map.Entry::getValue)
        .filter(time -> !time.equals(KeyTiming.UNDECIDED));
  }

  boolean isEntryPoint() {
    return duty != Duty.DATA;
  }

  boolean signsData() {
    return duty != Duty.DNSKEY_RRSET;
  }

  boolean isOldEntryPoint() {
    return origin == Origin.OLD && isEntryPoint();
  }

  /**
   * Says whether the parent has a DS record of the key at some time.
   *
   * @param otherwise says so of keys without dates
   */
  boolean isDelegatedAt(Instant at, Predicate<TimedKey> otherwise) {
    if (!isEntryPoint() || hasHappened(KeyEvent.DS_REMOVED, at)) {
      return false;
    }
    Optional<Instant> seen = timing.at(KeyEvent.DS_PUBLISH);
    if (seen.isPresent()) {
      return !seen.get().isAfter(at);
    }
    boolean withdrawn = timing.at(KeyEvent.DS_REMOVED).isPresent();
    return origin != Origin.NEW && (withdrawn || origin == Origin.OLD || otherwise.test(this));
  }

  private boolean hasHappened(KeyEvent event, Instant at) {
    return timing.at(event).map(time -> !time.isAfter(at)).orElse(false);
  }
}
