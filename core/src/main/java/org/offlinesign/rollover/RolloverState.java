package org.offlinesign.rollover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offlinesign.keystore.KeyChange;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.RolloverKey.Part;

/** A rollover that is under way, as the notes on the keys of the store say. */
public final class RolloverState {
  private final RolloverMark.Progress progress;
  private final List<StoredKey> oldKeys = new ArrayList<>();
  private final List<StoredKey> newKeys = new ArrayList<>();

  private RolloverState(RolloverMark.Progress progress) {
    this.progress = progress;
  }

  /**
   * Returns the rollovers of a zone, given its keys: the one whose next step is due first first.
   */
  public static List<RolloverState> among(List<StoredKey> keysOfZone) {
    Map<RolloverMark.Progress, RolloverState> states = new LinkedHashMap<>();
    for (StoredKey key : keysOfZone) {
      Optional<RolloverMark> mark = key.rollover().flatMap(RolloverMark::parse);
      if (mark.isPresent()) {
        RolloverState state = states.computeIfAbsent(mark.get().progress(), RolloverState::new);
        state.keys(mark.get().part()).add(key);
      }
    }
    return states.values().stream().sorted(Comparator.comparing(RolloverState::due)).toList();
  }

  /**
   * Says whether a rollover of a zone is under way whose steps say which DS records its parent is
   * to have, given the zone's keys: the keyset- and dsset- files are then for those steps to write.
   */
  public static boolean changesParent(List<StoredKey> keysOfZone) {
    return among(keysOfZone).stream().anyMatch(state -> state.method().kind() != RolloverKind.ZSK);
  }

  private List<StoredKey> keys(Part part) {
    return part == Part.OLD ? oldKeys : newKeys;
  }

  public RolloverMethod method() {
    return progress.method();
  }

  /** Returns when it was begun. */
  public Instant start() {
    return progress.start();
  }

  public int stepsDone() {
    return progress.stepsDone();
  }

  /** Returns when the next step may be done, as was reckoned when the step before it was done. */
  public Instant due() {
    return progress.due();
  }

  /** Returns the keys that leave the zone. */
  public List<StoredKey> oldKeys() {
    return List.copyOf(oldKeys);
  }

  /** Returns the keys that enter the zone, as far as they are made. */
  public List<StoredKey> newKeys() {
    return List.copyOf(newKeys);
  }

  /** Says whether a key of the store has a note of it. */
  public boolean takesPart(StoredKey key) {
    return key.rollover()
        .flatMap(RolloverMark::parse)
        .filter(mark -> mark.progress().equals(progress))
        .isPresent();
  }

  /**
   * Says whether the steps done need new keys of which the store has none any more. One of several
   * that is gone is not noticed.
   */
  public boolean hasLostKeys() {
    return stepsDone() > 0 && newKeys.isEmpty() && method() != RolloverMethod.GO_INSECURE;
  }

  /** Returns what gives the rollover up: no key has a note of it any more, and all else stays. */
  public List<KeyChange> changesGivenUp() {
    return Stream.concat(oldKeys.stream(), newKeys.stream())
        .map(key -> new KeyChange(key, key.timing(), null))
        .toList();
  }

  /**
   * Returns the line for the log when the rollover is given up.
   *
   * @param reason why, if that was said
   */
  public String logLineGivenUp(DnsName zone, Instant now, @Nullable String reason) {
    String line =
        Instants.text(now) + " " + zone + " " + method() + " given up, steps done: " + stepsDone();
    return reason == null ? line : line + "; forced: " + reason;
  }

  RolloverMark.Progress progress() {
    return progress;
  }
}
