package org.offlinesign.delegation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.ChildFinding.Code;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/** Compares the files of a child with one another, and with the keys of its zone. */
final class FileComparison {
  private final DnsName child;
  private final @Nullable Path alone;
  private final List<ChildFinding> findings;

  /**
   * @param alone the one file that is used; null if all are
   * @param findings where what differs is added to
   */
  FileComparison(DnsName child, @Nullable Path alone, List<ChildFinding> findings) {
    this.child = child;
    this.alone = alone;
    this.findings = findings;
  }

  /** RFC 9905: DS records with SHA-1 are used, but not without a word. */
  void lookAtDigests(Path file, Collection<Ds> records) {
    List<Ds> sha1 =
        records.stream().filter(ds -> ds.digestType() == DigestType.SHA1.number()).toList();
    if (!sha1.isEmpty()) {
      findings.add(
          new ChildFinding(
              sha1.size() == records.size() ? Code.SHA1_ONLY : Code.SHA1,
              file
                  + " has DS records with SHA-1, which must not be used for delegation (RFC 9905),"
                  + " of the keys "
                  + tags(sha1)
                  + "; they are used"));
    }
  }

  /** Looks for keys without a DS record. */
  void compareKeys(Path dsFile, Collection<Ds> records, Path keyFile, List<Dnskey> keys) {
    List<Dnskey> without =
        keys.stream().filter(key -> DsMatch.noneIsOf(child, records, key)).toList();
    if (!without.isEmpty()) {
      add(
          Code.DISAGREEING,
          keyFile + " has keys of which " + dsFile + " has no DS: " + keyTags(without) + use());
    }
  }

  /** Looks for DS records without a key. */
  void compareDs(Path dsFile, Collection<Ds> records, Path keyFile, List<Dnskey> keys) {
    List<Ds> without = records.stream().filter(ds -> DsMatch.isOfNone(child, ds, keys)).toList();
    if (!without.isEmpty()) {
      add(
          Code.DISAGREEING,
          dsFile + " has DS records of no key in " + keyFile + ": " + tags(without) + use());
    }
  }

  private String use() {
    return alone == null ? "; both are used" : "; " + alone + " is used alone";
  }

  /** Looks for DS records of keys that the child's zone does not have. */
  void lookForDs(Path file, Collection<Ds> records, List<Dnskey> zoneKeys) {
    List<Ds> gone = records.stream().filter(ds -> DsMatch.isOfNone(child, ds, zoneKeys)).toList();
    if (!gone.isEmpty()) {
      addStale(file, tags(gone));
    }
  }

  /** Looks for keys that the child's zone does not have. */
  void lookForKeys(Path file, List<Dnskey> keys, List<Dnskey> zoneKeys) {
    List<Dnskey> gone = keys.stream().filter(key -> !zoneKeys.contains(key)).toList();
    if (!gone.isEmpty()) {
      addStale(file, keyTags(gone));
    }
  }

  private void addStale(Path file, String tags) {
    add(Code.STALE, file + " is stale: the zone " + child + " does not have its keys " + tags);
  }

  private void add(Code code, String text) {
    findings.add(new ChildFinding(code, text));
  }

  private static String tags(Collection<Ds> records) {
    return text(records.stream().map(Ds::keyTag));
  }

  private static String keyTags(Collection<Dnskey> keys) {
    return text(keys.stream().map(Dnskey::keyTag));
  }

  private static String text(Stream<Integer> tags) {
    return tags.distinct().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
