package org.offlinesign.lint;

import org.jspecify.annotations.Nullable;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/**
 * Counts the names of one kind whose records no server will hand out, and says where the first one
 * is: a file of a Windows server has such names by the hundred (glue outside the zone).
 */
final class UnservedData {
  private final NodeKind kind;
  private final LintCode code;
  private final String what;
  private @Nullable OwnerNode first;
  private long names;

  private UnservedData(NodeKind kind, LintCode code, String what) {
    this.kind = kind;
    this.code = code;
    this.what = what;
  }

  static UnservedData outOfZone() {
    return new UnservedData(NodeKind.OUT_OF_ZONE, LintCode.OUT_OF_ZONE, "outside the zone");
  }

  static UnservedData occluded() {
    return new UnservedData(
        NodeKind.OCCLUDED, LintCode.OCCLUDED, "hidden by a delegation or a DNAME record above");
  }

  /** Looks at the next name. */
  void note(OwnerNode node, NodeKind nodeKind) {
    if (nodeKind == kind) {
      names++;
      if (first == null) {
        first = node;
      }
    }
  }

  /** Reports what was found, if anything was. */
  void finish(Breaches breaches) {
    if (first == null) {
      return;
    }
    String message =
        names == 1
            ? "the records of " + first + " are not served: it is " + what
            : "the records of "
                + names
                + " names are not served: they are "
                + what
                + "; one is "
                + first;
    breaches.add(code, SourceRecord.first(first), message);
  }
}
