package org.offlinesign.verify;

import java.util.Arrays;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.wire.WireWriter;

/** The NSEC3 records that share their parameters. Immutable. */
final class Nsec3Chain {
  private static final int FLAGS_AT = 1;
  private static final int MAX_FIELDS = 260;

  private final int index;
  private final Nsec3Parameters parameters;
  private final Subject subject;
  private final byte[] fields;

  /**
   * Creates a chain.
   *
   * @param index its number among the chains of the zone
   * @param subject what says that there is such a chain
   */
  Nsec3Chain(int index, Nsec3Parameters parameters, Subject subject) {
    this.index = index;
    this.parameters = parameters;
    this.subject = subject;
    WireWriter out = new WireWriter(MAX_FIELDS);
    parameters.toRecord(0).writeTo(out);
    this.fields = out.toByteArray();
  }

  int index() {
    return index;
  }

  Nsec3Parameters parameters() {
    return parameters;
  }

  Subject subject() {
    return subject;
  }

  Nsec3Hasher newHasher() {
    return new Nsec3Hasher(parameters);
  }

  /** Says whether RDATA, from one index to another, has the parameters, whatever its flags. */
  boolean isOf(byte[] octets, int rdata, int end) {
    int rest = FLAGS_AT + 1;
    return end - rdata >= fields.length
        && octets[rdata] == fields[0]
        && Arrays.equals(octets, rdata + rest, rdata + fields.length, fields, rest, fields.length);
  }

  /** Returns hash algorithm, iterations and salt. */
  @Override
  public String toString() {
    return parameters.toString();
  }
}
