package org.offlinesign.rollover;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyTiming;

/**
 * What a step does to the timing of a key.
 *
 * @param changes what becomes of each event; empty where the key takes part but stays as it is
 */
public record KeyAction(RolloverKey key, Map<KeyEvent, Change> changes) {
  /** What becomes of the time of an event. */
  public enum Change {
    /** It happens in this step. */
    NOW,
    /** It will happen when the next step is due; that step sets the time anew. */
    NEXT_STEP,
    /** It will happen, in a later step. */
    UNDECIDED
  }

  /** Copies the map. */
  public KeyAction {
    Map<KeyEvent, Change> copy = new EnumMap<>(KeyEvent.class);
    copy.putAll(changes);
    changes = Collections.unmodifiableMap(copy);
  }

  /** Returns an action by which some events happen to a key. */
  static KeyAction now(RolloverKey key, KeyEvent... events) {
    Map<KeyEvent, Change> changes = new EnumMap<>(KeyEvent.class);
    for (KeyEvent event : events) {
      changes.put(event, Change.NOW);
    }
    return new KeyAction(key, changes);
  }

  /** Returns the same action, and what becomes of one event more. */
  KeyAction and(KeyEvent event, Change change) {
    Map<KeyEvent, Change> more = new EnumMap<>(KeyEvent.class);
    more.putAll(changes);
    more.put(event, change);
    return new KeyAction(key, more);
  }

  /**
   * Returns what the timing of the key is once the step is done.
   *
   * @param nextDue when the step after it is due
   */
  public KeyTiming appliedTo(KeyTiming timing, Instant now, Instant nextDue) {
    KeyTiming changed = timing;
    for (Map.Entry<KeyEvent, Change> change : changes.entrySet()) {
      Instant time =
          switch (change.getValue()) {
            case NOW -> now;
            case NEXT_STEP -> nextDue;
            case UNDECIDED -> KeyTiming.UNDECIDED;
          };
      changed = changed.with(change.getKey(), time);
    }
    return changed;
  }

  /** Returns the time of the first event that the step set to its own time. */
  Optional<Instant> doneAt() {
    return changes.entrySet().stream()
        .filter(change -> change.getValue() == Change.NOW)
        .flatMap(change -> timeOf(change.getKey()).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> timeOf(KeyEvent event) {
    return key.stored().flatMap(stored -> stored.timing().at(event));
  }
}
