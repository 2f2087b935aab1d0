package org.offlinesign.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Everything that one verification of one zone file is to do. Immutable. */
public final class VerificationRequest {
  private final ZoneFileSource source;
  private final ZoneFileOptions reading;
  private final Optional<Instant> at;
  private final int maxFindings;
  private final int threads;
  private final long sortMemory;
  private final Path temporaryFolder;
  private final VerificationListener listener;

  private VerificationRequest(Builder parts) {
    this.source = parts.source;
    this.reading = parts.reading;
    this.at = Optional.ofNullable(parts.at);
    this.maxFindings = parts.maxFindings;
    this.threads = parts.threads;
    this.sortMemory = parts.sortMemory;
    this.temporaryFolder = parts.temporaryFolder;
    this.listener = parts.listener;
  }

  /**
   * Starts a request.
   *
   * @param reading how the file is read; its origin is the zone
   */
  public static Builder builder(ZoneFileSource source, ZoneFileOptions reading) {
    return new Builder(source, reading);
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

  /** Returns how many findings of each severity the report lists at most. */
  public int maxFindings() {
    return maxFindings;
  }

  /** Returns how many threads verify. */
  public int threads() {
    return threads;
  }

  /** Returns how much heap the sorting of the zone may take, in octets. */
  public long sortMemory() {
    return sortMemory;
  }

  /** Returns where sorted runs are kept that do not fit into the memory. */
  public Path temporaryFolder() {
    return temporaryFolder;
  }

  /** Returns who is told how far the work has come. */
  public VerificationListener listener() {
    return listener;
  }

  /** Collects the parts of a request. */
  public static final class Builder {
    private static final int SHARE_OF_HEAP = 4;

    private final ZoneFileSource source;
    private final ZoneFileOptions reading;
    private @Nullable Instant at;
    private int maxFindings = 100;
    private int threads = Runtime.getRuntime().availableProcessors();
    private long sortMemory = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    private Path temporaryFolder = Path.of(System.getProperty("java.io.tmpdir"));
    private VerificationListener listener = VerificationListener.NONE;

    private Builder(ZoneFileSource source, ZoneFileOptions reading) {
      this.source = source;
      this.reading = reading;
    }

    /** Asks that signatures are valid at an instant. */
    public Builder at(Instant instant) {
      this.at = instant;
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

    /** Chooses how many threads verify. */
    public Builder threads(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("a verification with " + count + " threads");
      }
      this.threads = count;
      return this;
    }

    /** Chooses how much heap the sorting of the zone may take, in octets. */
    public Builder sortMemory(long octets) {
      this.sortMemory = octets;
      return this;
    }

    /** Chooses where sorted runs are kept that do not fit into the memory. */
    public Builder temporaryFolder(Path folder) {
      this.temporaryFolder = folder;
      return this;
    }

    /** Chooses who is told how far the work has come. */
    public Builder listener(VerificationListener progress) {
      this.listener = progress;
      return this;
    }

    /** Returns the request. */
    public VerificationRequest build() {
      return new VerificationRequest(this);
    }
  }
}
