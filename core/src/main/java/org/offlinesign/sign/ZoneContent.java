package org.offlinesign.sign;

import org.offlinesign.record.RecordType;

/** Which records of the signed zone are written. */
public enum ZoneContent {
  /** All. */
  WHOLE_ZONE,
  /**
   * Those that signing makes or decides on: DNSKEY, CDS, CDNSKEY, DS, RRSIG, NSEC, NSEC3,
   * NSEC3PARAM and ZONEMD. Such a file is included into the zone file that was signed, which must
   * therefore hold nothing that signing would take away.
   */
  DNSSEC_ONLY,
  /**
   * Of these, those that do not stand in the zone file, which includes what is written and stays as
   * it is. What is there in its place is not read.
   */
  INCLUDED;

  /** Says whether records of a type are written. */
  boolean contains(int type) {
    return this == WHOLE_ZONE
        || type == RecordType.DNSKEY.code()
        || type == RecordType.CDS.code()
        || type == RecordType.CDNSKEY.code()
        || type == RecordType.DS.code()
        || type == RecordType.NSEC.code()
        || type == RecordType.NSEC3.code()
        || type == RecordType.NSEC3PARAM.code()
        || type == RecordType.ZONEMD.code()
        || type == RecordType.RRSIG.code();
  }
}
