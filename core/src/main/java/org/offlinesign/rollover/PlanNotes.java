package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.rollover.RolloverKey.Part;

/** What a person should know of a plan besides its steps. */
final class PlanNotes {
  /** A week: caches keep nothing for longer, as a rule, whatever its TTL. */
  private static final Duration LONGEST_CACHED = Duration.ofDays(7);

  private final RolloverRequest request;
  private final RolloverKeys keys;

  PlanNotes(RolloverRequest request, RolloverKeys keys) {
    this.request = request;
    this.keys = keys;
  }

  List<String> list() {
    List<String> notes = new ArrayList<>();
    if (keys.isSingleType()) {
      notes.add(
          request.zone()
              + " has one key for everything: both keys sign the whole zone in between (RFC 6781"
              + " section 4.1.3)");
    }
    boolean rolls = !keys.of(Part.OLD).isEmpty() && !keys.of(Part.NEW).isEmpty();
    if (rolls && !keys.hasParent() && rollsEntryPoint()) {
      notes.add(
          "the parent has no DS record of "
              + request.zone()
              + "; resolvers that have its KSK as a trust anchor must follow RFC 5011, or be told");
    }
    if (rolls && request.parentDs().isPresent() && keys.hasParent()) {
      EntryPoints points = new EntryPoints(request.zone(), List.of(), request.parentDs().get());
      keys.of(Part.OLD).stream()
          .filter(key -> key.role() == KeyRole.KSK && !isIn(points, key) && !isReplaced(points))
          .map(key -> "the parent has no DS record of " + key + ", which is to be replaced")
          .forEach(notes::add);
    }
    if (keys.haveSignals()) {
      notes.add(signalNote());
    }
    if (keys.of(Part.OLD).isEmpty()) {
      lastRemoval().map(this::earlierKeysNote).ifPresent(notes::add);
    }
    return notes;
  }

  /** Returns when the last key left the zone, if that is so recent that caches may have it. */
  private Optional<Instant> lastRemoval() {
    Instant forgotten = request.now().minus(LONGEST_CACHED);
    return request.keys().stream()
        .flatMap(key -> key.timing().at(KeyEvent.DELETE).stream())
        .filter(at -> at.isAfter(forgotten) && !at.isAfter(request.now()))
        .max(Comparator.naturalOrder());
  }

  private String earlierKeysNote(Instant removed) {
    return request.zone()
        + " had keys until "
        + Instants.text(removed)
        + ": caches may hold the DNSKEY RRset and signatures of then for the TTLs they had; let the"
        + " parent's step wait for those as well if they were longer than the TTLs of today";
  }

  private String signalNote() {
    return keys.of(Part.NEW).isEmpty()
        ? request.zone()
            + " has CDS records, by which a parent may put its DS records back: publish the request"
            + " to delete them instead (RFC 8078 section 4)"
        : request.zone()
            + " has CDS records: sign it again when the step of the parent is due, so that they ask"
            + " for the DS record of the new key (RFC 7344)";
  }

  private boolean rollsEntryPoint() {
    return keys.of(Part.OLD).stream().anyMatch(key -> key.role() == KeyRole.KSK);
  }

  private boolean isReplaced(EntryPoints points) {
    return keys.of(Part.NEW).stream().anyMatch(key -> isIn(points, key));
  }

  private static boolean isIn(EntryPoints points, RolloverKey key) {
    return key.facts().map(facts -> points.include(facts.dnskey())).orElse(false);
  }
}
