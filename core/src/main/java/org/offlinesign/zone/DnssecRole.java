package org.offlinesign.zone;

import org.offlinesign.record.RecordType;

/**
 * What a record has to do with DNSSEC: decides what signing drops and makes anew, what unsigning
 * takes away, and what two versions of a zone are compared by.
 */
public enum DnssecRole {
  /** None: it is data of the zone. */
  DATA,
  /** A signature or a link of a chain, which every signing makes anew. */
  MADE_BY_SIGNING,
  /** Tells, at the apex, of the zone's keys or its content; without signatures it tells nothing. */
  ABOUT_THE_ZONE,
  /** Points to a key of a child zone: data of the parent that signed zones alone make use of. */
  POINTS_TO_CHILD;

  private static final int DS = RecordType.DS.code();
  private static final int RRSIG = RecordType.RRSIG.code();
  private static final int NSEC = RecordType.NSEC.code();
  private static final int NSEC3 = RecordType.NSEC3.code();
  private static final int NSEC3PARAM = RecordType.NSEC3PARAM.code();
  private static final int DNSKEY = RecordType.DNSKEY.code();
  private static final int CDS = RecordType.CDS.code();
  private static final int CDNSKEY = RecordType.CDNSKEY.code();
  private static final int ZONEMD = RecordType.ZONEMD.code();

  /**
   * Returns the role of a record.
   *
   * @param type the number of its type
   * @param atApex whether its owner is the zone's name
   */
  public static DnssecRole of(int type, boolean atApex) {
    if (type == RRSIG || type == NSEC || type == NSEC3) {
      return MADE_BY_SIGNING;
    }
    if (type == DS) {
      return POINTS_TO_CHILD;
    }
    return atApex ? ofApex(type) : DATA;
  }

  /** These mean something at the apex alone, and are anybody's data elsewhere. */
  private static DnssecRole ofApex(int type) {
    // RFC 5155 §4: the parameters of the chain; servers look for them at the apex.
    if (type == NSEC3PARAM) {
      return MADE_BY_SIGNING;
    }
    boolean about = type == DNSKEY || type == CDS || type == CDNSKEY || type == ZONEMD;
    return about ? ABOUT_THE_ZONE : DATA;
  }
}
