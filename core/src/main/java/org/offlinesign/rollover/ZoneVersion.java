package org.offlinesign.rollover;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.offlinesign.key.KeyId;

/**
 * One version of a zone, reduced to what a chain of trust depends on.
 *
 * @param label names it in messages, for instance {@code the new zone}
 * @param data all RRsets but the DNSKEY RRset, grouped by the keys that sign them
 */
public record ZoneVersion(String label, KeyRrset keys, List<SignedGroup> data) {
  /** Copies the list. */
  public ZoneVersion {
    data = List.copyOf(data);
  }

  /**
   * Returns a version without DNSSEC.
   *
   * @param largestTtl the largest TTL of its records
   * @param negativeTtl how long the absence of DNSKEY records may be cached
   */
  public static ZoneVersion unsigned(String label, Duration largestTtl, Duration negativeTtl) {
    SignedGroup all = new SignedGroup(List.of(), largestTtl, "every record");
    return new ZoneVersion(label, KeyRrset.none(negativeTtl), List.of(all));
  }

  /**
   * Returns a version all of whose data the same keys sign, for plans.
   *
   * @param signers of the data
   * @param largestTtl the largest TTL of the data, negative answers included
   */
  public static ZoneVersion signed(
      String label, KeyRrset keys, Set<KeyId> signers, Duration largestTtl) {
    List<SignatureSpan> spans = signers.stream().map(SignatureSpan::always).toList();
    return new ZoneVersion(
        label, keys, List.of(new SignedGroup(spans, largestTtl, "every record")));
  }

  /** Returns the same under another name. */
  public ZoneVersion named(String newLabel) {
    return new ZoneVersion(newLabel, keys, data);
  }

  /** Returns the largest TTL of the data. */
  public Duration largestTtl() {
    return data.stream()
        .map(SignedGroup::largestTtl)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
