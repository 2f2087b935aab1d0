package org.offlinesign.sign;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.ZoneCursor;

/**
 * Passes over the names of a zone and takes apart from each the old signatures that may stay. Holds
 * one name. Not thread safe.
 */
final class NameCursor {
  private final ZoneCursor nodes;
  private List<OldSignature> old = List.of();

  NameCursor(ZoneCursor nodes) {
    this.nodes = nodes;
  }

  /** Takes old signatures of NSEC3 records: their owners are no names of the zone. */
  @FunctionalInterface
  interface HashedSink {
    void add(DnsName owner, List<OldSignature> old) throws IOException;
  }

  /** Returns the next name that has other records than signatures; null after the last. */
  @Nullable OwnerNode next(HashedSink hashed) throws IOException {
    for (OwnerNode node = nodes.next(); node != null; node = nodes.next()) {
      NodeRrset rrsigs = node.rrset(RecordType.RRSIG);
      if (rrsigs == null) {
        old = List.of();
        return node;
      }
      List<OldSignature> all = OldSignature.of(rrsigs);
      List<OldSignature> ofNsec3 = all.stream().filter(OldSignature::isOfNsec3).toList();
      if (!ofNsec3.isEmpty()) {
        hashed.add(node.owner(), ofNsec3);
      }
      OwnerNode name = node.without(RecordType.RRSIG);
      if (!name.rrsets().isEmpty()) {
        old = all;
        return name;
      }
    }
    return null;
  }

  /** Returns the old signatures of the name that was returned last. */
  List<OldSignature> old() {
    return old;
  }

  /** Returns how many records were dropped so far because an equal one was there. */
  long duplicates() {
    return nodes.duplicates();
  }
}
