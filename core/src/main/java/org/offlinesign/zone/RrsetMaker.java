package org.offlinesign.zone;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireWriter;

/** Makes RRsets that stand in no file: DNSKEY, DS, NSEC and the like. */
public final class RrsetMaker {
  private final RecordClass recordClass;

  /** Creates a maker of RRsets of one class. */
  public RrsetMaker(RecordClass recordClass) {
    this.recordClass = recordClass;
  }

  /** Returns an RRset of some records, at least one, in canonical order without duplicates. */
  public NodeRrset of(RecordType type, Ttl ttl, Collection<Rdata> records) {
    if (records.isEmpty()) {
      throw new IllegalArgumentException("an RRset of type " + type + " without records");
    }
    // Of records whose canonical form is the same, the first is kept (RFC 4034 §6.3).
    Map<Rdata, Rdata> typedByCanonical = new TreeMap<>();
    for (Rdata typed : records) {
      typedByCanonical.putIfAbsent(canonical(type, typed), typed);
    }
    WireWriter octets = new WireWriter(256);
    int[] fields = new int[typedByCanonical.size() * RecordFields.WIDTH];
    int record = 0;
    for (Map.Entry<Rdata, Rdata> entry : typedByCanonical.entrySet()) {
      int canonicalAt = octets.length();
      entry.getKey().writeTo(octets);
      int typedAt = octets.length();
      entry.getValue().writeTo(octets);
      int length = octets.length() - typedAt;
      RecordFields.set(fields, record, ttl.seconds(), recordClass.code());
      RecordFields.place(fields, record, canonicalAt, typedAt, length);
      record++;
    }
    return new NodeRrset(octets.toByteArray(), fields, 0, record, type.code());
  }

  private static Rdata canonical(RecordType type, Rdata typed) {
    RdataSchema schema = RdataSchema.of(type);
    if (!schema.lowersNames()) {
      return typed;
    }
    byte[] octets = typed.toByteArray();
    WireWriter out = new WireWriter(octets.length);
    schema.canonicalize(octets, 0, octets.length, out);
    return Rdata.copyOf(out);
  }

  /** Returns an RRset of one record whose RDATA is canonical as it stands. */
  public NodeRrset of(RecordType type, Ttl ttl, WireWriter rdata) {
    int[] fields = new int[RecordFields.WIDTH];
    RecordFields.set(fields, 0, ttl.seconds(), recordClass.code());
    RecordFields.place(fields, 0, 0, 0, rdata.length());
    return new NodeRrset(rdata.toByteArray(), fields, 0, 1, type.code());
  }
}
