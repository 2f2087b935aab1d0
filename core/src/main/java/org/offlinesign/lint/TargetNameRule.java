package org.offlinesign.lint;

import java.util.Set;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** The names that records lead to are spelled as somebody may have meant them. */
final class TargetNameRule implements LintRule {
  private static final Set<RecordType> TO_SERVERS =
      Set.of(RecordType.NS, RecordType.MX, RecordType.SRV, RecordType.SVCB, RecordType.HTTPS);

  private static final DnsName ADDRESS_SPACE = DnsName.of("arpa.");
  private static final int ADDRESS_LABELS = 4;

  private final DnsName apex;
  private final boolean reverse;
  private final DoubledOrigin doubled;
  private final Breaches breaches;

  TargetNameRule(DnsName apex, DoubledOrigin doubled, Breaches breaches) {
    this.apex = apex;
    this.reverse = apex.isAtOrBelow(ADDRESS_SPACE);
    this.doubled = doubled;
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (!kind.isInChain()) {
      return;
    }
    for (NodeRrset rrset : node.rrsets()) {
      if (RdataNames.has(RecordType.of(rrset.type()))) {
        for (int i = 0; i < rrset.size(); i++) {
          check(new SourceRecord(node, rrset, i));
        }
      }
    }
  }

  private void check(SourceRecord record) {
    NodeRrset rrset = record.rrset();
    int offset = rrset.typedOffset(record.index());
    int from = offset + RdataNames.offset(record.type());
    int end = offset + rrset.rdataLength(record.index());
    int length = WireNames.lengthAt(rrset.octets(), from, end);
    if (doubled.holds(rrset.octets(), from, length)) {
      DnsName name = WireNames.at(rrset.octets(), from, length);
      breaches.add(LintCode.ORIGIN_DOUBLED, record, doubled.message(name));
    }
    if (TO_SERVERS.contains(record.type())) {
      checkServer(record, from, length);
    }
    if (reverse && record.type().equals(RecordType.PTR)) {
      checkPointer(WireNames.at(rrset.octets(), from, length), record);
    }
  }

  private void checkServer(SourceRecord record, int from, int length) {
    byte[] octets = record.rrset().octets();
    if (beginsWithAddress(octets, from)) {
      checkAddress(WireNames.at(octets, from, length), record);
    }
    if (!HostNames.isHostName(octets, from)) {
      breaches.add(
          LintCode.HOST_NAME,
          record,
          "the "
              + record.type()
              + " record of "
              + record.owner()
              + " leads to "
              + WireNames.at(octets, from, length)
              + ", but host names consist of letters, digits and hyphens");
    }
  }

  private static boolean beginsWithAddress(byte[] octets, int from) {
    int at = from;
    for (int label = 0; label < ADDRESS_LABELS; label++) {
      int end = at + 1 + octets[at];
      if (octets[at] == 0 || octets[at] > 3) {
        return false;
      }
      for (int i = at + 1; i < end; i++) {
        if (octets[i] < '0' || octets[i] > '9') {
          return false;
        }
      }
      at = end;
    }
    return true;
  }

  private void checkAddress(DnsName name, SourceRecord record) {
    DnsName rest = name.suffix(name.labelCount() - ADDRESS_LABELS);
    if (rest.isRoot() || rest.equals(apex)) {
      breaches.add(
          LintCode.TARGET_IS_ADDRESS,
          record,
          "expected the name of a server in the "
              + record.type()
              + " record of "
              + record.owner()
              + " but found the address "
              + name);
    }
  }

  private void checkPointer(DnsName name, SourceRecord record) {
    if (name.isAtOrBelow(apex)) {
      breaches.add(
          LintCode.PTR_IN_REVERSE_ZONE,
          record,
          record.owner() + " leads to " + name + ": is a final dot missing?");
    }
  }
}
