package org.offlinesign.compare;

import java.util.Set;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * What a comparison is to do.
 *
 * @param reading how both files are read; its origin is the zone
 * @param scope what counts besides the data of the zone
 * @param maxFindings how many differences are listed; all are counted
 * @param budget what sorting both zones may take
 */
public record ComparisonRequest(
    ZoneFileSource first,
    ZoneFileSource second,
    ZoneFileOptions reading,
    Set<Scope> scope,
    int maxFindings,
    SortBudget budget) {
  /** Copies the set and checks the range. */
  public ComparisonRequest {
    scope = Set.copyOf(scope);
    if (maxFindings < 0) {
      throw new IllegalArgumentException("a list of " + maxFindings + " differences");
    }
  }

  /** What may differ between two versions of a zone that hold the same data. */
  public enum Scope {
    /** TTLs; of an RRset with several, the lowest (RFC 2181 §5.2). */
    TTL,
    /** The serial number, which grows with every signing. */
    SERIAL,
    /** DS records of child zones, which signing renews. */
    DS,
    /** All other records of DNSSEC. */
    DNSSEC,
    /** The case of letters in names, where DNS ignores it (RFC 4343). */
    CASE
  }

  /** Says whether something counts. */
  boolean counts(Scope part) {
    return scope.contains(part);
  }
}
