package org.offlinesign.rollover;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rollover.TimedKey.Duty;
import org.offlinesign.rollover.TimedKey.Origin;

/** Says what the timing of all keys of a zone is once the steps of some plans are done. */
final class PlannedTimings {
  private final RolloverRequest request;
  private final List<Participant> participants = new ArrayList<>();
  private final List<TimedKey> timed = new ArrayList<>();

  private record Participant(RolloverKey key, KeyTiming timing) {}

  private PlannedTimings(RolloverRequest request) {
    this.request = request;
  }

  /**
   * Returns the keys of the zone, and those to be made.
   *
   * @param sessions rollovers, which have no key in common, with the plan of each
   */
  static List<TimedKey> of(
      RolloverRequest request, List<RolloverSession> sessions, List<RolloverPlan> plans) {
    PlannedTimings keys = new PlannedTimings(request);
    for (int i = 0; i < sessions.size(); i++) {
      keys.addParticipants(sessions.get(i), plans.get(i));
    }
    Set<Integer> split = keys.algorithmsOfZsks();
    keys.participants.forEach(one -> keys.add(one, split));
    request.keys().forEach(key -> keys.addOther(key, split));
    return keys.timed;
  }

  private void addParticipants(RolloverSession session, RolloverPlan plan) {
    for (RolloverKey key : session.keys()) {
      participants.add(new Participant(key, plan.timingAfter(key)));
    }
  }

  private Set<Integer> algorithmsOfZsks() {
    Set<Integer> algorithms =
        participants.stream()
            .map(one -> one.key.spec())
            .filter(spec -> spec.role() == KeyRole.ZSK)
            .map(spec -> spec.algorithm().number())
            .collect(Collectors.toSet());
    for (StoredKey key : request.keys()) {
      boolean there = key.stateAt(request.now()) != KeyState.DELETED;
      key.facts()
          .filter(facts -> there && facts.role() == KeyRole.ZSK)
          .ifPresent(facts -> algorithms.add(facts.algorithm().number()));
    }
    return algorithms;
  }

  private void add(Participant one, Set<Integer> split) {
    RolloverKey key = one.key;
    Dnskey dnskey = key.facts().map(ZoneKey::dnskey).orElseGet(() -> standIn(key.spec()));
    Origin origin = key.isNew() ? Origin.NEW : Origin.OLD;
    timed.add(new TimedKey(dnskey, one.timing, duty(dnskey, split), origin));
  }

  // A key that is not made yet has no octets; any do, as nothing is verified with them.
  private static Dnskey standIn(KeySpec spec) {
    byte[] octets = ("a " + spec.role() + " to be made").getBytes(StandardCharsets.US_ASCII);
    return new Dnskey(spec.role().flags(), Dnskey.PROTOCOL, spec.algorithm().number(), octets);
  }

  private void addOther(StoredKey key, Set<Integer> split) {
    Optional<Dnskey> dnskey = key.facts().map(ZoneKey::dnskey);
    boolean known =
        dnskey.isEmpty() || timed.stream().anyMatch(one -> one.dnskey().equals(dnskey.get()));
    if (!known) {
      timed.add(new TimedKey(dnskey.get(), key.timing(), duty(dnskey.get(), split), Origin.OTHER));
    }
  }

  private static Duty duty(Dnskey key, Set<Integer> split) {
    if (!key.isSep()) {
      return Duty.DATA;
    }
    return split.contains(key.algorithm()) ? Duty.DNSKEY_RRSET : Duty.EVERYTHING;
  }
}
