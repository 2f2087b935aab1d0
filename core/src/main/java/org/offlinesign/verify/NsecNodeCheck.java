package org.offlinesign.verify;

import java.util.Set;
import org.offlinesign.name.AsciiCase;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Checks the NSEC record of a name, and that of the name before it for where it leads. */
final class NsecNodeCheck implements NodeCheck {
  private final DenialTtlCheck ttl;
  private final ExpectedTypes types = new ExpectedTypes();
  private final WireWriter expected = new WireWriter(64);

  NsecNodeCheck(DenialTtlCheck ttl) {
    this.ttl = ttl;
  }

  @Override
  public void check(NodeUnit unit, NodeOutcome outcome) {
    Findings findings = outcome.findings();
    OwnerNode node = unit.node();
    if (unit.predecessor() != null) {
      checkLink(unit.predecessor(), node, findings);
    }
    NodeRrset nsec = node.rrset(RecordType.NSEC);
    boolean belongs = unit.isInChain();
    if (nsec != null && belongs) {
      checkSingle(node, nsec, findings);
      ttl.check(node, nsec, findings);
      checkBitmap(unit, nsec, findings);
    } else if (nsec != null) {
      findings.add(
          FindingCode.NSEC_UNEXPECTED,
          Subject.of(node, nsec),
          "expected no NSEC record here: this name has no place in the chain");
    } else if (belongs) {
      findings.add(
          FindingCode.NSEC_MISSING,
          Subject.missing(node, RecordType.NSEC),
          "expected an NSEC record at this name but found none");
    }
  }

  private static void checkSingle(OwnerNode node, NodeRrset nsec, Findings findings) {
    if (nsec.size() > 1) {
      findings.add(
          FindingCode.NSEC_NOT_SINGLE,
          Subject.of(node, nsec, 1),
          "expected one NSEC record at this name but found " + nsec.size());
    }
  }

  private void checkBitmap(NodeUnit unit, NodeRrset nsec, Findings findings) {
    types.expectTypesOf(unit);
    // RFC 4034 §4.1.2: the NSEC record counts itself and the signature that it must have.
    types.expectAlso(RecordType.RRSIG);
    types.expectAlso(RecordType.NSEC);
    expected.clear();
    types.writeTo(expected);
    BitmapCheck bitmap = new BitmapCheck(FindingCode.NSEC_BITMAP, findings);
    BitmapCheck.Expected exactly = new BitmapCheck.Expected(octets(expected), optional(unit), null);
    for (int record = 0; record < nsec.size(); record++) {
      int end = nsec.canonicalOffset(record) + nsec.rdataLength(record);
      int from = nsec.canonicalOffset(record) + nextNameLength(nsec, record);
      bitmap.check(
          new BitmapOctets(nsec.octets(), from, end),
          exactly,
          Subject.of(unit.node(), nsec, record));
    }
  }

  private static BitmapOctets octets(WireWriter written) {
    return new BitmapOctets(written.array(), 0, written.length());
  }

  // A name may look like a hash; whether the NSEC3 record there counts, no standard says.
  private static Set<RecordType> optional(NodeUnit unit) {
    return unit.node().has(RecordType.NSEC3) ? Set.of(RecordType.NSEC3) : Set.of();
  }

  /** Reports if a name's NSEC record, where it has one, does not lead to another name. */
  static void checkLink(OwnerNode from, OwnerNode to, Findings findings) {
    NodeRrset nsec = from.rrset(RecordType.NSEC);
    if (nsec == null) {
      return;
    }
    for (int record = 0; record < nsec.size(); record++) {
      if (!leadsTo(nsec, record, to)) {
        findings.add(
            FindingCode.NSEC_NEXT,
            Subject.of(from, nsec, record),
            "expected " + to + " as the next name but found " + nextName(nsec, record));
      }
    }
  }

  private static boolean leadsTo(NodeRrset nsec, int record, OwnerNode to) {
    int length = nextNameLength(nsec, record);
    if (length != to.ownerLength()) {
      return false;
    }
    byte[] found = nsec.octets();
    int at = nsec.canonicalOffset(record);
    // RFC 6840 §5.1: the next name keeps its case, which says nothing about which name it is.
    for (int i = 0; i < length; i++) {
      byte expected = to.octets()[to.ownerOffset() + i];
      if (AsciiCase.lower(found[at + i]) != AsciiCase.lower(expected)) {
        return false;
      }
    }
    return true;
  }

  private static int nextNameLength(NodeRrset nsec, int record) {
    int at = nsec.canonicalOffset(record);
    try {
      return DnsName.wireLengthAt(nsec.octets(), at, at + nsec.rdataLength(record));
    } catch (NameSyntaxException e) {
      throw new AssertionError("the reader has checked the NSEC record", e);
    }
  }

  private static String nextName(NodeRrset nsec, int record) {
    WireWriter text = new WireWriter(DnsName.MAX_WIRE_LENGTH);
    DnsName.writeText(nsec.octets(), nsec.canonicalOffset(record), text);
    return text.toString();
  }
}
