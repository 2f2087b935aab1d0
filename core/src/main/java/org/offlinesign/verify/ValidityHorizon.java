package org.offlinesign.verify;

import java.time.Instant;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Place;

/**
 * How long a zone stays valid if nobody touches it: up to the second in which the first of its
 * RRsets loses its last valid signature by an algorithm that must sign it.
 *
 * @param validUntil the last second at which every RRset that is valid now still is
 * @param owner whose RRset it is that goes bogus first; of several, the first in canonical order
 * @param type the type of that RRset
 * @param algorithm the number of the algorithm
 * @param keyTag the key that made the last signature to expire
 * @param place where that signature stands
 */
public record ValidityHorizon(
    Instant validUntil, DnsName owner, RecordType type, int algorithm, int keyTag, Place place) {
  /** Returns the first second at which a validator refuses the RRset. */
  public Instant bogusFrom() {
    return validUntil.plusSeconds(1);
  }
}
