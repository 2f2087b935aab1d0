package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rollover.KeyAction.Change;
import org.offlinesign.rollover.ModelSchedule.State;
import org.offlinesign.rollover.ModelSchedule.Step;

/**
 * Makes schedules of plans by what each step does to keys, without the timing of the keys: so what
 * the planner makes of its steps is not asked for.
 */
final class PlannedSchedules {
  private final Map<RolloverKey, Dnskey> made = new HashMap<>();

  private PlannedSchedules() {}

  static ModelSchedule of(RolloverPlan plan, ZoneTimes times, List<Dnskey> anchors) {
    return new PlannedSchedules().schedule(plan, times, anchors);
  }

  private ModelSchedule schedule(RolloverPlan plan, ZoneTimes times, List<Dnskey> anchors) {
    List<Step> steps = new ArrayList<>();
    Instant before = plan.steps().get(0).notBefore();
    for (PlannedStep step : plan.steps()) {
      Duration delay = Duration.between(before, step.notBefore());
      steps.add(new Step(step.title(), delay, change(step)));
      before = step.notBefore();
    }
    State start = start(plan, anchors.isEmpty());
    return new ModelSchedule(plan.zone(), times, start, steps, anchors);
  }

  /** The old keys are in the zone and sign, each by its role. */
  private State start(RolloverPlan plan, boolean delegated) {
    State state = State.NOTHING;
    // A ZSK that stays takes no part in a rollover of the KSK, and the other way round.
    for (RolloverKey key : keysOf(plan)) {
      if (!key.isNew()) {
        state = activate(key, state.publish(dnskey(key)));
        state = key.role() == KeyRole.KSK && delegated ? state.delegate(dnskey(key)) : state;
      }
    }
    return withTheRest(state);
  }

  private static State withTheRest(State state) {
    if (state.keys().isEmpty()) {
      return state;
    }
    Dnskey any = state.keys().iterator().next();
    State rest = state;
    if (rest.dataSigners().isEmpty()) {
      Dnskey zsk = ModelFixture.key(256, any.algorithm(), 91);
      rest = rest.publish(zsk).signData(zsk);
    }
    if (rest.keySigners().isEmpty()) {
      Dnskey ksk = ModelFixture.key(257, any.algorithm(), 92);
      rest = rest.publish(ksk).signKeys(ksk).delegate(ksk);
    }
    return rest;
  }

  private static List<RolloverKey> keysOf(RolloverPlan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.actions().stream())
        .map(KeyAction::key)
        .distinct()
        .toList();
  }

  private UnaryOperator<State> change(PlannedStep step) {
    if (step.kind() == StepKind.UNSIGN) {
      return State::unsign;
    }
    return state -> {
      State changed = state;
      for (KeyAction action : step.actions()) {
        for (Map.Entry<KeyEvent, Change> change : action.changes().entrySet()) {
          if (change.getValue() == Change.NOW) {
            changed = applied(change.getKey(), action.key(), changed);
          }
        }
      }
      return changed;
    };
  }

  private State applied(KeyEvent event, RolloverKey key, State state) {
    Dnskey dnskey = dnskey(key);
    Dnskey revoked = dnskey.revoked();
    return switch (event) {
      case PUBLISH -> state.publish(dnskey);
      case ACTIVATE -> activate(key, state);
      case REVOKE ->
          state
              .withdraw(dnskey)
              .publish(revoked)
              .stopSigningKeys(dnskey)
              .signKeys(revoked)
              .stopSigningData(dnskey);
      case INACTIVE -> state.stopSigningKeys(dnskey, revoked).stopSigningData(dnskey);
      case DELETE -> state.withdraw(dnskey, revoked).stopSigningKeys(dnskey, revoked);
      case DS_PUBLISH -> state.delegate(dnskey);
      case DS_REMOVED -> state.stopDelegating(dnskey);
      case CREATED, SYNC_PUBLISH, SYNC_DELETE -> state;
    };
  }

  private State activate(RolloverKey key, State state) {
    State signing = key.role() == KeyRole.KSK ? state.signKeys(dnskey(key)) : state;
    boolean data = key.role() == KeyRole.ZSK || key.isSingleType();
    return data ? signing.signData(dnskey(key)) : signing;
  }

  /** Returns the key, or one such as it is to be. */
  private Dnskey dnskey(RolloverKey key) {
    return made.computeIfAbsent(
        key,
        unmade ->
            unmade
                .facts()
                .map(ZoneKey::dnskey)
                .orElseGet(
                    () ->
                        ModelFixture.key(
                            unmade.role() == KeyRole.KSK ? 257 : 256,
                            unmade.spec().algorithm().number(),
                            100 + made.size())));
  }
}
