package org.offlinesign.rdata;

import org.offlinesign.name.DnsName;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * The RDATA of an SOA record (RFC 1035 §3.3.13).
 *
 * @param refresh seconds, 0 to 2^32 - 1, as are retry, expire and minimum
 * @param minimum bounds the TTL of negative answers (RFC 2308 §4); it may be larger than any TTL
 */
public record Soa(
    DnsName mname,
    DnsName rname,
    Serial serial,
    long refresh,
    long retry,
    long expire,
    long minimum) {
  private static final long MAX_PERIOD = 0xffffffffL;

  /** Checks the ranges. */
  public Soa {
    checkPeriod("refresh", refresh);
    checkPeriod("retry", retry);
    checkPeriod("expire", expire);
    checkPeriod("minimum", minimum);
  }

  private static void checkPeriod(String name, long seconds) {
    if (seconds < 0 || seconds > MAX_PERIOD) {
      throw new IllegalArgumentException(name + " " + seconds + " is not within 0..4294967295");
    }
  }

  /** Reads the RDATA of an SOA record. */
  public static Soa from(Rdata rdata) throws WireFormatException {
    WireReader in = rdata.reader();
    Soa soa =
        new Soa(
            Views.name(in),
            Views.name(in),
            new Serial(in.u32()),
            in.u32(),
            in.u32(),
            in.u32(),
            in.u32());
    Views.end(in);
    return soa;
  }

  /** Returns the octets, the case of the names kept. */
  public Rdata toRdata() {
    WireWriter out = new WireWriter(mname.wireLength() + rname.wireLength() + 20);
    mname.writeTo(out);
    rname.writeTo(out);
    out.u32(serial.value()).u32(refresh).u32(retry).u32(expire).u32(minimum);
    return Rdata.copyOf(out);
  }

  /**
   * Returns the TTL of NSEC and NSEC3 records: the lesser of the MINIMUM field and the SOA's own
   * TTL (RFC 9077 §3).
   */
  public Ttl denialTtl(Ttl soaTtl) {
    return Ttl.ofSeconds(Math.min(minimum, soaTtl.seconds()));
  }

  /** Returns the same with another serial. */
  public Soa withSerial(Serial newSerial) {
    return new Soa(mname, rname, newSerial, refresh, retry, expire, minimum);
  }
}
