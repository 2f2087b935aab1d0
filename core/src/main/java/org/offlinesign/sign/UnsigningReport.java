package org.offlinesign.sign;

import java.util.List;
import java.util.Map;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.zonefile.Diagnostic;

/**
 * What an unsigning did.
 *
 * @param records how many records were read
 * @param kept how many of them were written
 * @param dropped how many of each type were not
 * @param ds how many of those written are DS records
 * @param outOfZone how many of those written do not belong to the zone
 * @param notices what the reader of the zone file had to say
 */
public record UnsigningReport(
    DnsName zone,
    long records,
    long kept,
    Map<RecordType, Long> dropped,
    long ds,
    long outOfZone,
    Serial serial,
    List<Diagnostic> notices) {
  /** Copies the collections. */
  public UnsigningReport {
    dropped = Map.copyOf(dropped);
    notices = List.copyOf(notices);
  }

  /** Says whether there was anything to take away. */
  public boolean wasSigned() {
    return !dropped.isEmpty();
  }
}
