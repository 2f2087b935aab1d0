package org.offlinesign.rollover;

import java.util.ArrayList;
import java.util.List;

/**
 * A step of a method before it has a date.
 *
 * @param title what is done, for people
 * @param after what has to pass since the step before
 * @param reference the section that says so
 */
record StepScript(
    StepKind kind, String title, Wait after, String reference, List<KeyAction> actions) {
  StepScript {
    actions = List.copyOf(actions);
  }

  /** Returns the same step with more that it does to keys. */
  @SafeVarargs
  final StepScript with(List<KeyAction>... more) {
    List<KeyAction> all = new ArrayList<>(actions);
    for (List<KeyAction> some : more) {
      all.addAll(some);
    }
    return new StepScript(kind, title, after, reference, all);
  }
}
