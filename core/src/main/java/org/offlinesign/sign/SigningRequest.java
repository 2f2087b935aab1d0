package org.offlinesign.sign;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.ChildPolicy;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.file.OutputPlace;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Serial;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Everything that one signing of one zone is to do. Immutable. */
public final class SigningRequest {
  private final Builder parts;

  private SigningRequest(Builder parts) {
    this.parts = new Builder(parts);
  }

  /**
   * Starts a request for a zone that is read from one place and written to another.
   *
   * @param budget what of the machine the work may use
   */
  public static Builder builder(
      DnsName zone, ZoneFileSource input, Path output, SortBudget budget) {
    return builder(zone, input, new OutputPlace.File(output, budget.temporaryDirectory()), budget);
  }

  /**
   * Starts a request for a zone that may be written to something else than a file.
   *
   * @param budget what of the machine the work may use
   */
  public static Builder builder(
      DnsName zone, ZoneFileSource input, OutputPlace output, SortBudget budget) {
    return new Builder(zone, input, output, budget);
  }

  /** Returns the name of the zone. */
  public DnsName zone() {
    return parts.zone;
  }

  /** Returns where the zone is read from. */
  public ZoneFileSource input() {
    return parts.input;
  }

  /** Returns the name of what the signed zone is written to. */
  public Path output() {
    return parts.output.path();
  }

  /** Returns where the signed zone is written to. */
  OutputPlace place() {
    return parts.output;
  }

  /** Returns the place of a file that is written beside the signed zone. */
  OutputPlace besides(Path file) {
    return new OutputPlace.File(file, parts.budget.temporaryDirectory());
  }

  /** Returns how the input is read. */
  public ZoneFileOptions reading() {
    return parts.reading;
  }

  /** Returns the keys, and what each is for. */
  public List<KeyUse> keys() {
    return parts.keys;
  }

  /** Returns when the signatures are valid; null for the default, counted from now. */
  public @Nullable Validity validity() {
    return parts.validity;
  }

  /** Returns how long signatures live, where that is not simply the validity. */
  public SignaturePolicy signaturePolicy() {
    return parts.signaturePolicy;
  }

  /** Returns the TTLs, where they are not those of the input. */
  public TtlLimits ttlLimits() {
    return parts.ttlLimits;
  }

  /** Returns what becomes of the serial. */
  public SerialPolicy serialPolicy() {
    return parts.serialPolicy;
  }

  /** Returns the serial that servers have, which the new one has to come after; null if unknown. */
  public @Nullable Serial servedSerial() {
    return parts.servedSerial;
  }

  /** Returns the files of which one may be the zone as this program wrote it last. */
  public List<Path> previous() {
    return parts.previous;
  }

  /** Returns what becomes of DS records. */
  public RecordTreatment dsTreatment() {
    return parts.dsTreatment;
  }

  /** Returns what becomes of DNSKEY records. */
  public RecordTreatment dnskeyTreatment() {
    return parts.dnskeyTreatment;
  }

  /** Returns what becomes of other records of the apex. */
  public ApexChanges apexChanges() {
    return parts.apexChanges;
  }

  /** Returns how the zone proves what it does not hold. */
  public Denial denial() {
    return parts.denial;
  }

  /** Returns the digests of the DS records that are made. */
  public Set<DigestType> digests() {
    return parts.digests;
  }

  /** Returns which children are asked what DS records they want. */
  public ChildPolicy children() {
    return parts.children;
  }

  /** Returns where files of children are looked for, and which the zone writes there itself. */
  public KeySetPolicy keySets() {
    return parts.keySets;
  }

  /** Returns the keyset- and dsset- file that may be written. */
  public List<Path> keySetFiles() {
    return parts.keySets.files(parts.zone);
  }

  /** Returns the layout of the signed zone. */
  public ZoneLayout layout() {
    return parts.layout;
  }

  /** Returns which records of the signed zone are written. */
  public ZoneContent content() {
    return parts.content;
  }

  /** Returns what of the machine the work may use; its threads sign, too. */
  public SortBudget budget() {
    return parts.budget;
  }

  /** Returns what looks at the signed zone before it takes its name. */
  public OutputCheck outputCheck() {
    return parts.outputCheck;
  }

  /** Collects the parts of a request; each has the default that CLI users know. */
  public static final class Builder {
    private final DnsName zone;
    private final ZoneFileSource input;
    private final OutputPlace output;
    private SortBudget budget;
    private ZoneFileOptions reading;
    private List<KeyUse> keys = List.of();
    private @Nullable Validity validity;
    private SignaturePolicy signaturePolicy = SignaturePolicy.USUAL;
    private TtlLimits ttlLimits = TtlLimits.NONE;
    private SerialPolicy serialPolicy = SerialPolicy.INCREMENT;
    private @Nullable Serial servedSerial;
    private List<Path> previous = List.of();
    private RecordTreatment dsTreatment = RecordTreatment.REPLACE;
    private RecordTreatment dnskeyTreatment = RecordTreatment.REPLACE;
    private ApexChanges apexChanges = ApexChanges.NONE;
    private Denial denial = new Nsec();
    private Set<DigestType> digests = Set.of(DigestType.SHA256);
    private ChildPolicy children = ChildPolicy.ASKING_NONE;
    private KeySetPolicy keySets = KeySetPolicy.in(Path.of(""));
    private ZoneLayout layout = ZoneLayout.TEXT;
    private ZoneContent content = ZoneContent.WHOLE_ZONE;
    private OutputCheck outputCheck = OutputCheck.NONE;

