package org.offlinesign.sign;

import java.util.List;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Whether what the apex asks its parent for, in CDS and CDNSKEY records, are keys that it
 * publishes: a parent that took over another would cut the zone off (RFC 7344 §4.1).
 */
final class CdsCheck {
  /** RFC 8078 §4: the algorithm that asks the parent to delete the DS records. */
  private static final int DELETE = 0;

  private final DnsName zone;
  private final List<Dnskey> published;
  private final Warnings warnings;

  CdsCheck(DnsName zone, List<Dnskey> published, Warnings warnings) {
    this.zone = zone;
    this.published = published;
    this.warnings = warnings;
  }

  /** Warns of each record that no key of the zone stands behind. */
  void check(OwnerNode apex) {
    NodeRrset cds = apex.rrset(RecordType.CDS);
    for (int record = 0; cds != null && record < cds.size(); record++) {
      Ds ds = ds(cds.rdata(record));
      if (ds.algorithm() != DELETE && published.stream().noneMatch(key -> pointsTo(ds, key))) {
        warn("CDS", ds.keyTag());
      }
    }
    NodeRrset cdnskey = apex.rrset(RecordType.CDNSKEY);
    for (int record = 0; cdnskey != null && record < cdnskey.size(); record++) {
      Dnskey key = dnskey(cdnskey.rdata(record));
      if (key.algorithm() != DELETE && !published.contains(key)) {
        warn("CDNSKEY", key.keyTag());
      }
    }
  }

  private boolean pointsTo(Ds ds, Dnskey key) {
    return ds.keyTag() == key.keyTag()
        && ds.algorithm() == key.algorithm()
        && DigestType.of(ds.digestType())
            .map(digest -> DsDigest.of(zone, key, digest).equals(ds))
            .orElse(true);
  }

  private void warn(String type, int keyTag) {
    warnings.add(
        Code.CDS_WITHOUT_KEY,
        "the "
            + type
            + " record "
            + keyTag
            + " asks the parent for a key that is not in the zone's DNSKEY RRset (RFC 7344 section"
            + " 4.1)");
  }

  private static Ds ds(Rdata rdata) {
    try {
      return Ds.from(rdata);
    } catch (WireFormatException e) {
      throw new AssertionError("the reader hands on only whole CDS records", e);
    }
  }

  private static Dnskey dnskey(Rdata rdata) {
    try {
      return Dnskey.from(rdata);
    } catch (WireFormatException e) {
      throw new AssertionError("the reader hands on only whole CDNSKEY records", e);
    }
  }
}
