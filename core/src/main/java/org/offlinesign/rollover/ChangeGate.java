package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/**
 * Says what a new version of a zone would break if it were published now, given what is out.
 *
 * <p>Told is what the new version has a part in. What is bogus without it is not its doing: of the
 * versions that are out, only what validates can be held by resolvers that validate. That the new
 * version must be signed again before it expires is not told either. Immutable.
 */
public final class ChangeGate {
  private final DnsName zone;
  private final Instant now;
  private final List<Held<ZoneVersion>> out;
  private final @Nullable DsVersion parent;
  private final List<Held<DsVersion>> earlierParents;

  private ChangeGate(Builder builder) {
    this.zone = builder.zone;
    this.now = builder.now;
    this.out = List.copyOf(builder.out);
    this.parent = builder.parent;
    this.earlierParents = List.copyOf(builder.earlierParents);
  }

  /**
   * Starts a gate of which nothing is known yet.
   *
   * @param now when the new version would be published
   */
  public static Builder of(DnsName zone, Instant now) {
    return new Builder(zone, now);
  }

  /**
   * Returns what a version would break, for strict resolvers; what breaks for them because it was
   * not better before is looked at as liberal ones see it.
   */
  public List<Breakage> breakages(ZoneVersion next) {
    Optional<DsVersion> ds = dsSet(next);
    if (ds.isEmpty()) {
      return List.of();
    }
    List<Breakage> strict = breakages(next, ds.get(), Strictness.STRICT);
    return strict.isEmpty() ? breakages(next, ds.get(), Strictness.LIBERAL) : strict;
  }

  private List<Breakage> breakages(ZoneVersion next, DsVersion ds, Strictness strictness) {
    ChainRules rules = new ChainRules(zone, strictness);
    List<Held<DsVersion>> parents = new ArrayList<>();
    parents.add(new Held<>(ds, Instant.MIN, Instant.MAX, Instant.MAX));
    earlierParents.stream().filter(held -> leadsIn(held.version(), rules)).forEach(parents::add);
    List<DsVersion> secure =
        parents.stream().map(Held::version).filter(DsVersion::isSecure).toList();
    List<Held<ZoneVersion>> zones = new ArrayList<>();
    for (Held<ZoneVersion> held : out) {
      validOf(held, secure, rules).ifPresent(zones::add);
    }
    zones.add(new Held<>(next, now, Instant.MAX, Instant.MAX));
    return TimeLine.of(zone, strictness, zones, parents).breakages().stream()
        .filter(breakage -> breakage.keys().equals(next) || breakage.data().equals(next))
        .filter(breakage -> !isExpiryToCome(breakage))
        .toList();
  }

  /** Says whether resolvers that hold an older DS set can follow it into what is out so far. */
  private boolean leadsIn(DsVersion ds, ChainRules rules) {
    return ds.isSecure()
        && (out.isEmpty()
            || rules.entry(ds, out.get(out.size() - 1).version().keys(), now).isEmpty());
  }

  /** Returns what resolvers that validate can hold of a version that is out. */
  private Optional<Held<ZoneVersion>> validOf(
      Held<ZoneVersion> held, List<DsVersion> secure, ChainRules rules) {
    ZoneVersion version = held.version();
    boolean isEntered =
        secure.isEmpty()
            || secure.stream().anyMatch(ds -> rules.entry(ds, version.keys(), now).isEmpty());
    if (!isEntered) {
      return Optional.empty();
    }
    List<SignedGroup> valid =
        version.data().stream()
            .filter(g -> rules.data(version.keys(), g, g.signersOfSome(now)).isEmpty())
            .toList();
    return Optional.of(held.of(new ZoneVersion(version.label(), version.keys(), valid)));
  }

  private boolean isExpiryToCome(Breakage breakage) {
    boolean expiry =
        breakage.cause() == Cause.KEYS_NOT_IN_FORCE || breakage.cause() == Cause.DATA_NOT_IN_FORCE;
    return expiry && breakage.from().isAfter(now);
  }

  /**
   * Returns the DS set that resolvers follow: that of the parent, or if it is not known, one of the
   * keys that let resolvers into the zone that is out. Empty if that zone is not signed.
   */
  private Optional<DsVersion> dsSet(ZoneVersion next) {
    if (parent != null) {
      return Optional.of(parent);
    }
    if (out.isEmpty()) {
      return Optional.empty();
    }
    ZoneVersion last = out.get(out.size() - 1).version();
    Set<Dnskey> before = entryKeys(last.keys());
    Set<Dnskey> staying = new LinkedHashSet<>(before);
    staying.retainAll(entryKeys(next.keys()));
    // Which of several the parent names is not known: one that stays will do.
    List<Ds> records =
        (staying.isEmpty() ? before : staying)
            .stream().map(key -> DsDigest.of(zone, key, DigestType.SHA256)).toList();
    String label = "a DS set of the parent that names a KSK of " + last.label() + " (assumed)";
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(new DsVersion(label, records, Duration.ZERO));
  }

  /** Returns the keys that sign a DNSKEY RRset and can be what the parent names. */
  private static Set<Dnskey> entryKeys(KeyRrset keys) {
    List<Dnskey> signing = keys.usable().stream().filter(keys::isSignedBy).toList();
    List<Dnskey> entries = signing.stream().filter(Dnskey::isSep).toList();
    return new LinkedHashSet<>(entries.isEmpty() ? signing : entries);
  }

  /** Collects what is known. */
  public static final class Builder {
    private final DnsName zone;
    private final Instant now;
    private final List<Held<ZoneVersion>> out = new ArrayList<>();
    private final List<Held<DsVersion>> earlierParents = new ArrayList<>();
    private @Nullable DsVersion parent;

    private Builder(DnsName zone, Instant now) {
      this.zone = zone;
      this.now = now;
    }

    /**
     * Adds a version that servers may have until the new one has reached them all; the newest last.
     *
     * @param propagation how long that takes
     */
    public Builder previous(ZoneVersion version, Duration propagation) {
      out.add(new Held<>(version, Instant.MIN, now, now.plus(propagation)));
      return this;
    }

    /**
     * Adds an older version, before those that are out: no server has it after an instant, but
     * caches may.
     */
    public Builder earlier(ZoneVersion version, Instant servedUntil) {
      out.add(0, new Held<>(version, Instant.MIN, servedUntil, servedUntil));
      return this;
    }

    /** Sets the DS set that the parent has; without it, one that fits what is out is assumed. */
    public Builder parent(DsVersion ds) {
      this.parent = ds;
      return this;
    }

    /**
     * Adds an older DS set: no server of the parent has it after an instant, but caches may. Counts
     * if it leads into what is out.
     */
    public Builder earlierParent(DsVersion ds, Instant servedUntil) {
      earlierParents.add(new Held<>(ds, Instant.MIN, servedUntil, servedUntil));
      return this;
    }

    /** Returns the gate. */
    public ChangeGate build() {
      return new ChangeGate(this);
    }
  }
}
