package org.offlinesign.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.seal.FormerZone;
import org.offlinesign.zone.NodeObserver;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Everything that one verification of one zone file is to do. Immutable. */
public final class VerificationRequest {
  private final ZoneFileSource source;
  private final ZoneFileOptions reading;
  private final Optional<Instant> at;
  private final Optional<Instant> until;
  private final EntryPoints trustAnchors;
  private final List<Dnskey> unpublishedKeys;
  private final List<Path> verifiedBefore;
  private final FormerZone.@Nullable Owner owner;
  private final NodeObserver observer;
  private final int maxFindings;
  private final SortBudget budget;

  private VerificationRequest(Builder parts) {
    this.source = parts.source;
    this.reading = parts.reading;
    this.at = Optional.ofNullable(parts.at);
    this.until = Optional.ofNullable(parts.until);
    this.trustAnchors = parts.trustAnchors;
    this.unpublishedKeys = parts.unpublishedKeys;
    this.verifiedBefore = parts.verifiedBefore;
    this.owner = parts.owner;
    this.observer = parts.observer;
    this.maxFindings = parts.maxFindings;
    this.budget = parts.budget;
  }

  /**
   * Starts a request.
   *
   * @param reading how the file is read; its origin is the zone
   * @param budget what of the machine the work may use
   */
  public static Builder builder(ZoneFileSource source, ZoneFileOptions reading, SortBudget budget) {
    return new Builder(source, reading, budget);
  }

  /** Returns where the zone is read from. */
  public ZoneFileSource source() {
    return source;
  }

  /** Returns how it is read. */
  public ZoneFileOptions reading() {
    return reading;
  }

  /** Returns the name of the zone. */
  public DnsName zone() {
    return reading.origin();
  }

  /** Returns when signatures must be valid; empty if their times do not matter. */
  public Optional<Instant> at() {
    return at;
  }

  /** Returns up to when the zone must stay valid; empty if it does not matter. */
  public Optional<Instant> until() {
    return until;
  }

  /** Returns by which keys trust enters the zone; none if it does not matter. */
  public EntryPoints trustAnchors() {
    return trustAnchors;
  }

  /** Returns the keys that sign without being in the DNSKEY RRset. */
  public List<Dnskey> unpublishedKeys() {
    return unpublishedKeys;
  }

  /**
   * Returns files of which one may be known to have been verified, so that it need not be again.
   */
  public List<Path> verifiedBefore() {
    return verifiedBefore;
  }

  /** Returns whose files are known; null if it does not matter. */
  public FormerZone.@Nullable Owner owner() {
    return owner;
  }

  /** Returns who is shown all names besides. */
  public NodeObserver observer() {
    return observer;
  }

  /** Returns how many findings of each severity the report lists at most. */
  public int maxFindings() {
    return maxFindings;
  }

  /** Returns what of the machine the work may use; its threads verify, too. */
  public SortBudget budget() {
    return budget;
  }

  /** Collects the parts of a request. */
  public static final class Builder {
    private final ZoneFileSource source;
    private final ZoneFileOptions reading;
    private SortBudget budget;
    private @Nullable Instant at;
    private @Nullable Instant until;
    private EntryPoints trustAnchors;
    private List<Dnskey> unpublishedKeys = List.of();
    private List<Path> verifiedBefore = List.of();
    private FormerZone.@Nullable Owner owner;
    private NodeObserver observer = NodeObserver.NONE;
    private int maxFindings = 100;

    private Builder(ZoneFileSource source, ZoneFileOptions reading, SortBudget budget) {
      this.source = source;
      this.reading = reading;
      this.budget = budget;
      this.trustAnchors = new EntryPoints(reading.origin(), List.of(), List.of());
    }

    /** Asks that signatures are valid at an instant. */
    public Builder at(Instant instant) {
      this.at = instant;
      return this;
    }

    /**
     * Asks that the zone stays valid up to an instant, that one included; it matters only together
     * with {@link #at}.
     */
    public Builder until(Instant instant) {
      this.until = instant;
      return this;
    }

    /**
     * Asks that trust enters the zone by one of some keys, such as those that its parent has DS
     * records of.
     */
    public Builder trustAnchors(EntryPoints anchors) {
      if (!anchors.zone().equals(reading.origin())) {
        throw new IllegalArgumentException(
            "trust anchors of " + anchors.zone() + " for the zone " + reading.origin());
      }
      this.trustAnchors = anchors;
      return this;
    }

    /**
     * Names keys that sign without being in the DNSKEY RRset: their signatures are verified too,
     * and the algorithm of each one without the SEP flag must sign each RRset.
     */
    public Builder unpublishedKeys(List<Dnskey> keys) {
      this.unpublishedKeys = List.copyOf(keys);
      return this;
    }

    /**
     * Names files of which the first that is known by its seal to have been verified vouches for
     * its signatures: what stands there octet for octet is not verified again.
     */
    public Builder verifiedBefore(List<Path> files, FormerZone.Owner sealer) {
      this.verifiedBefore = List.copyOf(files);
      this.owner = sealer;
      return this;
    }

    /** Shows all names to somebody else, too, also those of a zone that is not signed. */
    public Builder shownTo(NodeObserver other) {
      this.observer = other;
      return this;
    }

    /** Chooses how many findings of each severity are listed; all are counted. */
    public Builder maxFindings(int limit) {
      if (limit < 1) {
        throw new IllegalArgumentException("a limit of " + limit + " findings lists none");
      }
      this.maxFindings = limit;
      return this;
    }

    /** Chooses other limits for what the work may use. */
    public Builder budget(SortBudget resources) {
      this.budget = resources;
      return this;
    }

    /** Returns the request. */
    public VerificationRequest build() {
      if (until != null && (at == null || until.isBefore(at))) {
        throw new IllegalArgumentException("valid from " + at + " until " + until);
      }
      return new VerificationRequest(this);
    }
  }
}
