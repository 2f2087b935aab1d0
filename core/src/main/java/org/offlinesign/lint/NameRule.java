package org.offlinesign.lint;

import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** Owners are names that somebody may have meant. */
final class NameRule implements LintRule {
  private final DoubledOrigin doubled;
  private final Breaches breaches;
  private final Tally notAscii;

  NameRule(DoubledOrigin doubled, Breaches breaches) {
    this.doubled = doubled;
    this.breaches = breaches;
    this.notAscii = new Tally(LintCode.NOT_ASCII, breaches);
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (kind == NodeKind.OUT_OF_ZONE) {
      return;
    }
    byte[] octets = node.octets();
    int from = node.ownerOffset();
    if (doubled.holds(octets, from, node.ownerLength())) {
      breaches.add(
          LintCode.ORIGIN_DOUBLED, SourceRecord.first(node), doubled.message(node.owner()));
    }
    if (!isAscii(octets, from, from + node.ownerLength())) {
      notAscii.note(SourceRecord.first(node));
    }
    if (hasAsteriskWithin(octets, from)) {
      breaches.add(
          LintCode.ASTERISK_WITHIN,
          SourceRecord.first(node),
          "the asterisk in " + node + " makes no wildcard: it is not the first label");
    }
    checkHost(node);
  }

  private static boolean isAscii(byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      if (octets[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasAsteriskWithin(byte[] octets, int from) {
    for (int at = from; octets[at] != 0; at += 1 + octets[at]) {
      if (at > from && octets[at] == 1 && octets[at + 1] == '*') {
        return true;
      }
    }
    return false;
  }

  private void checkHost(OwnerNode node) {
    NodeRrset hosts = host(node);
    int offset = node.isWildcard() ? 2 : 0;
    if (hosts != null && !HostNames.isHostName(node.octets(), node.ownerOffset() + offset)) {
      SourceRecord record = SourceRecord.first(node, hosts);
      breaches.add(
          LintCode.HOST_NAME,
          record,
          node
              + " has "
              + record.type()
              + " records, but host names consist of letters, digits and hyphens");
    }
  }

  private static @Nullable NodeRrset host(OwnerNode node) {
    NodeRrset address = node.rrset(RecordType.A);
    address = address == null ? node.rrset(RecordType.AAAA) : address;
    return address == null ? node.rrset(RecordType.MX) : address;
  }

  @Override
  public void finish() {
    notAscii.report(
        (names, first) -> {
          DnsName one = first.owner();
          return names == 1
              ? "the name " + one + " is not ASCII; resolvers ask for its form with xn--"
              : names
                  + " names are not ASCII; resolvers ask for their forms with xn--; one is "
                  + one;
        });
  }
}
