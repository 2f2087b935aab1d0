package org.offlinesign.key;

import org.offlinesign.rdata.Dnskey;

/** What a key is meant for, as its SEP flag says (RFC 4034 §2.1.1, RFC 6781 §3.1). */
public enum KeyRole {
  /** Signs the DNSKEY RRset; the parent's DS record points to it. */
  KSK(Dnskey.ZONE_KEY | Dnskey.SEP),
  /** Signs every authoritative RRset. */
  ZSK(Dnskey.ZONE_KEY);

  private final int flags;

  KeyRole(int flags) {
    this.flags = flags;
  }

  /** Returns the role that the flags field of a DNSKEY record says. */
  public static KeyRole ofFlags(int flags) {
    return (flags & Dnskey.SEP) != 0 ? KSK : ZSK;
  }

  /** Returns the flags field of a DNSKEY record for a key in this role. */
  public int flags() {
    return flags;
  }
}
