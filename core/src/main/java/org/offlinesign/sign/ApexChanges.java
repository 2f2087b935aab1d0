package org.offlinesign.sign;

/**
 * What a signing tells others of the zone, in records at its apex.
 *
 * @param cds what becomes of CDS records
 * @param cdnskey what becomes of CDNSKEY records
 */
public record ApexChanges(ChildSignal cds, ChildSignal cdnskey) {
  /** The records that are there stay. */
  public static final ApexChanges NONE = new ApexChanges(ChildSignal.KEEP, ChildSignal.KEEP);

  /** Refuses to ask the parent for two things at once (RFC 7344 §4). */
  public ApexChanges {
    if (contradict(cds, cdnskey) || contradict(cdnskey, cds)) {
      throw new IllegalArgumentException("CDS records to " + cds + " and CDNSKEY to " + cdnskey);
    }
  }

  private static boolean contradict(ChildSignal one, ChildSignal other) {
    return one == ChildSignal.PUBLISH && other == ChildSignal.DELETE;
  }
}
