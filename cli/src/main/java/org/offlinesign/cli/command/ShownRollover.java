package org.offlinesign.cli.command;

import java.time.Instant;
import java.util.List;
import org.offlinesign.cli.command.StepCommands.Others;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.Breakage;
import org.offlinesign.rollover.RolloverException;
import org.offlinesign.rollover.RolloverPlan;
import org.offlinesign.rollover.RolloverSession;
import org.offlinesign.rollover.RolloverState;

/** A rollover that is told of, with its steps and the lines to type for them. */
record ShownRollover(Known known, StepCommands commands) {
  /**
   * A rollover and its steps as they are now.
   *
   * @param breakages what is broken, or will be if all goes on as planned
   */
  record Known(RolloverSession session, RolloverPlan plan, List<Breakage> breakages) {}

  /**
   * @param keys all keys of the store
   * @param typed the line of the command that tells of it
   * @throws RolloverException if another rollover under way has lost its keys
   */
  static ShownRollover of(
      RolloverSession session, List<StoredKey> keys, TypedLine typed, Instant now)
      throws RolloverException {
    Known known = new Known(session, session.plan(), session.breakages());
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

  /** Returns a sentence for each thing that a step done too early breaks; none if all is well. */
  List<String> breaks() {
    return BreakageText.lines(known.breakages);
  }
}
