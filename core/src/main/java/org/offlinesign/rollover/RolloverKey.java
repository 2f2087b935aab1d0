package org.offlinesign.rollover;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;

/** A key that takes part in a rollover: one of the store, or one that is still to be made. */
public final class RolloverKey {
  private final Part part;
  private final Scheme scheme;
  private final KeySpec spec;
  private final @Nullable StoredKey stored;

  /** Which way a key goes. */
  public enum Part {
    /** The key leaves the zone. */
    OLD,
    /** The key enters the zone. */
    NEW
  }

  /** Whether the zone has keys for the DNSKEY RRset and for the rest, or one for everything. */
  enum Scheme {
    SPLIT,
    /** A single-type signing scheme (RFC 6781 §3.1). */
    SINGLE_TYPE
  }

  private RolloverKey(Part part, Scheme scheme, KeySpec spec, @Nullable StoredKey stored) {
    this.part = part;
    this.scheme = scheme;
    this.spec = spec;
    this.stored = stored;
  }

  /** Returns a key of the store, whose certificate says what it is. */
  static RolloverKey of(StoredKey key, Part part, Scheme scheme) {
    return new RolloverKey(part, scheme, specLike(facts(key)), key);
  }

  /** Returns a key that is to be made. */
  static RolloverKey toMake(KeySpec spec, Scheme scheme) {
    return new RolloverKey(Part.NEW, scheme, spec, null);
  }

  /** Returns what a key must be that replaces another: as long, where such keys are still made. */
  static KeySpec specLike(ZoneKey key) {
    Algorithm algorithm = key.algorithm();
    return algorithm.keyLengths().canGenerate(key.bits())
        ? new KeySpec(algorithm, key.bits(), key.role())
        : KeySpec.of(algorithm, key.role());
  }

  static ZoneKey facts(StoredKey key) {
    return key.facts()
        .orElseThrow(() -> new IllegalArgumentException("not a key of a zone: " + key.describe()));
  }

  public Part part() {
    return part;
  }

  public boolean isNew() {
    return part == Part.NEW;
  }

  /** Returns what the key is, or is to be. */
  public KeySpec spec() {
    return spec;
  }

  public KeyRole role() {
    return spec.role();
  }

  /** Says whether the key signs everything: the zone has no ZSK beside it. */
  public boolean isSingleType() {
    return scheme == Scheme.SINGLE_TYPE;
  }

  /** Returns the key in the store; empty while it is not made. */
  public Optional<StoredKey> stored() {
    return Optional.ofNullable(stored);
  }

  /** Returns what is public about the key; empty while it is not made. */
  public Optional<ZoneKey> facts() {
    return stored().flatMap(StoredKey::facts);
  }

  /** Returns the name of the key in a plan: {@code ZSK1} the old one, {@code ZSK2} the new one. */
  public String label() {
    return (isSingleType() ? "CSK" : role().name()) + (isNew() ? "2" : "1");
  }

  /** Returns the label and the key tag: {@code ZSK2 (tag 4711)}, or that it is to be made. */
  @Override
  public String toString() {
    return label() + facts().map(key -> " (tag " + key.keyTag() + ")").orElse(" (to be made)");
  }
}
