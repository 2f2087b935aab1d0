package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.offlinesign.key.KeyId;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.rdata.Dnskey;

/**
 * Works out, from the timing of keys, which versions of a zone came before the one that is out and
 * may still be in caches: a key that was published ten minutes ago is in few of them.
 *
 * <p>What the timing says is taken back from the version that is out, change by change. Where it
 * does not say who signed before a key did, nothing is made up.
 */
public final class EarlierVersions {
  private final ZoneVersion present;
  private final List<TimedKey> keys;
  private final Instant now;

  /** A key of the zone, as it is without the REVOKE flag, and its timing. */
  public record TimedKey(Dnskey key, KeyTiming timing) {
    /** Returns the DNSKEY record that is in the zone at an instant, if any is. */
    private Optional<Dnskey> publishedAt(Instant at) {
      return timing.stateAt(at).isPublished() ? Optional.of(formAt(at)) : Optional.empty();
    }

    /** Returns what signatures name if the key makes some at an instant. */
    private Optional<KeyId> signerAt(Instant at) {
      return timing.stateAt(at).signs() ? Optional.of(KeyId.of(formAt(at))) : Optional.empty();
    }

    private Dnskey formAt(Instant at) {
      return timing.stateAt(at) == KeyState.REVOKED ? key.revoked() : key;
    }
  }

  /**
   * @param present the version that is out
   * @param keys those of the zone whose timing is known
   */
  public EarlierVersions(ZoneVersion present, List<TimedKey> keys, Instant now) {
    this.present = present;
    this.keys = List.copyOf(keys);
    this.now = now;
  }

  /**
   * Adds the versions that may still be cached to a gate.
   *
   * @param propagation how long a version took to reach all servers
   * @return for each the instant from which the next one was out, the latest first
   */
  public List<Instant> addTo(ChangeGate.Builder gate, Duration propagation) {
    List<Instant> added = new ArrayList<>();
    for (Instant change : changes(propagation).descendingSet()) {
      ZoneVersion before = before(change);
      if (!before.keys().equals(present.keys()) || !before.data().equals(present.data())) {
        gate.earlier(before, change.plus(propagation));
        added.add(change);
      }
    }
    return added;
  }

  /** Returns when something changed that caches may not know of yet. */
  private NavigableSet<Instant> changes(Duration propagation) {
    Duration longest =
        List.of(present.largestTtl(), present.keys().ttl()).stream()
            .max(Comparator.naturalOrder())
            .orElseThrow();
    Instant oldest = now.minus(propagation).minus(longest);
    NavigableSet<Instant> changes = new TreeSet<>();
    for (TimedKey key : keys) {
      changes.addAll(key.timing().events().values());
    }
    return changes.subSet(oldest, false, now, true);
  }

  private ZoneVersion before(Instant change) {
    Instant at = change.minusSeconds(1);
    List<SignedGroup> data = new ArrayList<>();
    for (SignedGroup group : present.data()) {
      groupAt(group, at).ifPresent(data::add);
    }
    return new ZoneVersion("the zone as it was before " + Instants.text(change), keysAt(at), data);
  }

  private KeyRrset keysAt(Instant at) {
    Set<Dnskey> records = new LinkedHashSet<>(present.keys().keys());
    for (TimedKey key : keys) {
      Optional<Dnskey> before = key.publishedAt(at);
      Optional<Dnskey> after = key.publishedAt(now);
      if (!before.equals(after)) {
        after.ifPresent(records::remove);
        before.ifPresent(records::add);
      }
    }
    KeyRrset present = this.present.keys();
    List<SignatureSpan> spans = spansAt(present.signatures(), at, Dnskey::isSep);
    return new KeyRrset(List.copyOf(records), present.ttl(), spans);
  }

  private Optional<SignedGroup> groupAt(SignedGroup group, Instant at) {
    Set<KeyId> signers = group.signers();
    boolean bySep =
        keys.stream().map(TimedKey::key).anyMatch(k -> k.isSep() && signers.contains(KeyId.of(k)));
    List<SignatureSpan> spans = spansAt(group.signatures(), at, key -> bySep || !key.isSep());
    // The zone may have been unsigned, or signed by a key that is not known.
    boolean unknown = spans.isEmpty() && !group.signatures().isEmpty();
    return unknown
        ? Optional.empty()
        : Optional.of(new SignedGroup(spans, group.largestTtl(), group.example()));
  }

  /**
   * Returns the signatures without those of keys that did not sign yet, and with those of keys that
   * have ceased to since.
   */
  private List<SignatureSpan> spansAt(
      List<SignatureSpan> spans, Instant at, Predicate<Dnskey> role) {
    List<SignatureSpan> before = new ArrayList<>(spans);
    for (TimedKey key : keys) {
      Optional<KeyId> old = key.signerAt(at);
      Optional<KeyId> young = key.signerAt(now);
      if (!old.equals(young)) {
        before.removeIf(span -> young.isPresent() && young.get().equals(span.key()));
        old.filter(id -> role.test(key.key())).map(SignatureSpan::always).ifPresent(before::add);
      }
    }
    return before;
  }
}
