package org.offlinesign.key;

import java.util.Map;
import java.util.Optional;

/**
 * What the standards say today of a digest of DS records, also of those that are not computed here
 * (RFC 9904 §4, RFC 9905, RFC 9906).
 *
 * @param delegation of publishing DS records with it
 * @param validating of a program that follows DS records: whether it must be able to
 * @param citation the RFC that says so
 */
public record DigestPolicy(Requirement delegation, Requirement validating, String citation) {
  private static final String RFC_9904 = "RFC 9904";

  private static final Map<Integer, DigestPolicy> TABLE =
      Map.of(
          // RFC 8078 §4: CDS records have it to ask for the end of a delegation's DS records.
          0, new DigestPolicy(Requirement.MUST_NOT, Requirement.MUST_NOT, RFC_9904),
          1, new DigestPolicy(Requirement.MUST_NOT, Requirement.MUST, "RFC 9905"),
          2, new DigestPolicy(Requirement.RECOMMENDED, Requirement.MUST, RFC_9904),
          3, new DigestPolicy(Requirement.MUST_NOT, Requirement.MUST_NOT, "RFC 9906"),
          4, new DigestPolicy(Requirement.MAY, Requirement.RECOMMENDED, RFC_9904),
          5, new DigestPolicy(Requirement.MAY, Requirement.MAY, RFC_9904),
          6, new DigestPolicy(Requirement.MAY, Requirement.MAY, RFC_9904));

  /** Returns what is said of a digest; empty for a number of which no standard speaks. */
  public static Optional<DigestPolicy> of(int digestType) {
    return Optional.ofNullable(TABLE.get(digestType));
  }
}
