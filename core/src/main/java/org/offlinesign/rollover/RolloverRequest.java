package org.offlinesign.rollover;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.Algorithm;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;

/** What is known when a rollover is planned, begun or gone on with. Immutable. */
public final class RolloverRequest {
  private final Builder values;

  private RolloverRequest(Builder values) {
    this.values = values;
  }

  /**
   * Starts a request.
   *
   * @param now the present, or the time for which to plan
   * @param times of the version that is out and the one to come, the longer of each
   */
  public static Builder builder(DnsName zone, Instant now, ZoneTimes times) {
    return new Builder(zone, now.truncatedTo(ChronoUnit.SECONDS), times);
  }

  /** Returns the same request after the store has changed. */
  public RolloverRequest withKeys(List<StoredKey> keys) {
    return values.copy().keys(keys).build();
  }

  DnsName zone() {
    return values.zone;
  }

  Instant now() {
    return values.now;
  }

  ZoneTimes times() {
    return values.times;
  }

  List<StoredKey> keys() {
    return values.keys;
  }

  Optional<RolloverMethod> method() {
    return Optional.ofNullable(values.method);
  }

  List<StoredKey> replaced() {
    return values.replaced;
  }

  Optional<Algorithm> algorithm() {
    return Optional.ofNullable(values.algorithm);
  }

  Optional<Integer> bits() {
    return Optional.ofNullable(values.bits);
  }

  Optional<List<Ds>> parentDs() {
    return Optional.ofNullable(values.parentDs);
  }

  Optional<SignaturePeriods> signatures() {
    return Optional.ofNullable(values.signatures);
  }

  /** Collects what is known. */
  public static final class Builder {
    private final DnsName zone;
    private final Instant now;
    private final ZoneTimes times;
    private List<StoredKey> keys = List.of();
    private List<StoredKey> replaced = List.of();
    private @Nullable RolloverMethod method;
    private @Nullable Algorithm algorithm;
    private @Nullable Integer bits;
    private @Nullable List<Ds> parentDs;
    private @Nullable SignaturePeriods signatures;

    private Builder(DnsName zone, Instant now, ZoneTimes times) {
      this.zone = zone;
      this.now = now;
      this.times = times;
    }

    private Builder copy() {
      Builder copy = new Builder(zone, now, times);
      copy.keys = keys;
      copy.replaced = replaced;
      copy.method = method;
      copy.algorithm = algorithm;
      copy.bits = bits;
      copy.parentDs = parentDs;
      copy.signatures = signatures;
      return copy;
    }

    /** Sets the keys of the zone in the store. */
    @CanIgnoreReturnValue
    public Builder keys(List<StoredKey> keysOfZone) {
      keys = List.copyOf(keysOfZone);
      return this;
    }

    /** Sets the method; without one, the rollover under way goes on. */
    @CanIgnoreReturnValue
    public Builder method(@Nullable RolloverMethod chosen) {
      method = chosen;
      return this;
    }

    /** Names the keys that are to be replaced, where the choice is not clear. */
    @CanIgnoreReturnValue
    public Builder replacing(List<StoredKey> chosen) {
      replaced = List.copyOf(chosen);
      return this;
    }

    /** Sets the algorithm of new keys, where it is not that of the old ones. */
    @CanIgnoreReturnValue
    public Builder algorithm(@Nullable Algorithm chosen) {
      algorithm = chosen;
      return this;
    }

    /** Sets the length of new keys, where it is not that of the old ones. */
    @CanIgnoreReturnValue
    public Builder bits(@Nullable Integer chosen) {
      bits = chosen;
      return this;
    }

    /** Sets the DS records that the parent has, none for an empty list; null if not known. */
    @CanIgnoreReturnValue
    public Builder parentDs(@Nullable List<Ds> found) {
      parentDs = found == null ? null : List.copyOf(found);
      return this;
    }

    /** Sets when signatures end. */
    @CanIgnoreReturnValue
    public Builder signatures(@Nullable SignaturePeriods periods) {
      signatures = periods;
      return this;
    }

    /** Returns the request. */
    public RolloverRequest build() {
      return new RolloverRequest(copy());
    }
  }
}
