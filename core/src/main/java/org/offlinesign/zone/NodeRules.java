package org.offlinesign.zone;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;

/**
 * The rules that the records of a zone must keep among themselves, name by name.
 *
 * <p>A zone that breaks one with an error is served by no name server, so it must not be signed.
 * Takes the names in canonical order; holds nothing of them. Not thread safe.
 */
public final class NodeRules {
  // RFC 4035 §2.5 allows RRSIG, NSEC and KEY beside CNAME; no server allows SIG and NXT any more.
  private static final Set<RecordType> BESIDE_CNAME =
      Set.of(RecordType.CNAME, RecordType.KEY, RecordType.RRSIG, RecordType.NSEC, RecordType.NSEC3);

  private final DnsName apex;
  private final Breaches breaches;
  private boolean apexSeen;
  private final MissingSoa missingSoa;

  /**
   * Creates rules for a zone.
   *
   * @param files the names of the files, by the index that records carry
   * @param findings is told of every breach
   */
  public NodeRules(DnsName apex, List<String> files, Consumer<Diagnostic> findings) {
    this.apex = apex;
    this.missingSoa = new MissingSoa(apex);
    this.breaches = new Breaches(files, findings);
  }

  /** Holds the next name to the rules. */
  public void check(OwnerNode node, NodeKind kind) {
    if (kind == NodeKind.OUT_OF_ZONE) {
      missingSoa.noteOutside(node);
      return;
    }
    if (kind == NodeKind.APEX) {
      apexSeen = true;
      checkApex(node);
    } else {
      checkBelowApex(node, kind);
    }
    checkCname(node);
    checkSingleton(node, RecordType.DNAME, LintCode.DNAME_NOT_ALONE);
    checkTtls(node);
  }

  /** Remembers of which other zone the files have the SOA record: that one may be meant. */
  public void noteSoaOutside(DnsName owner) {
    missingSoa.noteOutside(owner);
  }

  /** Looks, after the last name, for what should have been there. */
  public void finish() {
    if (!apexSeen) {
      missingSoa(" has no SOA record and no NS record");
    }
  }

  private void checkApex(OwnerNode node) {
    if (node.has(RecordType.SOA)) {
      checkSingleton(node, RecordType.SOA, LintCode.SOA_NOT_ALONE);
    } else {
      missingSoa(" has no SOA record");
    }
    if (!node.has(RecordType.NS)) {
      // Some servers load such a zone, and resolvers that know its address use it.
      breaches.addMissing(
          LintCode.NS_MISSING,
          apex,
          RecordType.NS,
          "the zone " + apex + " has no NS record, and most name servers will not load it");
    }
  }

  private void missingSoa(String problem) {
    breaches.addMissing(
        LintCode.SOA_MISSING,
        apex,
        RecordType.SOA,
        "the zone " + apex + problem + missingSoa.hint());
  }

  private void checkBelowApex(OwnerNode node, NodeKind kind) {
    NodeRrset soa = node.rrset(RecordType.SOA);
    if (soa != null) {
      report(
          LintCode.SOA_BELOW_APEX,
          node,
          soa,
          node + " has an SOA record, but the zone begins at " + apex);
    }
    NodeRrset dname = node.rrset(RecordType.DNAME);
    if (dname != null && kind == NodeKind.DELEGATION) {
      report(LintCode.DNAME_AT_CUT, node, dname, node + " has a DNAME and NS records");
    }
    NodeRrset ds = node.rrset(RecordType.DS);
    if (ds != null && kind == NodeKind.AUTHORITATIVE) {
      report(
          LintCode.DS_WITHOUT_NS,
          node,
          ds,
          node + " has a DS but no NS record, so it delegates nothing");
    }
  }

  private void checkCname(OwnerNode node) {
    NodeRrset cname = node.rrset(RecordType.CNAME);
    if (cname == null) {
      return;
    }
    checkSingleton(node, RecordType.CNAME, LintCode.CNAME_NOT_ALONE);
    NodeRrset other = otherThanCname(node);
    if (other != null) {
      SourceRecord first = SourceRecord.first(node, other);
      report(
          LintCode.CNAME_AND_OTHER_DATA,
          node,
          cname,
          node
              + " has a CNAME record, so it can have no "
              + first.type()
              + " record (the first is at "
              + breaches.place(first)
              + ")");
    }
  }

  private static @Nullable NodeRrset otherThanCname(OwnerNode node) {
    for (NodeRrset rrset : node.rrsets()) {
      if (!BESIDE_CNAME.contains(RecordType.of(rrset.type()))) {
        return rrset;
      }
    }
    return null;
  }

  private void checkSingleton(OwnerNode node, RecordType type, LintCode code) {
    NodeRrset rrset = node.rrset(type);
    if (rrset != null && rrset.size() > 1) {
      report(code, node, rrset, node + " has " + rrset.size() + " different " + type + " records");
    }
  }

  private void checkTtls(OwnerNode node) {
    for (NodeRrset rrset : node.rrsets()) {
      if (rrset.ttlsDiffer()) {
        report(
            LintCode.TTLS_DIFFER,
            node,
            rrset,
            "the "
                + RecordType.of(rrset.type())
                + " records of "
                + node
                + " have more than one TTL; the lowest, "
                + rrset.ttl()
                + ", is used for all");
      }
    }
  }

  private void report(LintCode code, OwnerNode node, NodeRrset rrset, String message) {
    breaches.add(code, SourceRecord.last(node, rrset), message);
  }
}
