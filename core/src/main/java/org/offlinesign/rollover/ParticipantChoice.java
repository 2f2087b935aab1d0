package org.offlinesign.rollover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.KeyState;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.RolloverKey.Part;
import org.offlinesign.rollover.RolloverKey.Scheme;

/** Says which keys of a zone take part in a rollover, and which are still to be made for it. */
final class ParticipantChoice {
  private static final String LEAVE_OUT =
      "leave that out, or first finish the rollover or give it up (`offlinesign rollover abandon`)";

  private final RolloverRequest request;
  private final RolloverMethod method;
  private final KeyWish wish;
  private final List<StoredKey> present;

  /** Begins a rollover. */
  ParticipantChoice(RolloverRequest request, RolloverMethod method) {
    this(request, method, KeyWish.of(request));
  }

  /** Goes on with a rollover. */
  ParticipantChoice(RolloverRequest request, RolloverState state) {
    this(request, state.method(), state.progress().wish().orElse(KeyWish.of(request)));
  }

  private ParticipantChoice(RolloverRequest request, RolloverMethod method, KeyWish wish) {
    this.request = request;
    this.method = method;
    this.wish = wish;
    this.present =
        request.keys().stream()
            .filter(key -> key.facts().isPresent())
            .filter(key -> key.stateAt(request.now()) != KeyState.DELETED)
            .toList();
  }

  /** Returns the keys that a rollover that begins now takes. */
  RolloverKeys forStart() throws RolloverException {
    List<StoredKey> old =
        switch (method.kind()) {
          case ZSK -> one(KeyRole.ZSK);
          case KSK -> one(KeyRole.KSK);
          case ALGORITHM -> ofOneAlgorithm();
          case SECURITY -> method == RolloverMethod.GO_INSECURE ? inZone() : List.of();
        };
    List<StoredKey> fresh = method == RolloverMethod.GO_SECURE ? signing() : List.of();
    RolloverKeys keys = complete(old, fresh, parentHasDs());
    checkScheme(keys);
    return keys;
  }

  // What is not known of the parent is taken to be there, so that no wait for it is left out. A DS
  // RRset that is gone may still be in caches, for which a zone that loses its signatures waits.
  private boolean parentHasDs() {
    boolean absent = request.parentDs().map(List::isEmpty).orElse(false);
    return !request.zone().isRoot() && (!absent || method == RolloverMethod.GO_INSECURE);
  }

  /** Returns the keys of a rollover that is under way. */
  RolloverKeys forState(RolloverState state) throws RolloverException {
    RolloverKeys keys = complete(state.oldKeys(), state.newKeys(), state.progress().hasParent());
    boolean lost = keys.of(Part.NEW).stream().anyMatch(key -> key.stored().isEmpty());
    if ((state.stepsDone() > 0 && lost) || isShort(keys)) {
      throw new RolloverException(
          "the store no longer has all keys of the "
              + method
              + " rollover of "
              + request.zone()
              + ", of which "
              + state.stepsDone()
              + " steps are done; left are "
              + describe(left(state)),
          "recover the deleted key (`offlinesign importkey --from-trash`), take the store's backup,"
              + " or give the rollover up (`offlinesign rollover abandon`)");
    }
    return keys;
  }

  private static List<StoredKey> left(RolloverState state) {
    return Stream.concat(state.oldKeys().stream(), state.newKeys().stream()).toList();
  }

  /**
   * Refuses a request that names other keys than those of the rollover that it means, instead of
   * going on as if it did not.
   */
  void refuseOthers(RolloverKeys keys) throws RolloverException {
    for (RolloverKey key : keys.of(Part.NEW)) {
      KeySpec spec = key.spec();
      refuseIf(request.algorithm().filter(asked -> asked != spec.algorithm()), spec.algorithm());
      Optional<Integer> otherBits = request.bits().filter(asked -> asked != spec.bits());
      refuseIf(otherBits.map(bits -> bits + " bits"), spec.bits() + " bits");
    }
    List<RolloverKey> old = keys.of(Part.OLD);
    List<StoredKey> oldKeys = old.stream().flatMap(key -> key.stored().stream()).toList();
    boolean isReplaced = oldKeys.stream().anyMatch(this::isNamed);
    if (!request.replaced().isEmpty() && !oldKeys.isEmpty() && !isReplaced) {
      throw new RolloverException(
          "the rollover of "
              + request.zone()
              + " by "
              + method
              + " replaces "
              + describe(oldKeys)
              + ", but "
              + describe(request.replaced())
              + " is named",
          LEAVE_OUT);
    }
  }

