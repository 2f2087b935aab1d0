package org.offlinesign.compare;

import java.util.List;
import java.util.Map;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Serial;
import org.offlinesign.zonefile.Diagnostic;

/**
 * What a comparison found.
 *
 * @param first what was read of the first zone
 * @param second what was read of the second zone
 * @param differences the first ones, in canonical order of the names
 * @param counts how many differences there are of each kind, those not listed included
 * @param dsNames how many names have different DS records, if these do not count
 */
public record ComparisonReport(
    DnsName zone,
    Figures first,
    Figures second,
    List<Difference> differences,
    Map<Difference.Kind, Long> counts,
    long dsNames) {
  /** Copies the collections. */
  public ComparisonReport {
    differences = List.copyOf(differences);
    counts = Map.copyOf(counts);
  }

  /**
   * What was read of one zone.
   *
   * @param file its name
   * @param records all records read
   * @param compared those that were compared, duplicates not counted
   * @param dnssec those that were left out because they belong to DNSSEC
   * @param outOfZone those that were left out because they do not belong to the zone
   * @param duplicates those that were there already
   * @param notices what the reader had to say
   */
  public record Figures(
      String file,
      Serial serial,
      long records,
      long compared,
      long dnssec,
      long outOfZone,
      long duplicates,
      List<Diagnostic> notices) {
    /** Copies the list. */
    public Figures {
      notices = List.copyOf(notices);
    }
  }

  /** Returns how many differences there are. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many differences the list has no room for. */
  public long omitted() {
    return total() - differences.size();
  }

  /** Says whether nothing that counts differs. */
  public boolean isEqual() {
    return total() == 0;
  }
}
