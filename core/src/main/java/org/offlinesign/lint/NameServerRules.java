package org.offlinesign.lint;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

/**
 * Looks for the addresses of the name servers that a zone names within itself.
 *
 * <p>The names of the servers are sorted like the zone, so that one pass over both finds them:
 * beside the sort budget it holds the wildcards above the present name. Not thread safe.
 */
final class NameServerRules implements AutoCloseable {
  private final DnsName apex;
  private final List<String> files;
  private final Consumer<Diagnostic> findings;
  private final ZoneSorter targets;
  private final RecordBuffer target = new RecordBuffer();

  NameServerRules(
      DnsName apex, List<String> files, SortBudget budget, Consumer<Diagnostic> findings) {
    this.apex = apex;
    this.files = files;
    this.findings = findings;
    this.targets = new ZoneSorter(budget);
  }

  /** Notes the servers that a name has, if it is the apex or a delegation. */
  void note(OwnerNode node, NodeKind kind) throws IOException {
    NodeRrset servers = node.rrset(RecordType.NS);
    if (servers == null || (kind != NodeKind.APEX && kind != NodeKind.DELEGATION)) {
      return;
    }
    for (int i = 0; i < servers.size(); i++) {
      target.owner().clear();
      target.owner().bytes(servers.octets(), servers.typedOffset(i), servers.rdataLength(i));
      // The data of an NS record turned round: from the server to the zone it serves.
      target.rdata().clear();
      node.writeOwnerTo(target.rdata());
      target.set(RecordType.NS.code(), servers.recordClass(), 0);
      target.setPlace(servers.file(i), servers.line(i), servers.column(i));
      targets.accept(target);
    }
  }

  /** Passes over the zone again and reports each server that it gives no address for. */
  void finish(SortedZone zone) throws IOException {
    try (SortedZone sorted = targets.finish()) {
      ZoneCursor servers = sorted.open();
      ServerWalk walk = new ServerWalk(apex, zone.open());
      for (OwnerNode server = servers.next(); server != null; server = servers.next()) {
        if (server.owner().isAtOrBelow(apex)) {
          walk.to(server);
          judge(server, walk);
        }
      }
    }
  }

  private void judge(OwnerNode server, ServerWalk walk) {
    if (walk.isAlias(server)) {
      report(server, LintCode.NS_IS_CNAME, "is an alias (CNAME), which a name server must not be");
    } else if (walk.isBelowDname(server)) {
      report(server, LintCode.NS_BELOW_DNAME, "is below a DNAME record, so it has no address");
    } else if (walk.isAtOrBelowCut(server)) {
      reportMissingGlue(server, walk);
    } else if (!walk.hasAddress(server)) {
      report(server, LintCode.NS_WITHOUT_ADDRESS, "has no A or AAAA record");
    }
  }

  /** RFC 1034 §4.2.1: of the servers below a cut only those of the very child need glue. */
  private void reportMissingGlue(OwnerNode server, ServerWalk walk) {
    NodeRrset served = served(server);
    for (int i = 0; i < served.size() && !walk.hasAddress(server); i++) {
      DnsName child = zone(served, i);
      if (!child.equals(apex) && server.owner().isAtOrBelow(child)) {
        report(server, i, LintCode.GLUE_MISSING, "has no A or AAAA record here");
      }
    }
  }

  private void report(OwnerNode server, LintCode code, String problem) {
    for (int i = 0; i < served(server).size(); i++) {
      report(server, i, code, problem);
    }
  }

  private void report(OwnerNode server, int record, LintCode code, String problem) {
    NodeRrset served = served(server);
    DnsName zone = zone(served, record);
    // Without servers of its own no zone can be reached; a lame child hurts that child alone. In
    // the root zone no dot can be missing, and excerpts of it lack the addresses on purpose.
    boolean fatal = zone.equals(apex) && !apex.isRoot();
    Place place =
        new Place(files.get(served.file(record)), served.line(record), served.column(record));
    String message = server + ", a name server of " + zone + ", " + problem;
    findings.accept(
        Diagnostic.of(place, code, message)
            .about(zone, RecordType.NS)
            .as(fatal ? Severity.ERROR : Severity.WARNING));
  }

  private static NodeRrset served(OwnerNode server) {
    NodeRrset served = server.rrset(RecordType.NS);
    if (served == null) {
      throw new AssertionError("only NS records were sorted");
    }
    return served;
  }

  private static DnsName zone(NodeRrset served, int record) {
    try {
      return DnsName.fromWire(
          served.octets(), served.typedOffset(record), served.rdataLength(record));
    } catch (NameSyntaxException e) {
      throw new AssertionError("an owner is a name", e);
    }
  }

  @Override
  public void close() throws IOException {
    targets.close();
  }
}
