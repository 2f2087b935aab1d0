package org.offlinesign.verify;

import org.jspecify.annotations.Nullable;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.Base32Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Checks what can be said of the NSEC3 records at a name by themselves, and hands those of the
 * zone's chains on to be compared with the names. For one thread.
 */
final class Nsec3RecordCheck {
  private final Nsec3Publication publication;
  private final int apexKeyLength;
  private final DenialTtlCheck ttl;
  private final WireWriter hash = new WireWriter(Nsec3Hasher.HASH_OCTETS);

  Nsec3RecordCheck(Nsec3Publication publication, ZoneApex apex) {
    this.publication = publication;
    this.apexKeyLength = apex.node().keyLength();
    this.ttl = new DenialTtlCheck(FindingCode.NSEC3_TTL, apex);
  }

  /** Checks the NSEC3 records at a name, if there are any. */
  void check(NodeUnit unit, NodeOutcome outcome) {
    NodeRrset nsec3 = unit.node().rrset(RecordType.NSEC3);
    if (nsec3 == null || unit.kind() == NodeKind.OUT_OF_ZONE) {
      return;
    }
    if (isDirectlyBelowApex(unit.node())) {
      ttl.check(unit.node(), nsec3, outcome.findings());
      for (int record = 0; record < nsec3.size(); record++) {
        check(unit.node(), nsec3, record, outcome);
      }
    } else {
      outcome
          .findings()
          .add(
              FindingCode.NSEC3_NOT_BELOW_APEX,
              Subject.of(unit.node(), nsec3),
              "expected NSEC3 records directly below the apex of the zone only");
    }
  }

  private boolean isDirectlyBelowApex(OwnerNode node) {
    int at = apexKeyLength;
    while (at < node.keyLength() && node.octets()[at] != 0) {
      at++;
    }
    return at == node.keyLength() - 1;
  }

  private void check(OwnerNode node, NodeRrset nsec3, int record, NodeOutcome outcome) {
    Nsec3Fields fields = new Nsec3Fields(nsec3, record);
    Subject subject = Subject.of(node, nsec3, record);
    Nsec3Chain chain = publication.chainOf(fields);
    if (chain != null) {
      checkFields(fields, subject, outcome.findings());
      if (decodeOwner(node, subject, outcome.findings())) {
        addTo(outcome.hashes(), chain, fields, subject);
      }
    } else if (!publication.isOfIgnored(fields)) {
      outcome
          .findings()
          .add(
              FindingCode.NSEC3_UNPUBLISHED,
              subject,
              "no NSEC3PARAM record names the parameters of this record, so no server uses it");
    }
  }

  private static void checkFields(Nsec3Fields fields, Subject subject, Findings findings) {
    if (!fields.hasKnownFlags()) {
      findings.add(
          FindingCode.NSEC3_FLAGS,
          subject,
          "expected the flags 0 or 1 but found "
              + fields.flags()
              + ", for which validators ignore the record");
    }
    if (fields.nextLength() != Nsec3Hasher.HASH_OCTETS) {
      findings.add(
          FindingCode.NSEC3_NEXT,
          subject,
          "expected a next hash of "
              + Nsec3Hasher.HASH_OCTETS
              + " octets but found "
              + fields.nextLength());
    }
  }

  /** Reads the hash from the first label of an owner; reports and returns false if it is none. */
  private boolean decodeOwner(OwnerNode node, Subject subject, Findings findings) {
    String fault = ownerFault(node);
    if (fault != null) {
      findings.add(FindingCode.NSEC3_OWNER, subject, fault);
    }
    return fault == null;
  }

  private @Nullable String ownerFault(OwnerNode node) {
    int length = node.octets()[node.ownerOffset()] & 0xff;
    if (length != Nsec3Hasher.LABEL_OCTETS) {
      return "expected a hash of "
          + Nsec3Hasher.LABEL_OCTETS
          + " characters as the first label but found "
          + length;
    }
    hash.clear();
    try {
      Base32Hex.decode(node.octets(), node.ownerOffset() + 1, length, hash);
      return null;
    } catch (WireFormatException e) {
      return "the first label is no hash: " + e.getMessage();
    }
  }

  private void addTo(Nsec3Entries entries, Nsec3Chain chain, Nsec3Fields fields, Subject subject) {
    entries.beginRecord(chain, hash.toByteArray());
    WireWriter out = entries.octets();
    out.u8(fields.flags());
    entries.place(subject);
    out.u8(fields.nextLength());
    out.bytes(fields.octets(), fields.nextAt(), fields.end() - fields.nextAt());
    entries.end();
  }
}
