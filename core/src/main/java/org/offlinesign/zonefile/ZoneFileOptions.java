package org.offlinesign.zonefile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.Ttl;

/** How a zone file is to be read. Immutable. */
public final class ZoneFileOptions {
  private final DnsName origin;
  private final EscapeStyle escapes;
  private final RecordClass recordClass;
  private final IncludePolicy includes;
  private final Optional<IncludeStandIn> standIn;
  private final int maxErrors;
  private final @Nullable Ttl defaultTtl;
  private final boolean comments;

  private ZoneFileOptions(Builder builder) {
    this.origin = builder.origin;
    this.escapes = builder.escapes;
    this.recordClass = builder.recordClass;
    this.includes = builder.includes;
    this.standIn = builder.standIn;
    this.maxErrors = builder.maxErrors;
    this.defaultTtl = builder.defaultTtl;
    this.comments = builder.comments;
  }

  /**
   * Starts options with the usual choices: decimal escapes, class IN, files included from the
   * folder of the zone file and below, at most 100 errors.
   *
   * @param origin the name of the zone; relative names are completed with it
   */
  public static Builder builder(DnsName origin) {
    return new Builder(origin);
  }

  /** Returns the name of the zone, with which relative names are completed at first. */
  public DnsName origin() {
    return origin;
  }

  /** Returns how {@code \DDD} is read. */
  public EscapeStyle escapes() {
    return escapes;
  }

  /** Returns the one class that records may have. */
  public RecordClass recordClass() {
    return recordClass;
  }

  /** Returns what {@code $INCLUDE} may do. */
  public IncludePolicy includes() {
    return includes;
  }

  /** Returns the included file that is being made anew. */
  public Optional<IncludeStandIn> standIn() {
    return standIn;
  }

  /** Returns the same options with something else in the place of an included file. */
  public ZoneFileOptions with(IncludeStandIn other) {
    Builder builder = new Builder(origin).escapes(escapes).recordClass(recordClass);
    builder.includes(includes).maxErrors(maxErrors).standIn(other);
    if (defaultTtl != null) {
      builder.defaultTtl(defaultTtl);
    }
    if (comments) {
      builder.keepComments();
    }
    return builder.build();
  }

  /** Returns how many errors are reported before reading is given up. */
  public int maxErrors() {
    return maxErrors;
  }

  /** Returns the TTL of records for which the file states none; null if it must state one. */
  public @Nullable Ttl defaultTtl() {
    return defaultTtl;
  }

  /** Says whether records are handed on with the comments that belong to them. */
  public boolean keepsComments() {
    return comments;
  }

  /** Collects options. */
  public static final class Builder {
    private final DnsName origin;
    private EscapeStyle escapes = EscapeStyle.DECIMAL;
    private RecordClass recordClass = RecordClass.IN;
    private IncludePolicy includes = IncludePolicy.inFolderOfZone();
    private Optional<IncludeStandIn> standIn = Optional.empty();
    private int maxErrors = 100;
    private @Nullable Ttl defaultTtl;
    private boolean comments;

    private Builder(DnsName origin) {
      this.origin = origin;
    }

    /** Chooses how {@code \DDD} is read. */
    public Builder escapes(EscapeStyle style) {
      this.escapes = style;
      return this;
    }

    /** Chooses the class that all records must have. */
    public Builder recordClass(RecordClass zoneClass) {
      this.recordClass = zoneClass;
      return this;
    }

    /** Chooses what {@code $INCLUDE} may do. */
    public Builder includes(IncludePolicy policy) {
      this.includes = policy;
      return this;
    }

    /** Chooses an included file that is being made anew; without it there is none. */
    public Builder standIn(IncludeStandIn file) {
      this.standIn = Optional.of(file);
      return this;
    }

    /** Chooses how many errors are reported before reading is given up. */
    public Builder maxErrors(int limit) {
      if (limit < 1) {
        throw new IllegalArgumentException("a limit of " + limit + " errors leaves none to report");
      }
      this.maxErrors = limit;
      return this;
    }

    /**
     * Chooses the TTL of records for which the file states none, as if it began with {@code $TTL}.
     */
    public Builder defaultTtl(Ttl ttl) {
      this.defaultTtl = ttl;
      return this;
    }

    /**
     * Has records handed on with the comments that belong to them: those on lines of their own
     * above a record, directives between them or not, and those behind the record or between its
     * parentheses, joined by blanks.
     *
     * <p>Those behind a directive go; {@code $GENERATE} gives all to the first record that it
     * makes. Control characters become question marks. Of one record at most {@link
     * RecordComments#MAX_OCTETS} octets are kept, and a warning tells of more. What a file says of
     * itself is not kept: seals of this program, and the line by which Windows servers name theirs.
     */
    public Builder keepComments() {
      this.comments = true;
      return this;
    }

    /** Returns the options. */
    public ZoneFileOptions build() {
      return new ZoneFileOptions(this);
    }
  }
}
