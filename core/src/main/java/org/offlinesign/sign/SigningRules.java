package org.offlinesign.sign;

import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.NodeRules;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Severity;

/** What a zone must be so that it can be signed: the rules of all zones, and some of DNSSEC. */
final class SigningRules {
  private final DnsName zone;
  private final Denial denial;
  private final SigningRequest request;
  private final NodeRules rules;
  private final ZoneFaults faults;
  private final Warnings warnings;

  SigningRules(SigningContext context, ZoneFaults faults) {
    this.zone = context.zone();
    this.denial = context.request().denial();
    this.request = context.request();
    this.faults = faults;
    this.warnings = context.warnings();
    this.rules = new NodeRules(zone, faults.files(), this::take);
  }

  private void take(Diagnostic breach) {
    Diagnostic found = breach.citing();
    if (found.severity() == Severity.ERROR) {
      faults.add(found);
    } else if (found.code() == LintCode.DS_WITHOUT_NS) {
      // RFC 4035 §2.4: a zone may be read with a DS record that is at no delegation, but not
      // signed.
      faults.add(found.as(Severity.ERROR));
    } else if (found.code() != LintCode.TTLS_DIFFER
        || request.content() == ZoneContent.WHOLE_ZONE) {
      Code code = found.code() == LintCode.TTLS_DIFFER ? Code.TTLS_DIFFER : Code.INPUT;
      warnings.add(code, found.place() + ": " + found.message());
    }
  }

  /** Looks at the next name, its old signatures and chain records having been taken away. */
  void check(OwnerNode node, NodeKind kind) {
    rules.check(node, kind);
    NodeRrset ds = node.rrset(RecordType.DS);
    if (ds != null && kind == NodeKind.APEX) {
      faults.add(
          LintCode.DS_AT_APEX,
          SourceRecord.first(node, ds),
          node + " is the apex and has a DS record, whose place is the parent (RFC 4035 2.4)");
    }
    if (kind == NodeKind.APEX && request.content() != ZoneContent.WHOLE_ZONE) {
      checkNothingToTakeAway(node);
    }
    NodeRrset soa = node.rrset(RecordType.SOA);
    if (soa != null && kind == NodeKind.APEX) {
      refuseWithoutRoom(SourceRecord.first(node, soa));
    }
    NodeRrset dnskey = node.rrset(RecordType.DNSKEY);
    if (dnskey != null && kind == NodeKind.AUTHORITATIVE) {
      faults.add(
          LintCode.DNSKEY_BELOW_APEX,
          SourceRecord.first(node, dnskey),
          node + " has a DNSKEY record, whose place is the apex " + zone + " (RFC 4035 2.1)");
    }
  }

  private void refuseWithoutRoom(SourceRecord soa) {
    if (denial instanceof Nsec3 && !Nsec3Hasher.hasRoomBelow(zone)) {
      faults.add(
          LintCode.NSEC3_APEX_TOO_LONG,
          soa,
          zone
              + " has "
              + zone.wireLength()
              + " octets, so that names with a hash before it would have more than the 255 that a"
              + " name may have; sign with --nsec (/DenialOfExistence NSEC)");
    }
  }

  /** The records that signing makes are included into a zone file that stays as it is. */
  private void checkNothingToTakeAway(OwnerNode apex) {
    NodeRrset zonemd = apex.rrset(RecordType.ZONEMD);
    if (zonemd != null) {
      faults.add(
          LintCode.ZONEMD_STALE,
          SourceRecord.first(apex, zonemd),
          apex + " has a ZONEMD record, which does not fit the signed zone (RFC 8976 3.1)");
    }
    checkStays(apex, RecordType.CDS, request.apexChanges().cds());
    checkStays(apex, RecordType.CDNSKEY, request.apexChanges().cdnskey());
    NodeRrset dnskey = apex.rrset(RecordType.DNSKEY);
    Ttl ttl = request.ttlLimits().dnskey();
    if (dnskey != null && ttl != null && dnskey.ttl() != ttl.seconds()) {
      faults.add(
          LintCode.TTLS_DIFFER,
          SourceRecord.first(apex, dnskey),
          apex + " has DNSKEY records with the TTL " + dnskey.ttl() + ", not " + ttl);
    }
  }

  private void checkStays(OwnerNode apex, RecordType type, ChildSignal signal) {
    NodeRrset present = apex.rrset(type);
    if (present != null && signal != ChildSignal.KEEP) {
      faults.add(
          LintCode.CHILD_SIGNAL_STALE,
          SourceRecord.first(apex, present),
          apex + " has " + type + " records, and others are to be made beside them (RFC 7344 4)");
    }
  }

  /** Remembers of which other zone the input has the SOA record. */
  void noteSoaOutside(DnsName owner) {
    rules.noteSoaOutside(owner);
  }

  /** Looks, after the last name, for what should have been there. */
  void finish() {
    rules.finish();
  }
}
