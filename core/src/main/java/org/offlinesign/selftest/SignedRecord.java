package org.offlinesign.selftest;

import java.util.HexFormat;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;

/**
 * A record of class IN with a TTL of an hour, and how long a signature of it is valid.
 *
 * @param rdata in canonical form and hexadecimal digits
 * @param labels how many the signature says that the owner has
 * @param inception in seconds since 1970, as is the expiration
 */
record SignedRecord(
    String owner, RecordType type, String rdata, int labels, long inception, long expiration) {
  private static final int TTL = 3600;
  private static final int IN = 1;

  /** Returns the octets that a key signs (RFC 4034 §3.1.8.1). */
  byte[] signedBy(ZoneKey key) {
    WireWriter data = new WireWriter(256);
    data.u16(type.code()).u8(key.algorithm().number()).u8(labels).u32(TTL);
    data.u32(expiration).u32(inception).u16(key.keyTag());
    key.zone().writeLowerCaseTo(data);
    DnsName.of(owner).writeTo(data);
    byte[] octets = HexFormat.of().parseHex(rdata);
    data.u16(type.code()).u16(IN).u32(TTL).u16(octets.length);
    return data.bytes(octets).toByteArray();
  }
}
