package org.offlinesign.rollover;

import static org.offlinesign.rollover.ModelFixture.DS_TTL;
import static org.offlinesign.rollover.ModelFixture.KEY_TTL;
import static org.offlinesign.rollover.ModelFixture.KSK1;
import static org.offlinesign.rollover.ModelFixture.KSK2;
import static org.offlinesign.rollover.ModelFixture.LARGEST_TTL;
import static org.offlinesign.rollover.ModelFixture.NEW_KSK;
import static org.offlinesign.rollover.ModelFixture.NEW_ZSK;
import static org.offlinesign.rollover.ModelFixture.PARENT_PROPAGATION;
import static org.offlinesign.rollover.ModelFixture.PROPAGATION;
import static org.offlinesign.rollover.ModelFixture.TIMES;
import static org.offlinesign.rollover.ModelFixture.ZONE;
import static org.offlinesign.rollover.ModelFixture.ZSK1;
import static org.offlinesign.rollover.ModelFixture.ZSK2;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rollover.ModelSchedule.State;
import org.offlinesign.rollover.ModelSchedule.Step;

/**
 * The methods as RFC 7583 §3 and RFC 6781 §4.1.4 have them, written down without the planner, and
 * with waits that are not a second longer than they must be.
 */
final class HandMadeSchedules {
  private HandMadeSchedules() {}

  /** Returns the methods that need no trust anchors, by their names. */
  static Map<String, ModelSchedule> all() {
    Map<String, ModelSchedule> all = new LinkedHashMap<>();
    all.put("zsk-prepublish", zskPrepublish());
    all.put("zsk-double-signature", zskDoubleSignature());
    all.put("ksk-double-signature", kskDoubleSignature());
    all.put("ksk-prepublish", kskPrepublish());
    all.put("single-key-double-signature", singleKeyDoubleSignature());
    all.put("algorithm", algorithm());
    all.put("go-insecure", goInsecure());
    all.put("go-secure", goSecure());
    return all;
  }

  private static ModelSchedule zskPrepublish() {
    return schedule(
        split(),
        step("publish", Duration.ZERO, s -> s.publish(ZSK2)),
        step("swap", keys(), s -> s.signData(ZSK2).stopSigningData(ZSK1)),
        step("remove", data(), s -> s.withdraw(ZSK1)));
  }

  private static ModelSchedule zskDoubleSignature() {
    return schedule(
        split(),
        step("add", Duration.ZERO, s -> s.publish(ZSK2).signData(ZSK2)),
        // The TTL of data is the longer one here.
        step("remove", data(), s -> s.withdraw(ZSK1).stopSigningData(ZSK1)));
  }

  private static ModelSchedule kskDoubleSignature() {
    return schedule(
        split(),
        step("add", Duration.ZERO, s -> s.publish(KSK2).signKeys(KSK2)),
        step("parent swaps", keys(), s -> s.delegate(KSK2).stopDelegating(KSK1)),
        step("remove", ds(), s -> s.withdraw(KSK1).stopSigningKeys(KSK1)));
  }

  private static ModelSchedule kskPrepublish() {
    return schedule(
        split(),
        step("parent adds", Duration.ZERO, s -> s.delegate(KSK2)),
        step(
            "swap", ds(), s -> s.publish(KSK2).signKeys(KSK2).withdraw(KSK1).stopSigningKeys(KSK1)),
        step("parent removes", keys(), s -> s.stopDelegating(KSK1)));
  }

  private static ModelSchedule singleKeyDoubleSignature() {
    return schedule(
        single(),
        step("add", Duration.ZERO, s -> s.publish(KSK2).signKeys(KSK2).signData(KSK2)),
        step("parent swaps", keys(), s -> s.delegate(KSK2).stopDelegating(KSK1)),
        // Data that the old key alone has signed outlast the DS set here.
        step(
            "remove",
            data().minus(keys()),
            s -> s.withdraw(KSK1).stopSigningKeys(KSK1).stopSigningData(KSK1)));
  }

  private static ModelSchedule algorithm() {
    return schedule(
        split(),
        step("add signatures", Duration.ZERO, s -> s.signData(NEW_ZSK)),
        step("add keys", data(), s -> s.publish(NEW_KSK, NEW_ZSK).signKeys(NEW_KSK)),
        step("parent swaps", keys(), s -> s.delegate(NEW_KSK).stopDelegating(KSK1)),
        step("remove keys", ds(), s -> s.withdraw(KSK1, ZSK1).stopSigningKeys(KSK1)),
        step("remove signatures", keys(), s -> s.stopSigningData(ZSK1)));
  }

  private static ModelSchedule goInsecure() {
    return schedule(
        split(),
        step("parent removes", Duration.ZERO, s -> s.stopDelegating(KSK1)),
        step("unsign", ds(), State::unsign));
  }

  private static ModelSchedule goSecure() {
    return schedule(
        State.NOTHING,
        step("sign", Duration.ZERO, s -> s.publish(KSK1, ZSK1).signKeys(KSK1).signData(ZSK1)),
        step("parent adds", data(), s -> s.delegate(KSK1)));
  }

  private static ModelSchedule schedule(State start, Step... steps) {
    return new ModelSchedule(ZONE, TIMES, start, List.of(steps), List.of());
  }

  /** The old KSK is a trust anchor, and the parent has no DS set. */
  static ModelSchedule revocation(Duration untilRevoked, Duration untilRemoved) {
    Dnskey revoked = KSK1.revoked();
    return new ModelSchedule(
        ZONE,
        TIMES,
        split().stopDelegating(KSK1),
        List.of(
            step("add", Duration.ZERO, s -> s.publish(KSK2).signKeys(KSK2)),
            step(
                "revoke",
                untilRevoked,
                s -> s.withdraw(KSK1).publish(revoked).stopSigningKeys(KSK1).signKeys(revoked)),
            step("remove", untilRemoved, s -> s.withdraw(revoked).stopSigningKeys(revoked))),
        List.of(KSK1));
  }

  private static State split() {
    return State.NOTHING.publish(KSK1, ZSK1).signKeys(KSK1).signData(ZSK1).delegate(KSK1);
  }

  private static State single() {
    return State.NOTHING.publish(KSK1).signKeys(KSK1).signData(KSK1).delegate(KSK1);
  }

  private static Step step(String title, Duration wait, UnaryOperator<State> change) {
    return new Step(title, wait, change);
  }

  private static Duration keys() {
    return PROPAGATION.plus(KEY_TTL);
  }

  private static Duration data() {
    return PROPAGATION.plus(LARGEST_TTL);
  }

  private static Duration ds() {
    return PARENT_PROPAGATION.plus(DS_TTL);
  }
}