  private void refuseIf(Optional<?> asked, Object found) throws RolloverException {
    if (asked.isPresent()) {
      throw new RolloverException(
          "the new keys of the rollover of "
              + request.zone()
              + " by "
              + method
              + " are of "
              + found
              + ", but "
              + asked.get()
              + " is asked for",
          LEAVE_OUT);
    }
  }

  private boolean isShort(RolloverKeys keys) {
    return method != RolloverMethod.GO_SECURE && keys.of(Part.OLD).isEmpty();
  }

  private List<StoredKey> one(KeyRole role) throws RolloverException {
    List<StoredKey> named = request.replaced();
    List<StoredKey> active = signing().stream().filter(key -> roleOf(key) == role).toList();
    if (active.isEmpty()) {
      throw noneActive(role);
    }
    List<StoredKey> chosen =
        named.isEmpty() ? active : active.stream().filter(this::isNamed).toList();
    if (chosen.size() != 1) {
      throw new RolloverException(
          "expected one active "
              + role
              + " of "
              + request.zone()
              + " to replace but found "
              + (chosen.isEmpty() ? "that the key named is none of these" : chosen.size() + "")
              + ": "
              + describe(active),
          "name one of them with --replace");
    }
    return chosen;
  }

  // The store may have been read again since the key was named.
  private boolean isNamed(StoredKey key) {
    return request.replaced().stream()
        .flatMap(named -> named.facts().stream())
        .anyMatch(RolloverKey.facts(key)::isSameKey);
  }

  private RolloverException noneActive(KeyRole role) {
    String text = request.zone() + " has no active " + role + " at " + Instants.text(request.now());
    boolean single = role == KeyRole.ZSK && !signing().isEmpty();
    return single
        ? new RolloverException(
            text + ": its KSK signs everything (RFC 6781 sections 4.1.3 and 4.1.4)",
            "the methods for such a zone are ksk-double-signature, algorithm and revoke-rfc5011")
        : new RolloverException(
            text,
            "`offlinesign listkeys` shows what its keys do, `offlinesign settime` makes one active");
  }

  private List<StoredKey> signing() {
    return present.stream().filter(key -> key.stateAt(request.now()) == KeyState.ACTIVE).toList();
  }

  private List<StoredKey> inZone() throws RolloverException {
    List<StoredKey> keys =
        present.stream().filter(key -> key.stateAt(request.now()) != KeyState.FUTURE).toList();
    if (keys.isEmpty()) {
      throw new RolloverException(
          request.zone() + " has no keys in the store that are in the zone",
          "`offlinesign listkeys` shows when its keys come into the zone; the method for an unsigned"
              + " zone is go-secure");
    }
    return keys;
  }

