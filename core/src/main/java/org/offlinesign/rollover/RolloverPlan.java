package org.offlinesign.rollover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;

/**
 * The steps of a rollover with their dates.
 *
 * <p>Each date is the earliest, given that every step is done on its date; a step that is done late
 * shifts the later ones.
 *
 * @param signAgainBy the dates by which the zone must be signed again besides the steps
 * @param notes what else a person should know
 */
public record RolloverPlan(
    DnsName zone,
    RolloverMethod method,
    List<PlannedStep> steps,
    List<Instant> signAgainBy,
    List<String> notes) {
  /** Copies the lists. */
  public RolloverPlan {
    steps = List.copyOf(steps);
    signAgainBy = List.copyOf(signAgainBy);
    notes = List.copyOf(notes);
  }

  /** Returns the step to do next; empty once all are done. */
  public Optional<PlannedStep> next() {
    return steps.stream().filter(step -> !step.isDone()).findFirst();
  }

  /** Returns the date on which the last step may be done. */
  public Instant end() {
    return steps.get(steps.size() - 1).notBefore();
  }

  /** Returns what the timing of a key is once all steps are done on their dates. */
  public KeyTiming timingAfter(RolloverKey key) {
    KeyTiming timing = key.stored().map(StoredKey::timing).orElse(StepExecution.FUTURE);
    for (PlannedStep step : steps) {
      KeyAction action = step.actionOn(key);
      if (!step.isDone() && action != null) {
        Instant following = steps.get(Math.min(step.number(), steps.size() - 1)).notBefore();
        timing = action.appliedTo(timing, step.notBefore(), following);
      }
    }
    return timing;
  }

  /** Returns all dates to come, ascending, for a calendar. */
  public List<PlanEvent> events() {
    List<PlanEvent> events = new ArrayList<>();
    for (PlannedStep step : steps) {
      if (!step.isDone()) {
        events.add(new PlanEvent(PlanEvent.Kind.STEP, step.notBefore(), title(step), why(step)));
      }
    }
    for (Instant date : signAgainBy) {
      events.add(
          new PlanEvent(
              PlanEvent.Kind.SIGN_AGAIN,
              date,
              zone + ": sign again by now",
              "After this, caches and secondaries may be left with signatures that have expired"
                  + " (RFC 6781 section 4.4.2)."));
    }
    return events.stream().sorted(Comparator.comparing(PlanEvent::at)).toList();
  }

  private String title(PlannedStep step) {
    return zone
        + " "
        + method
        + " step "
        + step.number()
        + " of "
        + steps.size()
        + ": "
        + step.title();
  }

  private static String why(PlannedStep step) {
    return "Not before "
        + Instants.text(step.notBefore())
        + ": "
        + step.reason()
        + " ("
        + step.reference()
        + ").";
  }
}
