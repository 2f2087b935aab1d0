package org.offlinesign.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming.NextChange;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * What the keys of a zone do at an instant by their timing. Immutable.
 *
 * <p>Where an algorithm has no ZSK that is not deleted, its KSKs sign everything. Where it has some
 * and none is active, they do not: that a time was set wrong is then more likely.
 */
public final class TimedKeys {
  private static final int MOST_NAMED = 8;
  private static final Collector<CharSequence, ?, String> JOINED = Collectors.joining("; ");

  private final DnsName zone;
  private final List<SigningKey> keys;
  private final Instant now;

  private TimedKeys(DnsName zone, List<SigningKey> keys, Instant now) {
    this.zone = zone;
    this.keys = List.copyOf(keys);
    this.now = now;
  }

  /**
   * Returns the keys of a zone as they are at an instant.
   *
   * @param keys all that there are for the zone, used or not
   * @throws KeyPlanException if they cannot sign the zone then; the message tells their states
   */
  public static TimedKeys at(DnsName zone, List<SigningKey> keys, Instant now)
      throws KeyPlanException {
    TimedKeys timed = new TimedKeys(zone, keys, now);
    timed.refuseWithoutSigner();
    for (SigningKey key : timed.keys) {
      if (timed.state(key) == KeyState.ACTIVE && key.facts().role() == KeyRole.KSK) {
        timed.refuseWithoutZsk(key.facts().algorithm());
      }
    }
    return timed;
  }

  private KeyState state(SigningKey key) {
    return key.facts().timing().stateAt(now);
  }

  private void refuseWithoutSigner() throws KeyPlanException {
    if (keys.stream().noneMatch(key -> state(key) == KeyState.ACTIVE)) {
      throw keys.isEmpty()
          ? new KeyPlanException(
              "the key store has no key of " + zone,
              "`offlinesign genkey` makes one; `offlinesign listkeys` shows which zones have some")
          : new KeyPlanException(
              "no key of " + zone + " is active at " + now + ": " + states(keys),
              "`offlinesign settime KEY --activate TIME` sets when a key signs");
    }
  }

  private void refuseWithoutZsk(Algorithm algorithm) throws KeyPlanException {
    List<SigningKey> zsks = zsks(algorithm);
    if (!zsks.isEmpty() && zsks.stream().noneMatch(key -> state(key) == KeyState.ACTIVE)) {
      throw new KeyPlanException(
          "no ZSK of " + zone + " with " + algorithm + " is active at " + now + ": " + states(zsks),
          "activate one with `offlinesign settime KEY --activate TIME`, or let the KSK sign"
              + " everything with --signkey-allrr instead of --smart");
    }
  }

  private List<SigningKey> zsks(Algorithm algorithm) {
    return keys.stream()
        .filter(key -> key.facts().role() == KeyRole.ZSK)
        .filter(key -> key.facts().algorithm() == algorithm && state(key) != KeyState.DELETED)
        .toList();
  }

  private String states(List<SigningKey> some) {
    String first = some.stream().limit(MOST_NAMED).map(this::stateInWords).collect(JOINED);
    int others = some.size() - MOST_NAMED;
    return others <= 0 ? first : first + "; and " + others + " more";
  }

  private String stateInWords(SigningKey key) {
    return key.facts().role()
        + " "
        + key.facts().keyTag()
        + " is "
        + word(state(key))
        + key.facts()
            .timing()
            .nextChange(now)
            .map(change -> ", " + word(change.state()) + " from " + change.at())
            .orElse("");
  }

  private static String word(KeyState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns what each key does; those that are in no way in the zone are left out. */
  public List<KeyUse> uses() {
    List<KeyUse> uses = new ArrayList<>();
    for (SigningKey key : keys) {
      switch (state(key)) {
        case PUBLISHED, INACTIVE -> uses.add(KeyUse.published(key.facts()));
        case ACTIVE -> uses.add(KeyUse.signing(key, activeScope(key)));
        case REVOKED -> uses.add(KeyUse.signing(revoked(key), SigningScope.BY_ROLE));
        case SIGNING_ONLY -> uses.add(KeyUse.signing(key, unpublishedScope(key)));
        case FUTURE, DELETED -> {}
      }
    }
    return uses;
  }

  private SigningScope activeScope(SigningKey key) {
    return isAlone(key) ? SigningScope.ALL_RRSETS : SigningScope.BY_ROLE;
  }

  private SigningScope unpublishedScope(SigningKey key) {
    return isAlone(key) ? SigningScope.UNPUBLISHED_ALL_RRSETS : SigningScope.UNPUBLISHED;
  }

  /** Says whether a key has to sign everything, as nothing else of its algorithm could. */
  private boolean isAlone(SigningKey key) {
    return key.facts().role() == KeyRole.KSK && zsks(key.facts().algorithm()).isEmpty();
  }

  private static SigningKey revoked(SigningKey key) {
    int flags = key.facts().dnskey().revoked().flags();
    try {
      return key.withParameters(new KeyParameters(null, flags, null));
    } catch (UnusableKeyException e) {
      throw new AssertionError("a flag does not change a key", e);
    }
  }

  /** Returns the KSKs that sign everything because their algorithm has no ZSK. */
  public List<ZoneKey> signingAlone() {
    return keys.stream()
        .filter(key -> isAlone(key) && (state(key).signs() && state(key) != KeyState.REVOKED))
        .map(SigningKey::facts)
        .toList();
  }

  /** Returns when the first of the keys comes into another state; empty if none is known to. */
  public Optional<NextChange> nextChange() {
    return keys.stream()
        .flatMap(key -> key.facts().timing().nextChange(now).stream())
        .min(Comparator.comparing(NextChange::at));
  }

  /**
   * Returns changes of the apex with those that the keys' timing asks for: where a KSK has times
   * for its CDS and CDNSKEY records, they are there from the one to the other. What is asked for in
   * so many words stays as it is.
   */
  public ApexChanges appliedTo(ApexChanges asked) {
    boolean timed =
        keys.stream()
            .filter(key -> key.facts().role() == KeyRole.KSK)
            .anyMatch(key -> at(key, KeyEvent.SYNC_PUBLISH).isPresent());
    if (!timed || asked.cds() != ChildSignal.KEEP || asked.cdnskey() != ChildSignal.KEEP) {
      return asked;
    }
    List<Dnskey> signalled =
        keys.stream().filter(this::isSignalled).map(key -> key.facts().dnskey()).toList();
    ChildSignal signal = signalled.isEmpty() ? ChildSignal.NONE : ChildSignal.PUBLISH;
    return new ApexChanges(signal, signal, asked.zonemd(), signalled);
  }

  private boolean isSignalled(SigningKey key) {
    boolean begun = at(key, KeyEvent.SYNC_PUBLISH).filter(time -> !time.isAfter(now)).isPresent();
    boolean ended = at(key, KeyEvent.SYNC_DELETE).filter(time -> !time.isAfter(now)).isPresent();
    return key.facts().role() == KeyRole.KSK
        && begun
        && !ended
        && state(key) != KeyState.REVOKED
        && state(key) != KeyState.DELETED;
  }

  private static Optional<Instant> at(SigningKey key, KeyEvent event) {
    return key.facts().timing().at(event);
  }
}
