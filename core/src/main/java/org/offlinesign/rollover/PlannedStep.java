package org.offlinesign.rollover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan.
 *
 * @param number from 1
 * @param title what is done, for people
 * @param actions what becomes of the timing of keys
 */
public record PlannedStep(
    int number, StepKind kind, String title, Schedule schedule, List<KeyAction> actions) {
  /**
   * When a step may be done.
   *
   * @param notBefore the earliest time; that of a step done is when it was done
   * @param state whether it is done
   * @param reason why not before, with figures
   * @param reference the section that says so
   */
  public record Schedule(Instant notBefore, State state, String reason, String reference) {}

  /** How far a step is. */
  public enum State {
    DONE,
    /** All steps before it are done. */
    NEXT,
    LATER
  }

  /** Copies the list. */
  public PlannedStep {
    actions = List.copyOf(actions);
  }

  /** Returns the earliest time at which the step may be done. */
  public Instant notBefore() {
    return schedule.notBefore();
  }

  public boolean isDone() {
    return schedule.state() == State.DONE;
  }

  /** Returns the reason and where it is written, in one sentence. */
  public String reason() {
    return schedule.reason();
  }

  /** Returns the sections of the RFCs that describe the step. */
  public String reference() {
    return schedule.reference();
  }

  /** Returns what the DS RRset must be once the step is done; empty for steps of the zone. */
  public Optional<DsWish> dsWish() {
    return kind == StepKind.PARENT ? Optional.of(DsWish.of(actions)) : Optional.empty();
  }

  /** Returns what the step does to a key; null if it takes no part. */
  @Nullable KeyAction actionOn(RolloverKey key) {
    return actions.stream().filter(action -> action.key() == key).findFirst().orElse(null);
  }
}
