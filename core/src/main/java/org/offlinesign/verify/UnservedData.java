package org.offlinesign.verify;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

/**
 * Counts the names of one kind whose records no server will hand out, and says where the first one
 * is: a file of a Windows server has such names by the hundred (glue outside the zone).
 */
final class UnservedData {
  private final NodeKind kind;
  private final String code;
  private final String what;
  private @Nullable OwnerNode first;
  private long names;

  private UnservedData(NodeKind kind, String code, String what) {
    this.kind = kind;
    this.code = code;
    this.what = what;
  }

  static UnservedData outOfZone() {
    return new UnservedData(NodeKind.OUT_OF_ZONE, "out-of-zone", "outside the zone");
  }

  static UnservedData occluded() {
    return new UnservedData(
        NodeKind.OCCLUDED, "occluded", "hidden by a delegation or a DNAME record above");
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
  void finish(List<String> files, Consumer<Diagnostic> findings) {
    if (first == null) {
      return;
    }
    NodeRrset rrset = first.rrsets().get(0);
    Place place = new Place(files.get(rrset.file(0)), rrset.line(0), rrset.column(0));
    String message =
        names == 1
            ? "the records of " + first + " are not served: it is " + what
            : "the records of "
                + names
                + " names are not served: they are "
                + what
                + "; one is "
                + first;
    findings.accept(Diagnostic.of(place, Severity.WARNING, code, message));
  }
}
