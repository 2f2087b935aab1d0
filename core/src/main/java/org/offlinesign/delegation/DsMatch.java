package org.offlinesign.delegation;

import java.util.Collection;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/** Whether a DS or CDS record is of a key. */
enum DsMatch {
  NO,
  /** Key tag and algorithm are the key's, but the digest is of a kind that is not known here. */
  UNKNOWN,
  YES;

  static DsMatch of(DnsName zone, Ds ds, Dnskey key) {
    if (ds.keyTag() != key.keyTag() || ds.algorithm() != key.algorithm()) {
      return NO;
    }
    return DigestType.of(ds.digestType())
        .map(type -> DsDigest.of(zone, key, type).equals(ds) ? YES : NO)
        .orElse(UNKNOWN);
  }

  /** Says whether a record is none of any of some keys; what cannot be compared may be one. */
  static boolean isOfNone(DnsName zone, Ds ds, Collection<Dnskey> keys) {
    return keys.stream().allMatch(key -> of(zone, ds, key) == NO);
  }

  /** Says whether none of some records is of a key; what cannot be compared may be one. */
  static boolean noneIsOf(DnsName zone, Collection<Ds> records, Dnskey key) {
    return records.stream().allMatch(ds -> of(zone, ds, key) == NO);
  }
}
