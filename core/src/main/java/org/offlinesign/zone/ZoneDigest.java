package org.offlinesign.zone;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.offlinesign.name.AsciiCase;
import org.offlinesign.rdata.Zonemd;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.wire.WireWriter;

/**
 * Digests a zone for its ZONEMD records by the scheme SIMPLE (RFC 8976 §3.3), which signers and
 * verifiers do alike.
 *
 * <p>Takes the names of the finished zone, NSEC3 records and signatures included, in the order of a
 * {@link ZoneCursor}. Holds the largest name seen. Not thread safe.
 */
public final class ZoneDigest {
  private final Map<ZonemdHash, MessageDigest> digests = new EnumMap<>(ZonemdHash.class);
  private final WireWriter records = new WireWriter(4096);
  private final WireWriter owner = new WireWriter(256);

  /** Starts digesting by some algorithms, all in one pass. */
  public ZoneDigest(Collection<ZonemdHash> hashes) {
    hashes.forEach(hash -> digests.put(hash, hash.newDigest()));
  }

  /** Takes the next name; one that is not in the zone counts for nothing (RFC 8976 §3.3.2). */
  public void add(OwnerNode node, NodeKind kind) {
    if (kind == NodeKind.OUT_OF_ZONE) {
      return;
    }
    owner.clear();
    node.writeOwnerTo(owner);
    AsciiCase.lower(owner.array(), 0, owner.length());
    records.clear();
    for (NodeRrset rrset : node.rrsets()) {
      add(rrset, kind == NodeKind.APEX);
    }
    for (MessageDigest digest : digests.values()) {
      digest.update(records.array(), 0, records.length());
    }
  }

  private void add(NodeRrset rrset, boolean atApex) {
    for (int record = 0; record < rrset.size(); record++) {
      if (!atApex || !isOfZonemd(rrset, record)) {
        records.bytes(owner).u16(rrset.type()).u16(rrset.recordClass()).u32(rrset.ttl(record));
        records.u16(rrset.rdataLength(record));
        rrset.writeCanonicalTo(record, records);
      }
    }
  }

  // RFC 8976 §3.3.2: the digest covers neither itself nor its signatures; at another name than the
  // apex a ZONEMD record is data like any other.
  private static boolean isOfZonemd(NodeRrset rrset, int record) {
    int zonemd = RecordType.ZONEMD.code();
    return rrset.type() == zonemd
        || (rrset.type() == RecordType.RRSIG.code() && typeCovered(rrset, record) == zonemd);
  }

  private static int typeCovered(NodeRrset rrsigs, int record) {
    int at = rrsigs.canonicalOffset(record);
    return (rrsigs.octets()[at] & 0xff) << 8 | (rrsigs.octets()[at + 1] & 0xff);
  }

  /** Ends the digesting and returns a record for each algorithm; to be called once. */
  public List<Zonemd> finish(Serial serial) {
    List<Zonemd> zonemds = new ArrayList<>();
    digests.forEach(
        (hash, digest) ->
            zonemds.add(new Zonemd(serial, Zonemd.SIMPLE, hash.number(), digest.digest())));
    return zonemds;
  }
}
