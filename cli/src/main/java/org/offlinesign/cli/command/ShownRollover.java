package org.offlinesign.cli.command;

import java.time.Instant;
import java.util.List;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.RolloverPlan;
import org.offlinesign.rollover.RolloverSession;

/** A rollover that is told of, with its steps and the lines to type for them. */
record ShownRollover(RolloverSession session, RolloverPlan plan, StepCommands commands) {
  /**
   * @param keys all keys of the store
   * @param typed the line of the command that tells of it
   */
  static ShownRollover of(
      RolloverSession session, List<StoredKey> keys, TypedLine typed, Instant now) {
    RolloverPlan plan = session.plan();
    PlannedKeys planned = new PlannedKeys(session, plan, keys, now);
    return new ShownRollover(session, plan, new StepCommands(session, plan, planned, typed));
  }
}
