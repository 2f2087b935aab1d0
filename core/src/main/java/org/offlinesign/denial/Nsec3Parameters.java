package org.offlinesign.denial;

import org.offlinesign.rdata.Nsec3Param;
import org.offlinesign.rdata.Nsec3Salt;

/**
 * How the names of an NSEC3 chain are hashed: by SHA-1, the only hash algorithm there is.
 *
 * @param iterations how often the hash is hashed again, 0 to 65535
 */
public record Nsec3Parameters(int iterations, Nsec3Salt salt) {
  /** The number of SHA-1 as a hash algorithm (RFC 5155 §11). */
  public static final int SHA1 = 1;

  /** The most that the field holds. */
  public static final int MAX_ITERATIONS = 0xffff;

  /** What RFC 9276 §3.1 asks for: no additional iterations, no salt. */
  public static final Nsec3Parameters RFC_9276 = new Nsec3Parameters(0, Nsec3Salt.NONE);

  /** Checks the range. */
  public Nsec3Parameters {
    if (iterations < 0 || iterations > MAX_ITERATIONS) {
      throw new IllegalArgumentException(
          "iterations " + iterations + " is not within 0.." + MAX_ITERATIONS);
    }
  }

  /**
   * Returns the parameters that a record names, whatever its flags.
   *
   * @throws IllegalArgumentException if it names another hash algorithm than SHA-1
   */
  public static Nsec3Parameters of(Nsec3Param param) {
    if (param.hashAlgorithm() != SHA1) {
      throw new IllegalArgumentException(
          "hash algorithm " + param.hashAlgorithm() + " is not 1, SHA-1");
    }
    return new Nsec3Parameters(param.iterations(), param.salt());
  }

  /** Returns the record fields that name these parameters, with some flags. */
  public Nsec3Param toRecord(int flags) {
    return new Nsec3Param(SHA1, flags, iterations, salt);
  }

  /** Returns algorithm, iterations and salt, as RFC 5155 writes them. */
  @Override
  public String toString() {
    return SHA1 + " " + iterations + " " + salt;
  }
}
