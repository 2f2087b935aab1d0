package org.offlinesign.sign;

import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** What is to be said of a name that is signed, or left unsigned, all the same. */
final class NodeNotes {
  private final Warnings warnings;
  private final boolean digests;
  private final ZoneFaults places;

  NodeNotes(SigningContext context, ZoneFaults places) {
    this.warnings = context.warnings();
    this.digests = !context.request().apexChanges().zonemd().isEmpty();
    this.places = places;
  }

  /** Looks at a name. */
  void look(OwnerNode node, NodeKind kind) {
    if (kind == NodeKind.APEX) {
      lookForZonemd(node.rrset(RecordType.ZONEMD));
    }
    for (NodeRrset rrset : node.rrsets()) {
      if (kind == NodeKind.DELEGATION && isOccludedAtCut(rrset.type())) {
        warnings.add(
            Code.OCCLUDED,
            place(rrset)
                + ": the "
                + RecordType.of(rrset.type())
                + " records of "
                + node
                + " stand at a delegation; they stay, unsigned, and no resolver will see them: their"
                + " place is the child's zone");
      }
    }
    if (kind == NodeKind.OCCLUDED) {
      NodeRrset first = node.rrsets().get(0);
      warnings.add(
          Code.OCCLUDED,
          place(first)
              + ": "
              + node
              + " is hidden by a delegation or DNAME above it; its records stay, unsigned, and no"
              + " resolver will see them: take them out, or what hides them");
    }
  }

  private static boolean isOccludedAtCut(int type) {
    return type != RecordType.NS.code()
        && type != RecordType.DS.code()
        && type != RecordType.A.code()
        && type != RecordType.AAAA.code();
  }

  private void lookForZonemd(@Nullable NodeRrset zonemd) {
    if (zonemd == null || digests) {
      return;
    }
    warnings.add(
        Code.STALE_ZONEMD,
        place(zonemd)
            + ": the ZONEMD record is left out, because it no longer fits the zone (RFC 8976"
            + " section 3.1); --zonemd makes it anew");
  }

  private String place(NodeRrset rrset) {
    return places.place(rrset, 0).toString();
  }
}
