package org.offlinesign.verify;

import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeRrset;

/** The type bitmap that a name's NSEC or NSEC3 record must have. For one thread at a time. */
final class ExpectedTypes {
  private final TypeBitmap types = new TypeBitmap();

  /** Expects the types of a name that the zone answers for, and no others. */
  void expectTypesOf(NodeUnit unit) {
    types.clear();
    for (NodeRrset rrset : unit.node().rrsets()) {
      if (unit.kind().isInBitmap(rrset.type())) {
        types.add(rrset.type());
      }
    }
  }

  /** Expects one type more. */
  void expectAlso(RecordType type) {
    types.add(type.code());
  }

  /** Appends the octets of the bitmap. */
  void writeTo(WireWriter out) {
    types.writeTo(out);
  }
}
