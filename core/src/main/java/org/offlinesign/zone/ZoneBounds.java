package org.offlinesign.zone;

import org.offlinesign.name.AsciiCase;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordBuffer;

/** Says of records, as they are read, whether they lie within a zone. Immutable. */
public final class ZoneBounds {
  private final byte[] apex;

  /** Creates the bounds of the zone with a name. */
  public ZoneBounds(DnsName apex) {
    this.apex = apex.lowerCase().toWire();
  }

  /** Says whether the owner is the zone's name or lies below it. */
  public boolean contains(RecordBuffer record) {
    byte[] owner = record.owner().array();
    int cut = record.owner().length() - apex.length;
    int at = 0;
    while (at < cut) {
      at += 1 + owner[at];
    }
    if (at != cut) {
      return false;
    }
    for (int i = 0; i < apex.length; i++) {
      if (AsciiCase.lower(owner[cut + i]) != apex[i]) {
        return false;
      }
    }
    return true;
  }

  /** Says whether the owner is the zone's name. */
  public boolean isApex(RecordBuffer record) {
    return record.owner().length() == apex.length && contains(record);
  }
}
