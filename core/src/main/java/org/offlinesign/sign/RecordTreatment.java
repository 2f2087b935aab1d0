package org.offlinesign.sign;

/** What becomes of the DS, or the DNSKEY, records that a zone already holds when it is signed. */
public enum RecordTreatment {
  /** They stay, and new ones join them. */
  ADD,
  /** They go, and new ones take their place. */
  REPLACE,
  /** They stay, and none is added. */
  NOCHANGE
}
