package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.Soa;
import org.offlinesign.rdata.Zonemd;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.ZoneDigest;
import org.offlinesign.zone.ZonemdHash;

/**
 * Compares the digests that a zone publishes of itself with those that it has (RFC 8976 §4). That
 * they are signed is seen with all other RRsets.
 *
 * <p>Takes the names in canonical order on the thread that reads the zone, and does nothing where
 * there is no digest to compare with. Holds the largest name seen.
 */
final class ZonemdCheck {
  private final OwnerNode apex;
  private final @Nullable NodeRrset rrset;
  private final Findings findings;

  /** The records to compare with, by their numbers in the RRset. */
  private final List<Candidate> candidates = new ArrayList<>();

  private final @Nullable ZoneDigest digest;

  private record Candidate(int record, Zonemd zonemd, ZonemdHash hash) {}

  ZonemdCheck(ZoneApex apex, Findings findings) {
    this.apex = apex.node();
    this.rrset = apex.rrset(RecordType.ZONEMD);
    this.findings = findings;
    readCandidates(apex.soa().map(Soa::serial));
    Set<ZonemdHash> hashes = EnumSet.noneOf(ZonemdHash.class);
    candidates.forEach(candidate -> hashes.add(candidate.hash()));
    this.digest = hashes.isEmpty() ? null : new ZoneDigest(hashes);
  }

  private void readCandidates(Optional<Serial> serial) {
    if (rrset == null) {
      return;
    }
    List<Zonemd> all = new ArrayList<>();
    for (int record = 0; record < rrset.size(); record++) {
      all.add(rrset.view(record, Zonemd::from));
    }
    for (int record = 0; record < all.size(); record++) {
      Zonemd zonemd = all.get(record);
      Optional<ZonemdHash> hash = ZonemdHash.of(zonemd.hash());
      if (zonemd.scheme() != Zonemd.SIMPLE || hash.isEmpty()) {
        add(
            FindingCode.ZONEMD_UNSUPPORTED,
            record,
            "the scheme " + zonemd.scheme() + " with the hash " + zonemd.hash() + " is not known");
      } else if (isOneOfSeveral(zonemd, all)) {
        add(
            FindingCode.ZONEMD_DUPLICATE,
            record,
            "expected one digest by " + hash.get() + " but found several, none of which counts");
      } else if (serial.isPresent() && !serial.get().equals(zonemd.serial())) {
        add(FindingCode.ZONEMD_SERIAL, record, serialMessage(serial.get(), zonemd.serial()));
      } else {
        candidates.add(new Candidate(record, zonemd, hash.get()));
      }
    }
  }

  private static boolean isOneOfSeveral(Zonemd zonemd, List<Zonemd> all) {
    return all.stream()
            .filter(other -> other.scheme() == zonemd.scheme() && other.hash() == zonemd.hash())
            .count()
        > 1;
  }

  private static String serialMessage(Serial expected, Serial found) {
    return "expected the serial " + expected + " of the SOA record but found " + found;
  }

  /** Takes the next name. */
  void enter(OwnerNode node, NodeKind kind) {
    if (digest != null) {
      digest.add(node, kind);
    }
  }

  /** Reports after the last name. */
  void finish() {
    if (digest == null) {
      return;
    }
    List<Zonemd> made = digest.finish(candidates.get(0).zonemd().serial());
    for (Candidate candidate : candidates) {
      if (!made.contains(candidate.zonemd())) {
        add(
            FindingCode.ZONEMD_MISMATCH,
            candidate.record(),
            "the digest by " + candidate.hash() + " is not that of the zone");
      }
    }
  }

  private void add(FindingCode code, int record, String message) {
    if (rrset != null) {
      findings.add(code, Subject.of(apex, rrset, record), message);
    }
  }
}
