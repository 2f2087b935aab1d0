package org.offlinesign.fuzz;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.ZoneFileOptions;

/**
 * What of a zone its signatures protect (RFC 4035 §2.2): all but signatures themselves, and at a
 * delegation and below it all but what the parent says of it.
 *
 * @param records in canonical form, without their TTLs, which anybody on the way may lower
 */
record ProtectedData(Set<String> records) {
  private static final Set<RecordType> OF_THE_PARENT =
      Set.of(RecordType.DS, RecordType.NSEC, RecordType.NSEC3);

  static ProtectedData of(byte[] text, ZoneFileOptions options) throws IOException {
    Reading reading = Reading.of(text, options);
    DnsName apex = options.origin();
    Set<DnsName> cuts = new HashSet<>();
    for (Reading.Placed placed : reading.records()) {
      ResourceRecord record = placed.record();
      if (record.type().equals(RecordType.NS) && !record.owner().equals(apex)) {
        cuts.add(record.owner());
      }
    }
    Set<String> records = new TreeSet<>();
    for (Reading.Placed placed : reading.records()) {
      ResourceRecord record = placed.record();
      if (record.owner().isAtOrBelow(apex)
          && !record.type().equals(RecordType.RRSIG)
          && isParents(record, apex, cuts)) {
        records.add(canonical(record));
      }
    }
    return new ProtectedData(records);
  }

  private static boolean isParents(ResourceRecord record, DnsName apex, Set<DnsName> cuts) {
    if (cuts.contains(record.owner())) {
      return OF_THE_PARENT.contains(record.type()) && isAbove(record.owner(), apex, cuts);
    }
    return isAbove(record.owner(), apex, cuts);
  }

  /** Says whether no delegation stands between a name and the apex. */
  private static boolean isAbove(DnsName owner, DnsName apex, Set<DnsName> cuts) {
    DnsName name = owner;
    while (!name.equals(apex)) {
      name = name.parent();
      if (cuts.contains(name)) {
        return false;
      }
    }
    return true;
  }

  private static String canonical(ResourceRecord record) {
    byte[] octets = record.rdata().toByteArray();
    WireWriter out = new WireWriter(octets.length);
    RdataSchema.of(record.type()).canonicalize(octets, 0, octets.length, out);
    return record.owner().lowerCase() + " " + record.type() + " " + Hex.encode(out.toByteArray());
  }

  String differenceFrom(ProtectedData other) {
    Set<String> added = new TreeSet<>(records);
    added.removeAll(other.records);
    Set<String> lost = new TreeSet<>(other.records);
    lost.removeAll(records);
    return "added " + added + ", lost " + lost;
  }
}
