package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.ChildFinding.Code;
import org.offlinesign.file.FileWitness;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.Serial;

/**
 * Makes DS records of a child's files: those of a dsset- file as they stand, and one for each KSK
 * of a keyset- file and each digest.
 *
 * <p>Where files disagree, the records of all are used: one that is too many does no harm, one that
 * is missing may cut the child off. But a dsset- file with what the child's CDS records asked for
 * is used alone.
 */
final class ChildKeyReading {
  private final DnsName child;
  private final Set<DigestType> digests;
  private final Serial now;
  private final Map<Path, Set<Ds>> dsByFile = new LinkedHashMap<>();
  private final Map<Path, List<Dnskey>> keysByFile = new LinkedHashMap<>();
  private final List<ChildFinding> findings = new ArrayList<>();
  private @Nullable Path accepted;
  private @Nullable Instant acceptedSince;

  ChildKeyReading(DnsName child, Set<DigestType> digests, Instant now) {
    this.child = child;
    this.digests = digests;
    this.now = Serial.ofEpochSecond(now.getEpochSecond());
  }

  /** Takes in what a file holds of the child; a file that holds nothing of it is complained of. */
  void read(Path file, FileWitness witness) throws IOException {
    ChildKeyFile content = ChildKeyFile.read(file, child, witness);
    content.complaints().forEach(text -> add(Code.FILE_IGNORED, text));
    if (!content.ds().isEmpty()) {
      dsByFile.put(file, new LinkedHashSet<>(content.ds()));
    }
    Instant since = content.acceptedSince();
    if (since != null && (acceptedSince == null || since.isAfter(acceptedSince))) {
      accepted = file;
      acceptedSince = since;
    }
    List<Dnskey> keys = usable(file, content.keys());
    if (!keys.isEmpty()) {
      keysByFile.put(file, keys);
      lookAtExpiry(file, content.keysExpire());
    }
  }

  private List<Dnskey> usable(Path file, List<Dnskey> keys) {
    List<Dnskey> usable = EntryPoints.entryPointsAmong(keys);
    if (!keys.isEmpty() && usable.isEmpty()) {
      add(Code.FILE_IGNORED, file + ": ignored, each of its keys is revoked or no zone key");
    }
    return usable;
  }

  private void lookAtExpiry(Path file, @Nullable Serial expires) {
    if (expires != null && now.isAfter(expires)) {
      add(Code.STALE, file + " is stale: the signatures of its DNSKEY records have expired");
    }
  }

  /**
   * Returns what the files say.
   *
   * @param zone the child's zone, which they are compared with; null if it is not at hand
   */
  ChildKeys result(@Nullable ChildZone zone) {
    Path alone = accepted;
    FileComparison comparison = new FileComparison(child, alone, findings);
    dsByFile.forEach(comparison::lookAtDigests);
    dsByFile.forEach(
        (dsFile, records) ->
            keysByFile.forEach(
                (keyFile, keys) -> {
                  comparison.compareKeys(dsFile, records, keyFile, keys);
                  comparison.compareDs(dsFile, records, keyFile, keys);
                }));
    if (zone != null) {
      List<Dnskey> present = zone.keys();
      dsByFile.forEach((file, records) -> comparison.lookForDs(file, records, present));
      keysByFile.forEach((file, keys) -> comparison.lookForKeys(file, keys, present));
    }
    if (alone != null) {
      List<Ds> records = List.copyOf(dsByFile.getOrDefault(alone, Set.of()));
      return new ChildKeys(child, records, List.of(alone), acceptedSince, findings);
    }
    Set<Path> used = new LinkedHashSet<>(dsByFile.keySet());
    used.addAll(keysByFile.keySet());
    return new ChildKeys(child, List.copyOf(all()), List.copyOf(used), null, findings);
  }

  private Set<Ds> all() {
    Set<Ds> records = new LinkedHashSet<>();
    dsByFile.values().forEach(records::addAll);
    keysByFile.values().forEach(keys -> keys.forEach(key -> records.addAll(dsOf(key))));
    return records;
  }

  private List<Ds> dsOf(Dnskey key) {
    return digests.stream().sorted().map(digest -> DsDigest.of(child, key, digest)).toList();
  }

  private void add(Code code, String text) {
    findings.add(new ChildFinding(code, text));
  }
}
