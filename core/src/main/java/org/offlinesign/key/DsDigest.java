package org.offlinesign.key;

import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.wire.WireWriter;

/** Makes the data of DS records (RFC 4034 §5.1.4). */
public final class DsDigest {
  private DsDigest() {}

  /** Returns the DS that points to a key; the digest covers the owner in lower case. */
  public static Ds of(DnsName owner, Dnskey key, DigestType type) {
    WireWriter digested = new WireWriter(owner.wireLength() + key.publicKey().length + 4);
    owner.writeLowerCaseTo(digested);
    key.toRdata().writeTo(digested);
    return new Ds(
        key.keyTag(), key.algorithm(), type.number(), type.digest(digested.toByteArray()));
  }
}
