package org.offlinesign.sign;

import java.util.List;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.OwnerNode;

/**
 * The apex as it is signed: new serial, new DNSKEY RRset.
 *
 * @param old signatures of the input that may stay
 * @param soa the SOA with its new serial
 * @param serialBefore the serial of the zone that was read
 */
record SignedApex(
    OwnerNode node,
    List<OldSignature> old,
    Soa soa,
    Ttl soaTtl,
    Serial serialBefore,
    List<Dnskey> keys,
    Ttl dnskeyTtl) {
  /** Returns the TTL of the chain's records (RFC 9077 §3). */
  Ttl denialTtl() {
    return soa.denialTtl(soaTtl);
  }
}
