package org.offlinesign.cli.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.KeyAction;
import org.offlinesign.rollover.PlannedStep;
import org.offlinesign.rollover.RolloverKey;
import org.offlinesign.rollover.RolloverPlan;
import org.offlinesign.rollover.RolloverSession;

/** What each key of a zone does after each step of a plan. */
final class PlannedKeys {
  private static final KeyTiming TO_MAKE =
      KeyTiming.NONE
          .with(KeyEvent.PUBLISH, KeyTiming.UNDECIDED)
          .with(KeyEvent.ACTIVATE, KeyTiming.UNDECIDED);

  private final RolloverSession session;
  private final RolloverPlan plan;
  private final List<StoredKey> all;
  private final Instant now;

  /**
   * @param all the keys of the store, of whatever zone
   */
  PlannedKeys(RolloverSession session, RolloverPlan plan, List<StoredKey> all, Instant now) {
    this.session = session;
    this.plan = plan;
    this.all = all;
    this.now = now;
  }

  /**
   * A key after a step.
   *
   * @param name what it is called on the command line
   * @param isAlone whether it has to sign everything, as its algorithm has no ZSK
   */
  record Planned(String name, KeySpec spec, KeyState state, boolean isAlone) {}

  private record Part(String name, KeySpec spec, KeyState state) {}

  /** Returns the keys that are still to be made, by the names that they are to get. */
  Map<String, KeySpec> toMake() {
    Map<String, KeySpec> specs = new LinkedHashMap<>();
    for (RolloverKey key : session.keys()) {
      if (key.stored().isEmpty()) {
        specs.put(nameOf(key), key.spec());
      }
    }
    return specs;
  }

  /** Returns the keys that have to do with the zone after a step. */
  List<Planned> after(PlannedStep step) {
    List<Part> parts = new ArrayList<>();
    for (RolloverKey key : session.keys()) {
      KeyState state = timingAfter(step, key).stateAt(step.notBefore());
      parts.add(new Part(nameOf(key), key.spec(), state));
    }
    for (StoredKey key : all) {
      partOf(key, step.notBefore()).ifPresent(parts::add);
    }
    return parts.stream()
        .map(part -> new Planned(part.name, part.spec, part.state, isAlone(part, parts)))
        .toList();
  }

  private static boolean isAlone(Part part, List<Part> parts) {
    Algorithm algorithm = part.spec.algorithm();
    return part.spec.role() == KeyRole.KSK
        && parts.stream()
            .filter(other -> other.state != KeyState.DELETED)
            .noneMatch(
                other -> other.spec.role() == KeyRole.ZSK && other.spec.algorithm() == algorithm);
  }

  private Optional<Part> partOf(StoredKey key, Instant time) {
    Optional<ZoneKey> facts = key.facts().filter(found -> found.zone().equals(plan.zone()));
    return facts
        .filter(found -> !takesPart(found))
        .map(
            found ->
                new Part(
                    KeyText.selector(key, all),
                    new KeySpec(found.algorithm(), found.bits(), found.role()),
                    key.stateAt(time)));
  }

  /** Says whether a key is one of those that the rollover changes. */
  boolean takesPart(ZoneKey key) {
    return session.keys().stream().flatMap(part -> part.facts().stream()).anyMatch(key::isSameKey);
  }

  private KeyTiming timingAfter(PlannedStep last, RolloverKey key) {
    KeyTiming timing = key.stored().map(StoredKey::timing).orElse(TO_MAKE);
    List<PlannedStep> steps = plan.steps();
    for (PlannedStep step : steps) {
      if (step.isDone() || step.number() > last.number()) {
        continue;
      }
      Instant next =
          step.number() < steps.size() ? steps.get(step.number()).notBefore() : step.notBefore();
      for (KeyAction action : step.actions()) {
        if (action.key() == key) {
          timing = action.appliedTo(timing, step.notBefore(), next);
        }
      }
    }
    return timing;
  }

  /** Returns what selects a key of the rollover, or what one that is to be made is to be called. */
  String nameOf(RolloverKey key) {
    return key.stored().map(stored -> KeyText.selector(stored, all)).orElseGet(() -> newName(key));
  }

  private String newName(RolloverKey key) {
    DnsName zone = plan.zone();
    String text = zone.isRoot() ? "root" : zone.toString().replaceAll("\\.$", "");
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(now.atZone(ZoneOffset.UTC).toLocalDate());
    String name = key.role() + "-" + text + "-" + day;
    String unique = name;
    for (int i = 2; isTaken(unique); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }

  private boolean isTaken(String name) {
    return all.stream()
        .anyMatch(key -> key.friendlyName().filter(name::equalsIgnoreCase).isPresent());
  }
}
