package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/**
 * Makes DS records of a child's files: those of a dsset- file as they stand, and one for each KSK
 * of a keyset- file and each digest.
 *
 * <p>Where files disagree, the records of all are used: one that is too many does no harm, one that
 * is missing may cut the child off.
 */
final class ChildKeyReading {
  private final DnsName child;
  private final Set<DigestType> digests;
  private final Map<Path, Set<Ds>> dsByFile = new LinkedHashMap<>();
  private final Map<Path, List<Dnskey>> keysByFile = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();

  ChildKeyReading(DnsName child, Set<DigestType> digests) {
    this.child = child;
    this.digests = digests;
  }

  /** Takes in what a file holds of the child; a file that holds nothing of it is complained of. */
  void read(Path file) throws IOException {
    ChildKeyFile content = ChildKeyFile.read(file, child);
    complaints.addAll(content.complaints());
    if (!content.ds().isEmpty()) {
      dsByFile.put(file, new LinkedHashSet<>(content.ds()));
      complainOfSha1(file, content.ds());
    }
    List<Dnskey> keys = usable(file, content.keys());
    if (!keys.isEmpty()) {
      keysByFile.put(file, keys);
    }
  }

  private void complainOfSha1(Path file, List<Ds> records) {
    String tags =
        records.stream()
            .filter(ds -> ds.digestType() == DigestType.SHA1.number())
            .map(ds -> Integer.toString(ds.keyTag()))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!tags.isEmpty()) {
      complaints.add(
          file
              + " has DS records with SHA-1, which must not be used for delegation (RFC 9905), of"
              + " the keys "
              + tags
              + "; they are used");
    }
  }

  private List<Dnskey> usable(Path file, List<Dnskey> keys) {
    List<Dnskey> usable = EntryPoints.entryPointsAmong(keys);
    if (!keys.isEmpty() && usable.isEmpty()) {
      complaints.add(file + ": ignored, each of its keys is revoked or no zone key");
    }
    return usable;
  }

  ChildKeys result() {
    compare();
    Set<Ds> records = new LinkedHashSet<>();
    dsByFile.values().forEach(records::addAll);
    keysByFile.values().forEach(keys -> keys.forEach(key -> records.addAll(dsOf(key))));
    Set<Path> used = new LinkedHashSet<>(dsByFile.keySet());
    used.addAll(keysByFile.keySet());
    return new ChildKeys(child, List.copyOf(records), List.copyOf(used), complaints);
  }

  private List<Ds> dsOf(Dnskey key) {
    return digests.stream().sorted().map(digest -> DsDigest.of(child, key, digest)).toList();
  }

  private void compare() {
    dsByFile.forEach(
        (dsFile, records) -> keysByFile.forEach((keyFile, keys) -> compare(dsFile, keyFile)));
  }

  private void compare(Path dsFile, Path keyFile) {
    Set<Ds> records = dsByFile.getOrDefault(dsFile, Set.of());
    List<Dnskey> keys = keysByFile.getOrDefault(keyFile, List.of());
    String keysAlone =
        keys.stream()
            .filter(key -> records.stream().noneMatch(ds -> pointsTo(ds, key)))
            .map(key -> Integer.toString(key.keyTag()))
            .collect(Collectors.joining(", "));
    String dsAlone =
        records.stream()
            .filter(ds -> keys.stream().noneMatch(key -> pointsTo(ds, key)))
            .map(ds -> Integer.toString(ds.keyTag()))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!keysAlone.isEmpty()) {
      complaints.add(
          keyFile
              + " has keys of which "
              + dsFile
              + " has no DS: "
              + keysAlone
              + "; both are used");
    }
    if (!dsAlone.isEmpty()) {
      complaints.add(
          dsFile + " has DS records of no key in " + keyFile + ": " + dsAlone + "; both are used");
    }
  }

  private boolean pointsTo(Ds ds, Dnskey key) {
    return ds.keyTag() == key.keyTag()
        && ds.algorithm() == key.algorithm()
        // A digest that is not known here cannot be compared, and is given the benefit of doubt.
        && DigestType.of(ds.digestType())
            .map(type -> DsDigest.of(child, key, type).equals(ds))
            .orElse(true);
  }
}
