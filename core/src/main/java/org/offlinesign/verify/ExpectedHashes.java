package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;

/**
 * Says of the names of a zone under which hash, and with which types, an NSEC3 record is expected
 * in each chain. For one thread.
 */
final class ExpectedHashes {
  /** The type NSEC may be in the bitmap or not. */
  static final int NSEC_OPTIONAL = 1;

  /** The type RRSIG may be in the bitmap or not. */
  static final int RRSIG_OPTIONAL = 2;

  private final List<Nsec3Chain> chains;
  private final List<Nsec3Hasher> hashers = new ArrayList<>();
  private final ExpectedTypes types = new ExpectedTypes();

  ExpectedHashes(List<Nsec3Chain> chains) {
    this.chains = chains;
    chains.forEach(chain -> hashers.add(chain.newHasher()));
  }

  /** Adds a name with a place in the chains. */
  void add(NodeUnit unit, Nsec3Entries entries) {
    OwnerNode node = unit.node();
    Subject place = Subject.missing(node, RecordType.NSEC3);
    HashedNameKind kind = kindOf(node, unit.kind());
    types.expectTypesOf(unit);
    // RFC 5155 §7.1: all types at the name. Where something is signed, that includes RRSIG.
    if (kind != HashedNameKind.INSECURE_DELEGATION) {
      types.expectAlso(RecordType.RRSIG);
    }
    int optional = optionalTypes(node, kind);
    for (int i = 0; i < chains.size(); i++) {
      begin(i, node.octets(), node.ownerOffset(), node.ownerLength(), entries);
      writeFields(kind, optional, place, entries);
      entries.octets().u8(node.ownerLength());
      node.writeOwnerTo(entries.octets());
      types.writeTo(entries.octets());
      entries.end();
    }
  }

  /** Says what a name with a place in the chains is to them. */
  static HashedNameKind kindOf(OwnerNode node, NodeKind kind) {
    if (kind != NodeKind.DELEGATION) {
      return HashedNameKind.AUTHORITATIVE;
    }
    return node.has(RecordType.DS)
        ? HashedNameKind.SECURE_DELEGATION
        : HashedNameKind.INSECURE_DELEGATION;
  }

  // RFC 5155 §10.4: while a zone goes from one chain to the other, NSEC records come and go, and
  // the makers of NSEC3 records differ in whether they count them.
  private static int optionalTypes(OwnerNode node, HashedNameKind kind) {
    if (!node.has(RecordType.NSEC)) {
      return 0;
    }
    return kind == HashedNameKind.INSECURE_DELEGATION
        ? NSEC_OPTIONAL | RRSIG_OPTIONAL
        : NSEC_OPTIONAL;
  }

  /** Adds an empty non-terminal. */
  void add(EmptyNonTerminal empty, Nsec3Entries entries) {
    DnsName name = empty.name();
    byte[] wire = name.toWire();
    for (int i = 0; i < chains.size(); i++) {
      begin(i, wire, 0, wire.length, entries);
      writeFields(empty.kind(), 0, empty.beside(), entries);
      entries.octets().u8(wire.length).bytes(wire);
      entries.end();
    }
  }

  private void begin(int chain, byte[] wire, int at, int length, Nsec3Entries entries) {
    int hashAt = entries.beginName(chains.get(chain));
    hashers.get(chain).hash(wire, at, length, entries.octets().array(), hashAt);
  }

  private static void writeFields(
      HashedNameKind kind, int optionalTypes, Subject place, Nsec3Entries entries) {
    WireWriter out = entries.octets();
    out.u8(kind.octet()).u8(optionalTypes);
    entries.place(place);
  }
}
