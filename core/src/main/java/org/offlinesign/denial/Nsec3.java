package org.offlinesign.denial;

import org.offlinesign.rdata.Nsec3Param;

/**
 * By NSEC3 records, which name the hash of the next owner (RFC 5155).
 *
 * @param optOut whether delegations without DS records stay out of the chain (RFC 5155 §6)
 */
public record Nsec3(Nsec3Parameters parameters, boolean optOut) implements Denial {
  /**
   * The most iterations that a zone is signed with. Above, validators treat it as unsigned or
   * refuse it (RFC 9276 §3.2), and dnssec-signzone does not sign it either.
   */
  public static final int MOST_ITERATIONS = 150;

  /** Returns what the NSEC3PARAM record at the apex says: its flags are 0 (RFC 5155 §4.1.2). */
  public Nsec3Param parameterRecord() {
    return parameters.toRecord(0);
  }

  /** Returns what each NSEC3 record begins with. */
  public Nsec3Param linkFields() {
    // RFC 5155 §7.1: with opt-out, each record of the chain has the flag.
    return parameters.toRecord(optOut ? org.offlinesign.rdata.Nsec3.OPT_OUT : 0);
  }

  @Override
  public String toString() {
    String salt = parameters.salt().isEmpty() ? "no salt" : "salt " + parameters.salt();
    String plain = "NSEC3, " + salt + ", iterations " + parameters.iterations();
    return optOut ? plain + ", opt-out" : plain;
  }
}