    private Builder(Builder that) {
      this(that.zone, that.input, that.output, that.budget);
      this.reading = that.reading;
      this.keys = that.keys;
      this.validity = that.validity;
      this.signaturePolicy = that.signaturePolicy;
      this.ttlLimits = that.ttlLimits;
      this.serialPolicy = that.serialPolicy;
      this.servedSerial = that.servedSerial;
      this.previous = that.previous;
      this.dsTreatment = that.dsTreatment;
      this.dnskeyTreatment = that.dnskeyTreatment;
      this.apexChanges = that.apexChanges;
      this.denial = that.denial;
      this.digests = that.digests;
      this.children = that.children;
      this.keySets = that.keySets;
      this.layout = that.layout;
      this.content = that.content;
      this.outputCheck = that.outputCheck;
    }

    private Builder(DnsName zone, ZoneFileSource input, OutputPlace output, SortBudget budget) {
      this.zone = zone;
      this.input = input;
      this.output = output;
      this.budget = budget;
      this.reading = ZoneFileOptions.builder(zone).build();
    }

    /** Chooses how the input is read; its origin must be the zone. */
    public Builder reading(ZoneFileOptions options) {
      if (!options.origin().equals(zone)) {
        throw new IllegalArgumentException(
            "reading with the origin " + options.origin() + " for the zone " + zone);
      }
      this.reading = options;
      return this;
    }

    /** Names the keys. */
    public Builder keys(List<KeyUse> uses) {
      this.keys = List.copyOf(uses);
      return this;
    }

    /** Chooses when the signatures are valid. */
    public Builder validity(Validity times) {
      this.validity = times;
      return this;
    }

    /** Chooses how long signatures live, where that is not simply the validity. */
    public Builder signaturePolicy(SignaturePolicy policy) {
      this.signaturePolicy = policy;
      return this;
    }

    /** Chooses the TTLs, where they are not those of the input. */
    public Builder ttlLimits(TtlLimits limits) {
      this.ttlLimits = limits;
      return this;
    }

    /** Chooses what becomes of the serial. */
    public Builder serialPolicy(SerialPolicy policy) {
      this.serialPolicy = policy;
      return this;
    }

    /**
     * Tells the serial that servers have: unless the serial is kept, the new one comes after it.
     */
    public Builder servedSerial(@Nullable Serial serial) {
      this.servedSerial = serial;
      return this;
    }

    /**
     * Names files of which the first that this program wrote with a key that signs the whole zone
     * now, as the seal at its end proves, gives its signatures to RRsets that are still the same:
     * those that live long enough ({@link SignaturePolicy#keepUntil}; without it, for half of what
     * new ones do).
     */
    public Builder previous(List<Path> files) {
      this.previous = List.copyOf(files);
      return this;
    }

    /** Chooses what becomes of DS records. */
    public Builder dsTreatment(RecordTreatment treatment) {
      this.dsTreatment = treatment;
      return this;
    }

    /** Chooses what becomes of DNSKEY records. */
    public Builder dnskeyTreatment(RecordTreatment treatment) {
      this.dnskeyTreatment = treatment;
      return this;
    }

    /** Chooses what becomes of other records of the apex. */
    public Builder apexChanges(ApexChanges changes) {
      this.apexChanges = changes;
      return this;
    }

    /**
     * Chooses how the zone proves what it does not hold; an NSEC3 chain has at most {@link
     * Nsec3#MOST_ITERATIONS}.
     */
    public Builder denial(Denial way) {
      if (way instanceof Nsec3 nsec3 && nsec3.parameters().iterations() > Nsec3.MOST_ITERATIONS) {
        throw new IllegalArgumentException(way + ", over " + Nsec3.MOST_ITERATIONS);
      }
      this.denial = way;
      return this;
    }

    /** Chooses the digests of DS records, at least one. */
    public Builder digests(Set<DigestType> types) {
      if (types.isEmpty()) {
        throw new IllegalArgumentException("DS records without a digest");
      }
      this.digests = Set.copyOf(types);
      return this;
    }

    /** Chooses which children are asked what DS records they want. */
    public Builder children(ChildPolicy policy) {
      this.children = policy;
      return this;
    }

    /** Chooses where keyset- and dsset- files are read and written, and what is written. */
    public Builder keySets(KeySetPolicy policy) {
      this.keySets = policy;
      return this;
    }

    /** Chooses other keys for these files, wherever they are. */
    public Builder keySetContent(KeySetContent content) {
      this.keySets = keySets.with(content);
      return this;
    }

    /** Chooses the layout of the signed zone. */
    public Builder layout(ZoneLayout textLayout) {
      this.layout = textLayout;
      return this;
    }

    /** Chooses which records of the signed zone are written. */
    public Builder content(ZoneContent wanted) {
      this.content = wanted;
      return this;
    }

    /** Chooses other limits for what the work may use. */
    public Builder budget(SortBudget resources) {
      this.budget = resources;
      return this;
    }

    /** Chooses what looks at the signed zone before it takes its name. */
    public Builder outputCheck(OutputCheck check) {
      this.outputCheck = check;
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if only DNSSEC records are to be written, and the zone file
     *     that they are included into would keep what signing takes away; if children are asked for
     *     DS records that are not to change; or if comments are kept that there is no room for
     */
    public SigningRequest build() {
      SigningRequest request = new SigningRequest(this);
      RequestRules.check(request);
      return request;
    }
  }
}
