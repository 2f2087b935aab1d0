package org.offlinesign.delegation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * What the apex of a child zone tells its parent: the DNSKEY, CDS and CDNSKEY records, each with
 * its signatures. Immutable.
 */
public final class ChildZone {
  private final DnsName zone;
  private final String file;
  private final Map<RecordType, SignedRecords> rrsets;

  ChildZone(DnsName zone, String file, Map<RecordType, SignedRecords> rrsets) {
    this.zone = zone;
    this.file = file;
    this.rrsets = Map.copyOf(rrsets);
  }

  /**
   * Reads a signed zone file, or what dig prints of the three types. The zone is that of the SOA
   * record, or where there is none, that of the DNSKEY records. The file is read to its end, but
   * not what it includes; a thousand records are kept at most.
   *
   * @throws ChildZoneException if it does not tell of which zone it is
   * @throws ZoneFileException if it is no master file
   */
  public static ChildZone read(ZoneFileSource source)
      throws IOException, ZoneFileException, ChildZoneException {
    return new ChildZoneReading(source.name()).read(source);
  }

  /**
   * Reads a file as {@link #read(ZoneFileSource)} does, which is to be of one zone, and need not
   * say so.
   *
   * @throws ChildZoneException if it is of another
   * @throws ZoneFileException if it is no master file
   */
  public static ChildZone read(ZoneFileSource source, DnsName zone)
      throws IOException, ZoneFileException, ChildZoneException {
    ChildZone read = new ChildZoneReading(source.name(), zone).read(source);
    if (!read.zone.equals(zone)) {
      throw new ChildZoneException(
          source.name() + " is of the zone " + read.zone + " and not of " + zone);
    }
    return read;
  }

  /** Returns the child's name. */
  public DnsName zone() {
    return zone;
  }

  /** Returns the name of the file. */
  public String file() {
    return file;
  }

  /** Returns the DNSKEY RRset; empty if there is none. */
  List<Dnskey> keys() {
    return NodeRrset.views(rrset(RecordType.DNSKEY), Dnskey::from);
  }

  /** Returns what is asked of the parent. */
  ChildSignals signals() {
    return ChildSignals.of(zone, rrset(RecordType.CDS), rrset(RecordType.CDNSKEY));
  }

  /** Returns one of the three RRsets; empty if it is not there. */
  Optional<SignedRecords> records(RecordType type) {
    return Optional.ofNullable(rrsets.get(type));
  }

  private @Nullable NodeRrset rrset(RecordType type) {
    return records(type).map(SignedRecords::rrset).orElse(null);
  }
}
