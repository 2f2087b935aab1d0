package org.offlinesign.cli.command;

import java.time.Instant;
import java.util.List;
import org.offlinesign.cli.command.StepCommands.Others;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.RolloverPlan;
import org.offlinesign.rollover.RolloverSession;
import org.offlinesign.rollover.RolloverState;

/** A rollover that is told of, with its steps and the lines to type for them. */
record ShownRollover(Known known, StepCommands commands) {
  /** A rollover and its steps as they are now. */
  record Known(RolloverSession session, RolloverPlan plan) {}

  /**
   * @param keys all keys of the store
   * @param typed the line of the command that tells of it
   */
  static ShownRollover of(
      RolloverSession session, List<StoredKey> keys, TypedLine typed, Instant now) {
    Known known = new Known(session, session.plan());
    PlannedKeys planned = new PlannedKeys(session, known.plan, keys, now);
    List<RolloverState> states =
        RolloverState.among(RolloverRefusal.keysOf(known.plan.zone(), keys));
    boolean alone = states.stream().allMatch(state -> state.method() == session.method());
    Others others = alone ? Others.NONE : Others.UNDER_WAY;
    return new ShownRollover(known, new StepCommands(known, planned, others, typed));
  }

  RolloverSession session() {
    return known.session;
  }

  RolloverPlan plan() {
    return known.plan;
  }
}
