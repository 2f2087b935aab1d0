package org.offlinesign.zone;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

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
  private final List<String> files;
  private final Consumer<Diagnostic> findings;
  private boolean apexSeen;
  private @Nullable DnsName soaOutside;

  /**
   * Creates rules for a zone.
   *
   * @param files the names of the files, by the index that records carry
   * @param findings is told of every breach
   */
  public NodeRules(DnsName apex, List<String> files, Consumer<Diagnostic> findings) {
    this.apex = apex;
    this.files = List.copyOf(files);
    this.findings = findings;
  }

  /** Holds the next name to the rules. */
  public void check(OwnerNode node, NodeKind kind) {
    if (kind == NodeKind.OUT_OF_ZONE) {
      if (node.has(RecordType.SOA)) {
        noteSoaOutside(node.owner());
      }
      return;
    }
    if (kind == NodeKind.APEX) {
      apexSeen = true;
      checkApex(node);
    } else {
      checkBelowApex(node, kind);
    }
    checkCname(node);
    checkSingleton(node, RecordType.DNAME, "RFC 6672 section 2.4");
    checkTtls(node);
  }

  /** Remembers of which other zone the files have the SOA record: that one may be meant. */
  public void noteSoaOutside(DnsName owner) {
    if (soaOutside == null) {
      soaOutside = owner;
    }
  }

  /** Looks, after the last name, for what should have been there. */
  public void finish() {
    if (!apexSeen) {
      missing(
          Severity.ERROR,
          "soa-missing",
          "the zone " + apex + " has no SOA record and no NS record" + otherZone());
    }
  }

  private void checkApex(OwnerNode node) {
    if (node.has(RecordType.SOA)) {
      checkSingleton(node, RecordType.SOA, "RFC 1035 section 5.2");
    } else {
      missing(
          Severity.ERROR, "soa-missing", "the zone " + apex + " has no SOA record" + otherZone());
    }
    if (!node.has(RecordType.NS)) {
      // Some servers load such a zone, and resolvers that know its address use it.
      missing(
          Severity.WARNING,
          "ns-missing",
          "the zone "
              + apex
              + " has no NS record, and most name servers will not load it (RFC 1034 4.2.1)");
    }
  }

  private String otherZone() {
    return soaOutside == null
        ? ""
        : "; the SOA record here is that of "
            + soaOutside
            + ": is --zone "
            + soaOutside
            + " meant?";
  }

  private void checkBelowApex(OwnerNode node, NodeKind kind) {
    NodeRrset soa = node.rrset(RecordType.SOA);
    if (soa != null) {
      error(soa, "soa-below-apex", node + " has an SOA record, but the zone begins at " + apex);
    }
    NodeRrset dname = node.rrset(RecordType.DNAME);
    if (dname != null && kind == NodeKind.DELEGATION) {
      error(dname, "dname-at-cut", node + " has a DNAME and NS records (RFC 6672 section 2.3)");
    }
    NodeRrset ds = node.rrset(RecordType.DS);
    if (ds != null && kind == NodeKind.AUTHORITATIVE) {
      warning(ds, "ds-without-ns", node + " has a DS but no NS record, so it delegates nothing");
    }
  }

  private void checkCname(OwnerNode node) {
    NodeRrset cname = node.rrset(RecordType.CNAME);
    if (cname == null) {
      return;
    }
    checkSingleton(node, RecordType.CNAME, "RFC 2181 section 10.1");
    NodeRrset other = otherThanCname(node);
    if (other != null) {
      error(
          cname,
          "cname-and-other-data",
          node
              + " has a CNAME record, so it can have no "
              + RecordType.of(other.type())
              + " record (the first is at "
              + place(other, 0)
              + "; RFC 1034 section 3.6.2)");
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

  private void checkSingleton(OwnerNode node, RecordType type, String rule) {
    NodeRrset rrset = node.rrset(type);
    if (rrset != null && rrset.size() > 1) {
      error(
          rrset,
          type.toString().toLowerCase(Locale.ROOT) + "-not-alone",
          node + " has " + rrset.size() + " different " + type + " records (" + rule + ")");
    }
  }

  private void checkTtls(OwnerNode node) {
    for (NodeRrset rrset : node.rrsets()) {
      if (rrset.ttlsDiffer()) {
        warning(
            rrset,
            "ttls-differ",
            "the "
                + RecordType.of(rrset.type())
                + " records of "
                + node
                + " have more than one TTL; the lowest, "
                + rrset.ttl()
                + ", is used for all (RFC 2181 section 5.2)");
      }
    }
  }

  private void missing(Severity severity, String code, String message) {
    findings.accept(Diagnostic.of(Place.of(files.get(0)), severity, code, message));
  }

  private void error(NodeRrset rrset, String code, String message) {
    report(rrset, Severity.ERROR, code, message);
  }

  private void warning(NodeRrset rrset, String code, String message) {
    report(rrset, Severity.WARNING, code, message);
  }

  private void report(NodeRrset rrset, Severity severity, String code, String message) {
    findings.accept(Diagnostic.of(place(rrset, rrset.size() - 1), severity, code, message));
  }

  private Place place(NodeRrset rrset, int record) {
    return new Place(files.get(rrset.file(record)), rrset.line(record), rrset.column(record));
  }
}