  private List<StoredKey> ofOneAlgorithm() throws RolloverException {
    List<StoredKey> candidates = inZone();
    List<StoredKey> named = request.replaced();
    Set<Algorithm> algorithms =
        (named.isEmpty() ? candidates : named)
            .stream()
                .map(ParticipantChoice::algorithmOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    if (algorithms.size() != 1) {
      throw new RolloverException(
          "the keys of " + request.zone() + " are of several algorithms, " + describe(candidates),
          "name with --replace one whose algorithm is to be replaced");
    }
    Algorithm old = algorithms.iterator().next();
    if (old == newAlgorithm()) {
      throw new RolloverException(
          "the keys of " + request.zone() + " are of " + old + " already",
          "name another algorithm with --alg");
    }
    return candidates.stream().filter(key -> algorithmOf(key) == old).toList();
  }

  private Algorithm newAlgorithm() throws RolloverException {
    return wish.algorithm()
        .orElseThrow(
            () ->
                new RolloverException(
                    "the algorithm that the new keys are to have is not named",
                    "name it with --alg"));
  }

  private static Algorithm algorithmOf(StoredKey key) {
    return RolloverKey.facts(key).algorithm();
  }

  private RolloverKeys complete(List<StoredKey> old, List<StoredKey> fresh, boolean hasParent)
      throws RolloverException {
    Set<Algorithm> split = algorithmsOfZsks(old, fresh);
    List<RolloverKey> all = new ArrayList<>();
    List<RolloverKey> idle = new ArrayList<>();
    for (StoredKey key : old) {
      RolloverKey leaving = RolloverKey.of(key, Part.OLD, scheme(key, split));
      all.add(leaving);
      if (!key.timing().signsAt(request.now())) {
        idle.add(leaving);
      }
    }
    boolean single = all.stream().anyMatch(RolloverKey::isSingleType);
    for (KeyRole role : rolesOfNew(old, fresh)) {
      List<StoredKey> made = fresh.stream().filter(key -> roleOf(key) == role).toList();
      for (StoredKey key : made) {
        boolean alone = single || (old.isEmpty() && scheme(key, split) == Scheme.SINGLE_TYPE);
        all.add(RolloverKey.of(key, Part.NEW, alone ? Scheme.SINGLE_TYPE : Scheme.SPLIT));
      }
      if (made.isEmpty()) {
        Scheme scheme = single ? Scheme.SINGLE_TYPE : Scheme.SPLIT;
        all.add(RolloverKey.toMake(specOfNew(role, old, fresh), scheme));
      }
    }
    return new RolloverKeys(all, idle, hasParent);
  }

  private Set<Algorithm> algorithmsOfZsks(List<StoredKey> old, List<StoredKey> fresh) {
    return Stream.of(present, old, fresh)
        .flatMap(List::stream)
        .filter(key -> roleOf(key) == KeyRole.ZSK)
        .map(ParticipantChoice::algorithmOf)
        .collect(Collectors.toSet());
  }

  private static Scheme scheme(StoredKey key, Set<Algorithm> split) {
    boolean alone = roleOf(key) == KeyRole.KSK && !split.contains(algorithmOf(key));
    return alone ? Scheme.SINGLE_TYPE : Scheme.SPLIT;
  }

  // The ZSK comes first, so that one key that was made before a crash is no key for everything.
  private Set<KeyRole> rolesOfNew(List<StoredKey> old, List<StoredKey> fresh) {
    return switch (method) {
      case GO_INSECURE -> Set.of();
      case GO_SECURE -> {
        Set<KeyRole> roles = new TreeSet<>(Comparator.reverseOrder());
        fresh.forEach(key -> roles.add(roleOf(key)));
        if (fresh.isEmpty()) {
          roles.add(KeyRole.ZSK);
        }
        roles.add(KeyRole.KSK);
        yield roles;
      }
      default -> {
        Set<KeyRole> roles = new TreeSet<>(Comparator.reverseOrder());
        old.forEach(key -> roles.add(roleOf(key)));
        yield roles;
      }
    };
  }

  private KeySpec specOfNew(KeyRole role, List<StoredKey> old, List<StoredKey> fresh)
      throws RolloverException {
    boolean like = method.kind() == RolloverKind.ZSK || method.kind() == RolloverKind.KSK;
    KeySpec usual =
        like
            ? RolloverKey.specLike(RolloverKey.facts(old.get(0)))
            : KeySpec.of(fresh.isEmpty() ? newAlgorithm() : algorithmOf(fresh.get(0)), role);
    if (like && wish.algorithm().filter(a -> a != usual.algorithm()).isPresent()) {
      throw new RolloverException(
          "a key of "
              + wish.algorithm().get()
              + " cannot replace one of "
              + usual.algorithm()
              + " by "
              + method,
          "the method algorithm changes all keys of the zone");
    }
    int bits = wish.bits().orElse(usual.bits());
    if (!usual.algorithm().keyLengths().canGenerate(bits)) {
      throw new RolloverException(
          "expected "
              + usual.algorithm().keyLengths()
              + " for "
              + usual.algorithm()
              + " but found "
              + bits,
          "name such a length with --length, or leave it out");
    }
    return new KeySpec(usual.algorithm(), bits, role);
  }

  private void checkScheme(RolloverKeys keys) throws RolloverException {
    if (method == RolloverMethod.KSK_PREPUBLISH && keys.isSingleType()) {
      throw new RolloverException(
          request.zone()
              + " has one key for everything, whose signatures in caches would be left without a"
              + " key (RFC 6781 section 4.1.3)",
          "the method for it is ksk-double-signature");
    }
    if (method == RolloverMethod.KSK_PREPUBLISH && keys.isSignalled()) {
      throw new RolloverException(
          "the KSK of "
              + request.zone()
              + " has CDS records, by which a parent would take back what the method asks it for"
              + " (RFC 7344)",
          "the method that changes them in time is ksk-double-signature");
    }
    boolean needsDs =
        method == RolloverMethod.KSK_PREPUBLISH || method == RolloverMethod.KSK_DOUBLE_SIGNATURE;
    if (needsDs && !keys.hasParent()) {
      throw new RolloverException(
          "the parent has no DS record of " + request.zone(),
          "if resolvers have its KSK as a trust anchor, the method is revoke-rfc5011; otherwise the"
              + " zone needs its first DS record, by go-secure");
    }
  }

  private static KeyRole roleOf(StoredKey key) {
    return RolloverKey.facts(key).role();
  }

  private static String describe(List<StoredKey> keys) {
    return keys.stream()
        .map(RolloverKey::facts)
        .map(key -> key.role() + " " + key.keyTag() + " (" + key.algorithm() + ")")
        .collect(Collectors.joining(", "));
  }
}
