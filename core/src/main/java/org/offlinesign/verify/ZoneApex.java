package org.offlinesign.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;

/** The zone's own name with its records, which say how all other names are to be checked. */
record ZoneApex(OwnerNode node) {

  /** Returns the apex; only names outside the zone can come before it. */
  static Optional<ZoneApex> find(SortedZone zone, DnsName name) throws IOException {
    WireWriter writer = new WireWriter(DnsName.MAX_WIRE_LENGTH);
    name.canonicalKey().writeTo(writer);
    byte[] key = writer.toByteArray();
    ZoneCursor cursor = zone.open();
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      int order = Arrays.compareUnsigned(node.octets(), 0, node.keyLength(), key, 0, key.length);
      if (order >= 0) {
        return order == 0 ? Optional.of(new ZoneApex(node)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  boolean has(RecordType type) {
    return node.has(type);
  }

  @Nullable NodeRrset rrset(RecordType type) {
    return node.rrset(type);
  }

  /** Returns the first SOA record; empty without one. */
  Optional<Soa> soa() {
    return Optional.ofNullable(node.rrset(RecordType.SOA)).map(soa -> soa.view(0, Soa::from));
  }

  /** Returns the TTL that NSEC and NSEC3 records must have; empty without a SOA record. */
  OptionalLong denialTtl() {
    NodeRrset rrset = node.rrset(RecordType.SOA);
    Optional<Soa> soa = soa();
    return rrset == null || soa.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(soa.get().denialTtl(new Ttl(rrset.ttl())).seconds());
  }
}
