package org.offlinesign.zone;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.ZoneFileException;

/** Says of a file without the SOA record of a zone which other zone it may be of. */
public final class MissingSoa {
  private final DnsName zone;
  private @Nullable DnsName outside;

  /** Creates a note on the zone with a name. */
  public MissingSoa(DnsName zone) {
    this.zone = zone;
  }

  /** Takes note of a record that lies outside the zone. */
  public void noteOutside(RecordBuffer record) {
    if (outside == null && record.type() == RecordType.SOA.code()) {
      outside = record.toRecord().owner();
    }
  }

  /** Takes note of a name that lies outside the zone. */
  public void noteOutside(OwnerNode node) {
    if (node.has(RecordType.SOA)) {
      noteOutside(node.owner());
    }
  }

  /** Takes note of the owner of an SOA record that lies outside the zone. */
  public void noteOutside(DnsName owner) {
    if (outside == null) {
      outside = owner;
    }
  }

  /** Returns the end of a message: of which other zone there is one, or nothing. */
  public String hint() {
    return outside == null ? "" : "; the SOA record here is that of the zone " + outside;
  }

  /** Returns the failure. */
  public ZoneFileException in(String file) {
    return new ZoneFileException(
        List.of(
            Diagnostic.of(
                Place.of(file),
                LintCode.SOA_MISSING,
                "the zone " + zone + " has no SOA record" + hint())));
  }
}
