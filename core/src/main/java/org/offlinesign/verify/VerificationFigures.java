package org.offlinesign.verify;

import java.util.Map;
import org.offlinesign.zone.NodeKind;

/**
 * What a verification looked at.
 *
 * @param records how many records were read
 * @param names how many names of each kind own them
 * @param signedRrsets how many RRsets must be signed
 * @param signatures how many signatures of these were checked
 * @param unverifiableSignatures how many of them are by algorithms that are not supported
 */
public record VerificationFigures(
    long records,
    Map<NodeKind, Long> names,
    long signedRrsets,
    long signatures,
    long unverifiableSignatures) {
  /** Copies the map. */
  public VerificationFigures {
    names = Map.copyOf(names);
  }

  /** Returns figures of a zone in which nothing could be looked at. */
  static VerificationFigures ofRecords(long records) {
    return new VerificationFigures(records, Map.of(), 0, 0, 0);
  }
}
