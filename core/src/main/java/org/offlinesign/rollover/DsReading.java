package org.offlinesign.rollover;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.AdvisedFileException;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.zonefile.SoaOwner;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * Reads the DS set that a parent has for a zone, with its TTL, from a dsset- file, the file of the
 * parent zone, or the output of dig. Holds the records of that set alone, a thousand at most.
 *
 * <p>In a parent's file that does not state its origin, names are completed to that of the zone. A
 * delegation without DS records, or an answer with the parent's SOA record instead of them, says
 * that there are none.
 */
public final class DsReading implements RecordSink {
  private static final int MAX_RECORDS = 1000;
  private static final DnsName RELATIVE = SoaOwner.UNKNOWN_ORIGIN;

  private final String file;
  private final DnsName zone;
  private final Set<Ds> records = new LinkedHashSet<>();
  private Ttl largestTtl = new Ttl(0);
  private @Nullable Ttl negativeTtl;
  private boolean isDelegated;
  private boolean isFileOfZone;
  private @Nullable DnsName otherOwner;

  private DsReading(String file, DnsName zone) {
    this.file = file;
    this.zone = zone;
  }

  /**
   * Reads a file to its end.
   *
   * @param defaultTtl the TTL of DS records where the file states none, and of their absence where
   *     it has no SOA record of the parent
   * @throws RolloverException if it has no DS records of the zone and does not show that there are
   *     none
   * @throws ZoneFileException if it is no master file
   */
  public static DsVersion read(ZoneFileSource source, DnsName zone, Ttl defaultTtl)
      throws IOException, ZoneFileException, RolloverException {
    DsReading reading = new DsReading(source.name(), zone);
    ZoneFileOptions options = ZoneFileOptions.builder(RELATIVE).defaultTtl(defaultTtl).build();
    new ZoneFileReader(options).read(source, reading);
    return reading.result(defaultTtl);
  }

  private DsVersion result(Ttl defaultTtl) throws RolloverException {
    if (isFileOfZone) {
      throw new RolloverException(
          file + " is the file of the zone " + zone + " itself",
          "name what shows the DS records of its parent");
    }
    if (!records.isEmpty()) {
      return version(largestTtl);
    }
    if (negativeTtl != null || isDelegated) {
      return version(negativeTtl == null ? defaultTtl : negativeTtl);
    }
    throw new RolloverException(
        file
            + " has no DS records of "
            + zone
            + (otherOwner == null ? "" : ", only of " + otherOwner),
        "if the parent has none, show it by its NS records of the zone, or by the SOA record of the"
            + " parent as dig prints it");
  }

  private DsVersion version(Ttl ttl) {
    String label =
        (records.isEmpty() ? "the delegation without DS set in " : "the DS set of ") + file;
    return new DsVersion(label, List.copyOf(records), Duration.ofSeconds(ttl.seconds()));
  }

  @Override
  public void accept(RecordBuffer buffer) throws IOException {
    int type = buffer.type();
    if (type == RecordType.DS.code()) {
      acceptDs(buffer.toRecord());
    } else if (type == RecordType.NS.code()) {
      isDelegated |= isOfZone(buffer.toRecord().owner());
    } else if (type == RecordType.SOA.code()) {
      acceptSoa(buffer.toRecord());
    }
  }

  private void acceptDs(ResourceRecord record) throws IOException {
    if (!isOfZone(record.owner())) {
      otherOwner = record.owner().isAtOrBelow(RELATIVE) ? otherOwner : record.owner();
      return;
    }
    if (records.size() == MAX_RECORDS) {
      throw new AdvisedFileException(
          file,
          "expected at most " + MAX_RECORDS + " DS records of " + zone + " but found more",
          "name what the parent really has, as dig prints it");
    }
    records.add(RdataView.ofWhole(record.rdata(), Ds::from));
    largestTtl = record.ttl().compareTo(largestTtl) > 0 ? record.ttl() : largestTtl;
  }

  private void acceptSoa(ResourceRecord record) {
    DnsName owner = record.owner();
    if (owner.equals(zone)) {
      isFileOfZone = true;
    } else if (zone.isAtOrBelow(owner)) {
      negativeTtl = RdataView.ofWhole(record.rdata(), Soa::from).denialTtl(record.ttl());
    }
  }

  /** Says whether a name is that of the zone, or the beginning of it without an origin. */
  private boolean isOfZone(DnsName owner) {
    if (!owner.isAtOrBelow(RELATIVE)) {
      return owner.equals(zone);
    }
    int relative = owner.wireLength() - RELATIVE.wireLength();
    byte[] whole = zone.lowerCase().toWire();
    byte[] start = owner.lowerCase().toWire();
    return relative > 0
        && relative < whole.length
        && Arrays.equals(start, 0, relative, whole, 0, relative);
  }
}
