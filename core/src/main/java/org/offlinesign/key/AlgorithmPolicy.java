package org.offlinesign.key;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the standards say today of an algorithm number, also of numbers that nothing is computed
 * with here (RFC 9904 §3, RFC 9905, RFC 9906).
 *
 * @param signing of making signatures for a zone
 * @param validating of a program that checks signatures: whether it must be able to
 * @param reliable whether validators may rely on what they checked; if not, their operators must
 *     treat a zone with no other algorithm as if it were not signed
 * @param citation the RFC that says so
 */
public record AlgorithmPolicy(
    Requirement signing, Requirement validating, boolean reliable, String citation) {
  private static final String RFC_9904 = "RFC 9904";
  private static final AlgorithmPolicy FORBIDDEN = unreliable(Requirement.MUST_NOT, RFC_9904);
  // RFC 9905 §2: programs go on to support it, but those who run them must not rely on it.
  private static final AlgorithmPolicy SHA1 = unreliable(Requirement.MUST, "RFC 9905");
  // RFC 9906 §2.
  private static final AlgorithmPolicy GOST = unreliable(Requirement.MUST_NOT, "RFC 9906");
  private static final AlgorithmPolicy OPTIONAL = reliable(Requirement.MAY, Requirement.MAY);

  private static final Map<Integer, AlgorithmPolicy> TABLE =
      Map.ofEntries(
          Map.entry(1, FORBIDDEN),
          Map.entry(3, FORBIDDEN),
          Map.entry(5, SHA1),
          Map.entry(6, FORBIDDEN),
          Map.entry(7, SHA1),
          Map.entry(8, reliable(Requirement.RECOMMENDED, Requirement.MUST)),
          Map.entry(10, reliable(Requirement.NOT_RECOMMENDED, Requirement.MUST)),
          Map.entry(12, GOST),
          Map.entry(13, reliable(Requirement.RECOMMENDED, Requirement.MUST)),
          Map.entry(14, reliable(Requirement.MAY, Requirement.RECOMMENDED)),
          Map.entry(15, reliable(Requirement.RECOMMENDED, Requirement.RECOMMENDED)),
          Map.entry(16, reliable(Requirement.MAY, Requirement.RECOMMENDED)),
          Map.entry(17, OPTIONAL),
          Map.entry(23, OPTIONAL),
          Map.entry(253, OPTIONAL),
          Map.entry(254, OPTIONAL));

  /** RSAMD5, DSA and RSASHA1. */
  private static final Set<Integer> OLDER_THAN_NSEC3 = Set.of(1, 3, 5);

  private static AlgorithmPolicy unreliable(Requirement validating, String citation) {
    return new AlgorithmPolicy(Requirement.MUST_NOT, validating, false, citation);
  }

  private static AlgorithmPolicy reliable(Requirement signing, Requirement validating) {
    return new AlgorithmPolicy(signing, validating, true, RFC_9904);
  }

  /** Returns what is said of an algorithm; empty for a number of which no standard speaks. */
  public static Optional<AlgorithmPolicy> of(int algorithm) {
    return Optional.ofNullable(TABLE.get(algorithm));
  }

  /**
   * Says whether a zone with keys of an algorithm must not use NSEC3, because validators may know
   * the one without the other (RFC 5155 §2).
   */
  public static boolean isOlderThanNsec3(int algorithm) {
    return OLDER_THAN_NSEC3.contains(algorithm);
  }
}
