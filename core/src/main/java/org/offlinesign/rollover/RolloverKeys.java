package org.offlinesign.rollover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.KeyAction.Change;
import org.offlinesign.rollover.RolloverKey.Part;

/**
 * The keys that take part in a rollover.
 *
 * @param idle those that sign nothing when the rollover begins, such as standby keys
 * @param hasParent whether the parent has a DS record, of which the method must take care
 */
record RolloverKeys(List<RolloverKey> all, List<RolloverKey> idle, boolean hasParent) {
  RolloverKeys {
    all = List.copyOf(all);
    idle = List.copyOf(idle);
  }

  List<RolloverKey> of(Part part) {
    return all.stream().filter(key -> key.part() == part).toList();
  }

  /** Says whether one key does everything. */
  boolean isSingleType() {
    return all.stream().anyMatch(RolloverKey::isSingleType);
  }

  String oldLabels() {
    return labels(Part.OLD, key -> true);
  }

  String newLabels() {
    return labels(Part.NEW, key -> true);
  }

  /** Returns the labels of the keys that DS records point to. */
  String oldEntryLabels() {
    return labels(Part.OLD, RolloverKeys::isEntryPoint);
  }

  String newEntryLabels() {
    return labels(Part.NEW, RolloverKeys::isEntryPoint);
  }

  /** Returns the labels of the keys that sign the data of the zone. */
  String oldDataLabels() {
    return labels(Part.OLD, RolloverKeys::signsData);
  }

  String newDataLabels() {
    return labels(Part.NEW, RolloverKeys::signsData);
  }

  private String labels(Part part, Predicate<RolloverKey> chosen) {
    return of(part).stream()
        .filter(chosen)
        .map(RolloverKey::label)
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static boolean isEntryPoint(RolloverKey key) {
    return key.role() == KeyRole.KSK;
  }

  private static boolean signsData(RolloverKey key) {
    return key.role() == KeyRole.ZSK || key.isSingleType();
  }

  List<KeyAction> newKeys(KeyEvent... events) {
    return now(Part.NEW, key -> true, events);
  }

  List<KeyAction> oldKeys(KeyEvent... events) {
    return now(Part.OLD, key -> true, events);
  }

  List<KeyAction> newEntryPoints(KeyEvent... events) {
    return now(Part.NEW, RolloverKeys::isEntryPoint, events);
  }

  List<KeyAction> oldEntryPoints(KeyEvent... events) {
    return now(Part.OLD, RolloverKeys::isEntryPoint, events);
  }

  List<KeyAction> oldDataKeys(KeyEvent... events) {
    return now(Part.OLD, key -> signsData(key) && !idle.contains(key), events);
  }

  private List<KeyAction> now(Part part, Predicate<RolloverKey> chosen, KeyEvent... events) {
    return of(part).stream().filter(chosen).map(key -> KeyAction.now(key, events)).toList();
  }

  /** The new keys for data sign, and their DNSKEY records are not in the zone. */
  List<KeyAction> startSigningUnpublished() {
    return now(Part.NEW, RolloverKeys::signsData, KeyEvent.ACTIVATE).stream()
        .map(action -> action.and(KeyEvent.PUBLISH, Change.UNDECIDED))
        .toList();
  }

  /** All new keys are in the zone; those sign now that did not yet. */
  List<KeyAction> publishNew() {
    List<KeyAction> actions = new ArrayList<>();
    for (RolloverKey key : of(Part.NEW)) {
      KeyAction publication = KeyAction.now(key, KeyEvent.PUBLISH);
      actions.add(signsData(key) ? publication : publication.and(KeyEvent.ACTIVATE, Change.NOW));
    }
    return actions;
  }

  /**
   * Says whether the times of an old key put CDS and CDNSKEY records for it into the zone; a parent
   * that follows them (RFC 7344) would put back what a person has changed.
   */
  boolean isSignalled() {
    return of(Part.OLD).stream().anyMatch(RolloverKeys::isSignalled);
  }

  /** Says whether CDS and CDNSKEY records were or will be in the zone for any of the keys. */
  boolean haveSignals() {
    return all.stream()
        .flatMap(key -> key.stored().stream())
        .anyMatch(key -> key.timing().at(KeyEvent.SYNC_PUBLISH).isPresent());
  }

  private static boolean isSignalled(RolloverKey key) {
    return key.stored()
        .map(StoredKey::timing)
        .filter(timing -> timing.at(KeyEvent.SYNC_PUBLISH).isPresent())
        .filter(timing -> timing.at(KeyEvent.SYNC_DELETE).isEmpty())
        .isPresent();
  }

  /** Where CDS and CDNSKEY records are in use, they ask for the new keys from the next step on. */
  List<KeyAction> signalled(List<KeyAction> actions) {
    if (!isSignalled()) {
      return actions;
    }
    List<KeyAction> more = new ArrayList<>();
    for (KeyAction action : actions) {
      boolean asked = isEntryPoint(action.key());
      more.add(asked ? action.and(KeyEvent.SYNC_PUBLISH, Change.NEXT_STEP) : action);
    }
    for (RolloverKey old : of(Part.OLD)) {
      if (isSignalled(old)) {
        more.add(new KeyAction(old, Map.of(KeyEvent.SYNC_DELETE, Change.NEXT_STEP)));
      }
    }
    return more;
  }

  /** No old key is in the zone any more; those for data go on signing. */
  List<KeyAction> stopPublishingGoOnSigning() {
    List<KeyAction> actions = new ArrayList<>();
    for (RolloverKey key : of(Part.OLD)) {
      boolean goesOn = signsData(key) && !idle.contains(key);
      Change end = goesOn ? Change.NEXT_STEP : Change.NOW;
      actions.add(KeyAction.now(key, KeyEvent.DELETE).and(KeyEvent.INACTIVE, end));
    }
    return actions;
  }
}
