package org.offlinesign.rdata;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.Rdata;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The RDATA of a DNSKEY or CDNSKEY record (RFC 4034 §2, RFC 7344 §3.2). Immutable. */
public final class Dnskey {
  /** The flag of keys that sign zones (RFC 4034 §2.1.1). */
  public static final int ZONE_KEY = 0x0100;

  /** The flag of revoked trust anchors (RFC 5011 §2.1). */
  public static final int REVOKE = 0x0080;

  /** The flag of secure entry points, that is of KSKs (RFC 4034 §2.1.1). */
  public static final int SEP = 0x0001;

  /**
   * The most keys of a zone that are looked at: each signature is held against all of them, and
   * each of them against all others. Name servers take no more than 100 records of a type
   * (CVE-2024-1737).
   */
  public static final int MAX_OF_ZONE = 128;

  /** The only protocol (RFC 4034 §2.1.2). */
  public static final int PROTOCOL = 3;

  private static final int RSAMD5 = 1;

  private final int flags;
  private final int protocol;
  private final int algorithm;
  private final byte[] publicKey;

  /** Creates a view that holds a copy of the key. */
  public Dnskey(int flags, int protocol, int algorithm, byte[] publicKey) {
    Views.checkRange("flags", flags, 0xffff);
    Views.checkRange("protocol", protocol, 0xff);
    Views.checkRange("algorithm", algorithm, 0xff);
    this.flags = flags;
    this.protocol = protocol;
    this.algorithm = algorithm;
    this.publicKey = publicKey.clone();
  }

  /** Reads the RDATA of a DNSKEY or CDNSKEY record. */
  public static Dnskey from(Rdata rdata) throws WireFormatException {
    WireReader in = rdata.reader();
    return new Dnskey(in.u16(), in.u8(), in.u8(), in.bytes(in.remaining()));
  }

  /** Returns the octets. */
  public Rdata toRdata() {
    return Rdata.copyOf(wire(flags));
  }

  private WireWriter wire(int someFlags) {
    WireWriter out = new WireWriter(4 + publicKey.length);
    return out.u16(someFlags).u8(protocol).u8(algorithm).bytes(publicKey);
  }

  public int flags() {
    return flags;
  }

  public int protocol() {
    return protocol;
  }

  /** Returns the algorithm's number. */
  public int algorithm() {
    return algorithm;
  }

  /** Returns a copy of the key in the form of its algorithm. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  public boolean isZoneKey() {
    return (flags & ZONE_KEY) != 0;
  }

  public boolean isSep() {
    return (flags & SEP) != 0;
  }

  public boolean isRevoked() {
    return (flags & REVOKE) != 0;
  }

  /** Returns the same key with the REVOKE flag, whose key tag is another (RFC 5011 §2.1). */
  public Dnskey revoked() {
    return new Dnskey(flags | REVOKE, protocol, algorithm, publicKey);
  }

  /** Returns the key tag (RFC 4034 App. B). */
  public int keyTag() {
    return keyTag(wire(flags));
  }

  /** Returns the key tag that the key has once it is revoked. */
  public int revokedKeyTag() {
    return keyTag(wire(flags | REVOKE));
  }

  private int keyTag(WireWriter rdata) {
    byte[] octets = rdata.array();
    int length = rdata.length();
    // RFC 4034 App. B.1: of algorithm 1, the last 16 but 8 bits of the modulus.
    if (algorithm == RSAMD5 && publicKey.length >= 3) {
      return (octets[length - 3] & 0xff) << 8 | (octets[length - 2] & 0xff);
    }
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (i & 1) == 0 ? (octets[i] & 0xff) << 8 : octets[i] & 0xff;
    }
    return (sum + (sum >> 16 & 0xffff)) & 0xffff;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dnskey that
        && flags == that.flags
        && protocol == that.protocol
        && algorithm == that.algorithm
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey) * 31 + flags;
  }

  /** Returns the RDATA as it stands in a master file. */
  @Override
  public String toString() {
    return RdataSchema.of(48).toText(toRdata());
  }
}
