package org.offlinesign.rollover;

import java.time.Duration;
import java.util.List;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Ds;

/**
 * One version of the DS RRset that the parent has for a zone.
 *
 * @param label names it in messages, for instance {@code the DS set of parent.zone}
 * @param records empty for a delegation without DNSSEC
 * @param ttl of an absent RRset, how long its absence may be cached
 */
public record DsVersion(String label, List<Ds> records, Duration ttl) {
  /** Copies the list. */
  public DsVersion {
    records = List.copyOf(records);
  }

  /** Returns a delegation without DNSSEC. */
  public static DsVersion none(String label, Duration negativeTtl) {
    return new DsVersion(label, List.of(), negativeTtl);
  }

  /** Returns the same under another name. */
  public DsVersion named(String newLabel) {
    return new DsVersion(newLabel, records, ttl);
  }

  /** Returns the records that can be followed: of known algorithm and digest (RFC 4035 §5.2). */
  List<Ds> usable() {
    return records.stream()
        .filter(ds -> Algorithm.of(ds.algorithm()).isPresent())
        .filter(ds -> DigestType.of(ds.digestType()).isPresent())
        .toList();
  }

  /**
   * Returns the records of the strongest digest type among those that can be followed. Some
   * resolvers, Unbound among them, look at no other record of the set, whatever keys they name.
   */
  List<Ds> strongest() {
    List<Ds> usable = usable();
    int type = usable.stream().mapToInt(Ds::digestType).max().orElse(0);
    return usable.stream().filter(ds -> ds.digestType() == type).toList();
  }

  /** Says whether resolvers validate the zone because of it. */
  boolean isSecure() {
    return !usable().isEmpty();
  }
}
