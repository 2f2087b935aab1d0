package org.offlinesign.sign;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.zone.ZonemdHash;

/**
 * What a signing tells others of the zone, in records at its apex.
 *
 * @param cds what becomes of CDS records
 * @param cdnskey what becomes of CDNSKEY records
 * @param zonemd the hashes of the ZONEMD records; empty for none, as a digest of the zone that was
 *     read says nothing true of the signed one (RFC 8976 §3.1)
 * @param signalled the keys that published CDS and CDNSKEY records ask for, in the zone or not yet;
 *     null for all KSKs of the zone
 */
public record ApexChanges(
    ChildSignal cds,
    ChildSignal cdnskey,
    Set<ZonemdHash> zonemd,
    @Nullable List<Dnskey> signalled) {
  /** CDS and CDNSKEY records stay, and there are no ZONEMD records. */
  public static final ApexChanges NONE =
      new ApexChanges(ChildSignal.KEEP, ChildSignal.KEEP, Set.of());

  /** Refuses to ask the parent for two things at once (RFC 7344 §4). */
  public ApexChanges {
    if (contradict(cds, cdnskey) || contradict(cdnskey, cds)) {
      throw new IllegalArgumentException("CDS records to " + cds + " and CDNSKEY to " + cdnskey);
    }
    zonemd = Set.copyOf(zonemd);
    signalled = signalled == null ? null : List.copyOf(signalled);
  }

  /** Creates changes by which CDS and CDNSKEY records, if any, ask for all KSKs of the zone. */
  public ApexChanges(ChildSignal cds, ChildSignal cdnskey, Set<ZonemdHash> zonemd) {
    this(cds, cdnskey, zonemd, null);
  }

  private static boolean contradict(ChildSignal one, ChildSignal other) {
    return one == ChildSignal.PUBLISH && other == ChildSignal.DELETE;
  }
}
