package org.offlinesign.rollover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyId;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/**
 * Says whether a DNSKEY RRset follows from a DS set or from trust anchors, and data from a DNSKEY
 * RRset: the two links of every chain, which fail one by one.
 */
final class ChainRules {
  private final DnsName zone;
  private final Strictness strictness;

  ChainRules(DnsName zone, Strictness strictness) {
    this.zone = zone;
    this.strictness = strictness;
  }

  /** Returns what is wrong between a DS set that resolvers follow and a DNSKEY RRset. */
  Optional<Fault> entry(DsVersion ds, KeyRrset keys, Instant at) {
    if (keys.keys().isEmpty()) {
      return Optional.of(
          new Fault(Cause.UNSIGNED, "there is no DNSKEY RRset for the DS set to lead to"));
    }
    if (strictness == Strictness.LIBERAL) {
      return entryBy(withoutWeakDigests(ds.usable()), keys, at);
    }
    for (int algorithm : new TreeSet<>(ds.usable().stream().map(Ds::algorithm).toList())) {
      Optional<Fault> fault = entryBy(strongest(ds, algorithm), keys, at);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the records of an algorithm that lead in for all resolvers: those of the strongest
   * digest type of the whole set, or if it has none of the algorithm, of the strongest that it has.
   */
  private static List<Ds> strongest(DsVersion ds, int algorithm) {
    List<Ds> ofAll = ds.strongest().stream().filter(d -> d.algorithm() == algorithm).toList();
    List<Ds> some = ds.usable().stream().filter(d -> d.algorithm() == algorithm).toList();
    return ofAll.isEmpty() ? new DsVersion(ds.label(), some, ds.ttl()).strongest() : ofAll;
  }

  /** RFC 4509 §3: a SHA-1 digest is not looked at beside a better one. */
  private static List<Ds> withoutWeakDigests(List<Ds> records) {
    List<Ds> better =
        records.stream().filter(ds -> ds.digestType() != DigestType.SHA1.number()).toList();
    return better.isEmpty() ? records : better;
  }

  private Optional<Fault> entryBy(List<Ds> records, KeyRrset keys, Instant at) {
    List<Dnskey> led = keys.usable().stream().filter(key -> isLedTo(records, key)).toList();
    String named = "the DS set names " + list(records, KeyId::of);
    if (led.isEmpty()) {
      return Optional.of(
          new Fault(
              Cause.NO_KEY_FOR_DS,
              named + ", but the DNSKEY RRset has " + list(keys.usable(), KeyId::of)));
    }
    if (led.stream().anyMatch(key -> keys.isSignedBy(key, at))) {
      return Optional.empty();
    }
    if (led.stream().anyMatch(keys::isSignedBy)) {
      return Optional.of(
          new Fault(
              Cause.KEYS_NOT_IN_FORCE,
              "no signature of the DNSKEY RRset by "
                  + list(led, KeyId::of)
                  + " is valid at that time"));
    }
    return Optional.of(
        new Fault(
            Cause.DS_KEY_DOES_NOT_SIGN,
            named
                + ", but the DNSKEY RRset is signed by "
                + list(keys.signatures(), SignatureSpan::key)));
  }

  private boolean isLedTo(List<Ds> records, Dnskey key) {
    return records.stream()
        .filter(ds -> KeyId.of(ds).equals(KeyId.of(key)))
        .anyMatch(
            ds ->
                DigestType.of(ds.digestType())
                    .map(type -> DsDigest.of(zone, key, type).equals(ds))
                    .orElse(false));
  }

  /** Returns what is wrong between trust anchors and a DNSKEY RRset; one of them is enough. */
  Optional<Fault> anchored(Collection<Dnskey> anchors, KeyRrset keys, Instant at) {
    List<Dnskey> present = keys.usable().stream().filter(anchors::contains).toList();
    if (present.stream().anyMatch(key -> keys.isSignedBy(key, at))) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            Cause.NO_TRUST_ANCHOR,
            "they trust "
                + list(anchors, KeyId::of)
                + ", but the DNSKEY RRset is signed by "
                + list(keys.signatures(), SignatureSpan::key)));
  }

  /**
   * Returns what is wrong between a DNSKEY RRset and data.
   *
   * @param valid the keys whose signatures on the data are in force
   */
  Optional<Fault> data(KeyRrset keys, SignedGroup group, Set<KeyId> valid) {
    if (group.signatures().isEmpty()) {
      return Optional.of(new Fault(Cause.UNSIGNED, "no key signs " + group.example()));
    }
    Set<Integer> missing = algorithmsWithout(keys, valid);
    if (isEnough(keys, missing)) {
      return Optional.empty();
    }
    String signed = group.example() + " is signed by " + list(group.signers(), Function.identity());
    Set<Integer> neverSigned = algorithmsWithout(keys, group.signers());
    if (isEnough(keys, neverSigned)) {
      return Optional.of(
          new Fault(Cause.DATA_NOT_IN_FORCE, signed + ", and not validly at that time"));
    }
    if (neverSigned.equals(keys.algorithms())) {
      return Optional.of(
          new Fault(
              Cause.NO_KEY_FOR_SIGNATURES,
              signed + ", but the DNSKEY RRset has " + list(keys.usable(), KeyId::of)));
    }
    return Optional.of(
        new Fault(
            Cause.ALGORITHM_WITHOUT_SIGNATURES,
            signed
                + ", but the DNSKEY RRset has keys of "
                + list(neverSigned, Algorithm::nameOf)
                + " too"));
  }

  private boolean isEnough(KeyRrset keys, Set<Integer> missing) {
    return strictness == Strictness.STRICT
        ? missing.isEmpty() && !keys.algorithms().isEmpty()
        : missing.size() < keys.algorithms().size();
  }

  /** Returns the algorithms of a DNSKEY RRset of which no key is among some signers. */
  private static Set<Integer> algorithmsWithout(KeyRrset keys, Set<KeyId> signers) {
    Set<Integer> missing = new TreeSet<>(keys.algorithms());
    for (Dnskey key : keys.usable()) {
      if (signers.contains(KeyId.of(key))) {
        missing.remove(key.algorithm());
      }
    }
    return missing;
  }

  private static <T> String list(Collection<T> items, Function<? super T, ?> text) {
    List<String> parts = new ArrayList<>();
    items.forEach(item -> parts.add(String.valueOf(text.apply(item))));
    return parts.isEmpty()
        ? "none"
        : parts.stream().distinct().collect(Collectors.joining(" and "));
  }
}
