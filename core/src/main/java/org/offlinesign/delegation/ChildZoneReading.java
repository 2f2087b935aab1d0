package org.offlinesign.delegation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.EntryPointRecords.TooManyRecordsException;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.RrsetMaker;
import org.offlinesign.zonefile.IncludePolicy;
import org.offlinesign.zonefile.SoaOwner;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/** Picks the records that speak to the parent out of a child's zone file. Holds those alone. */
final class ChildZoneReading implements RecordSink {
  private static final List<RecordType> TYPES =
      List.of(RecordType.DNSKEY, RecordType.CDS, RecordType.CDNSKEY);
  private static final Set<Integer> KEPT =
      Set.of(RecordType.DNSKEY.code(), RecordType.CDS.code(), RecordType.CDNSKEY.code());

  private final String file;
  private final DnsName origin;
  private final List<ResourceRecord> kept = new ArrayList<>();
  private @Nullable DnsName soaOwner;

  ChildZoneReading(String file) {
    this(file, SoaOwner.UNKNOWN_ORIGIN);
  }

  /**
   * @param origin completes relative names as long as the file states none
   */
  ChildZoneReading(String file, DnsName origin) {
    this.file = file;
    this.origin = origin;
  }

  ChildZone read(ZoneFileSource source) throws IOException, ZoneFileException, ChildZoneException {
    try {
      new ZoneFileReader(options()).read(source, this);
    } catch (TooManyRecordsException e) {
      throw new ChildZoneException(
          file
              + " has more than "
              + EntryPointRecords.MAX_RECORDS
              + " DNSKEY, CDS and CDNSKEY records and signatures of them");
    }
    DnsName zone = zone();
    Map<RecordType, SignedRecords> rrsets = new LinkedHashMap<>();
    for (RecordType type : TYPES) {
      List<ResourceRecord> records = of(zone, type);
      if (!records.isEmpty()) {
        rrsets.put(type, signed(zone, records));
      }
    }
    return new ChildZone(zone, file, rrsets);
  }

  private ZoneFileOptions options() {
    return ZoneFileOptions.builder(origin)
        .defaultTtl(new Ttl(3600))
        .includes(IncludePolicy.refused())
        .build();
  }

  @Override
  public void accept(RecordBuffer record) throws IOException {
    if (record.type() == RecordType.SOA.code() && soaOwner == null) {
      soaOwner = record.toRecord().owner();
    } else if (KEPT.contains(record.type()) || isSignatureOfKept(record)) {
      if (kept.size() == EntryPointRecords.MAX_RECORDS) {
        throw new TooManyRecordsException();
      }
      kept.add(record.toRecord());
    }
  }

  private static boolean isSignatureOfKept(RecordBuffer record) {
    byte[] rdata = record.rdata().array();
    return record.type() == RecordType.RRSIG.code()
        && KEPT.contains((rdata[0] & 0xff) << 8 | (rdata[1] & 0xff));
  }

  private DnsName zone() throws ChildZoneException {
    DnsName zone = soaOwner;
    for (ResourceRecord record : kept) {
      if (zone == null && record.type().equals(RecordType.DNSKEY)) {
        zone = record.owner();
      }
    }
    if (zone == null) {
      throw new ChildZoneException(
          file + " has neither a SOA record nor DNSKEY records, so it is not known whose it is");
    }
    if (zone.isAtOrBelow(SoaOwner.UNKNOWN_ORIGIN)) {
      throw new ChildZoneException(
          file + " names its zone relative to an origin that it does not state");
    }
    return zone;
  }

  private List<ResourceRecord> of(DnsName zone, RecordType type) {
    return kept.stream()
        .filter(record -> record.type().equals(type) && record.owner().equals(zone))
        .toList();
  }

  private SignedRecords signed(DnsName zone, List<ResourceRecord> records) {
    ResourceRecord first = records.get(0);
    List<Rdata> rdata = records.stream().map(ResourceRecord::rdata).toList();
    List<Rrsig> signatures =
        of(zone, RecordType.RRSIG).stream()
            .map(record -> RdataView.ofWhole(record.rdata(), Rrsig::from))
            .filter(rrsig -> rrsig.typeCovered().equals(first.type()))
            .toList();
    RrsetMaker maker = new RrsetMaker(first.recordClass());
    return new SignedRecords(zone, maker.of(first.type(), first.ttl(), rdata), signatures);
  }
}
