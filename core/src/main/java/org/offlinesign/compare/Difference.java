package org.offlinesign.compare;

import java.util.Optional;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.zonefile.Place;

/**
 * One thing that two zones do not have alike.
 *
 * @param first a record of the first zone; empty if it has none that answers to the other
 * @param second a record of the second zone; empty likewise
 */
public record Difference(Kind kind, Optional<Side> first, Optional<Side> second) {
  /** What is not alike. */
  public enum Kind {
    /** A record that one zone has and the other has not. */
    RECORD,
    /** The TTL of an RRset; the records shown are the first ones that it has. */
    TTL,
    /** The case of letters in the owner or in the data. */
    CASE
  }

  /** A record where it stands. */
  public record Side(Place place, ResourceRecord record) {}
}
