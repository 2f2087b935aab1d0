package org.offlinesign.delegation;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.EntryPointRecords.TooManyRecordsException;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.Ttl;
import org.offlinesign.zonefile.SoaOwner;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/** Picks the DNSKEY and DS records of one zone out of a file. Holds those alone. */
final class EntryPointReading implements RecordSink {
  // BIND's key files state no TTL.
  private static final Ttl ANY_TTL = new Ttl(3600);

  /** Tells @ (the zone, in its own file) from names without final dot, as Windows writes them. */
  private static final DnsName RELATIVE = SoaOwner.UNKNOWN_ORIGIN;

  private final String file;
  private final DnsName zone;
  private final @Nullable DnsName zoneWithoutDot;
  private final EntryPointRecords records = new EntryPointRecords();
  private @Nullable DnsName otherOwner;

  EntryPointReading(String file, DnsName zone) {
    this.file = file;
    this.zone = zone;
    this.zoneWithoutDot = relative(zone);
  }

  /** Returns what the zone's name becomes without its final dot; null if it is too long for it. */
  private static @Nullable DnsName relative(DnsName zone) {
    byte[] wire = zone.toWire();
    byte[] suffix = RELATIVE.toWire();
    byte[] longer = new byte[wire.length - 1 + suffix.length];
    System.arraycopy(wire, 0, longer, 0, wire.length - 1);
    System.arraycopy(suffix, 0, longer, wire.length - 1, suffix.length);
    try {
      return DnsName.fromWire(longer, 0, longer.length);
    } catch (NameSyntaxException tooLong) {
      return null;
    }
  }

  EntryPoints read(ZoneFileSource source)
      throws IOException, ZoneFileException, EntryPointException {
    ZoneFileOptions options = ZoneFileOptions.builder(RELATIVE).defaultTtl(ANY_TTL).build();
    try {
      new ZoneFileReader(options).read(source, this);
    } catch (TooManyRecordsException e) {
      throw tooMany();
    }
    if (records.areAbsent()) {
      throw nothingFound();
    }
    List<Dnskey> entryPoints = EntryPoints.entryPointsAmong(records.keys());
    if (entryPoints.isEmpty() && records.ds().isEmpty()) {
      throw new EntryPointException(
          file + ": each DNSKEY record of " + zone + " is revoked, or no key of a zone");
    }
    return new EntryPoints(zone, entryPoints, records.ds());
  }

  private EntryPointException tooMany() {
    return new EntryPointException(
        file
            + " has more than "
            + EntryPointRecords.MAX_RECORDS
            + " DNSKEY and DS records of "
            + zone);
  }

  private EntryPointException nothingFound() {
    return new EntryPointException(
        file
            + " has neither DNSKEY nor DS records of "
            + zone
            + (otherOwner == null ? "" : "; those in it are of " + otherOwner));
  }

  @Override
  public void accept(RecordBuffer record) throws IOException {
    if (!EntryPointRecords.include(record)) {
      return;
    }
    if (isOfZone(record)) {
      records.add(record.toRecord());
    } else {
      noteOther(record);
    }
  }

  private boolean isOfZone(RecordBuffer record) {
    DnsName owner = ownerOf(record);
    return owner.equals(zone) || owner.equals(RELATIVE) || owner.equals(zoneWithoutDot);
  }

  private static DnsName ownerOf(RecordBuffer record) {
    try {
      return DnsName.fromWire(record.owner().array(), 0, record.owner().length());
    } catch (NameSyntaxException e) {
      throw new AssertionError("the reader hands on only whole names", e);
    }
  }

  private void noteOther(RecordBuffer record) {
    if (otherOwner == null) {
      DnsName owner = ownerOf(record);
      otherOwner = owner.isAtOrBelow(RELATIVE) ? null : owner;
    }
  }
}
