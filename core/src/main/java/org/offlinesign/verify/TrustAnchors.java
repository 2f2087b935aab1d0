package org.offlinesign.verify;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/** What a validator makes of the entry points that it was given. Immutable. */
final class TrustAnchors {
  private final EntryPoints given;
  private final EntryPoints usable;

  private TrustAnchors(EntryPoints given) {
    this.given = given;
    this.usable = new EntryPoints(given.zone(), usableKeys(given.keys()), usableDs(given.ds()));
  }

  /** Returns the anchors among some entry points, of which there may be none. */
  static TrustAnchors of(EntryPoints given) {
    return new TrustAnchors(given);
  }

  private static List<Dnskey> usableKeys(List<Dnskey> keys) {
    return keys.stream().filter(key -> Algorithm.of(key.algorithm()).isPresent()).toList();
  }

  /** RFC 6840 §5.2: a DS record whose digest or algorithm is not known is as if it were not. */
  private static List<Ds> usableDs(List<Ds> records) {
    List<Ds> known =
        records.stream()
            .filter(ds -> DigestType.of(ds.digestType()).isPresent())
            .filter(ds -> Algorithm.of(ds.algorithm()).isPresent())
            .toList();
    // RFC 4509 §3: beside SHA-256, SHA-1 says nothing.
    boolean ignoreSha1 = known.stream().anyMatch(ds -> is(ds, DigestType.SHA256));
    return known.stream().filter(ds -> !ignoreSha1 || !is(ds, DigestType.SHA1)).toList();
  }

  private static boolean is(Ds ds, DigestType type) {
    return ds.digestType() == type.number();
  }

  /** Says whether no anchors were given. */
  boolean areAbsent() {
    return given.isEmpty();
  }

  /** Says whether anchors were given of which none can be used. */
  boolean areAllUnusable() {
    return !given.isEmpty() && usable.isEmpty();
  }

  /** Says whether nothing but digests by SHA-1 leads into the zone. */
  boolean dependOnSha1() {
    return !usable.isEmpty()
        && usable.keys().isEmpty()
        && usable.ds().stream().allMatch(ds -> is(ds, DigestType.SHA1));
  }

  /** Says whether a key of the zone is an anchor. */
  boolean include(Dnskey key) {
    return usable.include(key);
  }

  /** Says whether a revoked key was an anchor before, or is one still. */
  boolean includeRevoked(Dnskey key) {
    return key.isRevoked() && (usable.include(key) || usable.include(unrevoked(key)));
  }

  private static Dnskey unrevoked(Dnskey key) {
    return new Dnskey(
        key.flags() & ~Dnskey.REVOKE, key.protocol(), key.algorithm(), key.publicKey());
  }

  /** Returns the algorithms of all anchors that were given, ascending. */
  Set<Integer> algorithms() {
    Set<Integer> algorithms = new TreeSet<>();
    given.keys().forEach(key -> algorithms.add(key.algorithm()));
    given.ds().forEach(ds -> algorithms.add(ds.algorithm()));
    return algorithms;
  }

  /** Returns the key tags of the anchors that can be used, in words. */
  String tags() {
    Set<Integer> tags = new TreeSet<>();
    usable.keys().forEach(key -> tags.add(key.keyTag()));
    usable.ds().forEach(ds -> tags.add(ds.keyTag()));
    return String.join(", ", tags.stream().map(String::valueOf).toList());
  }
}
