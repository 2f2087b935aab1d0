package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSummary;

/**
 * What a zone file must be that stays as it is and includes its DNSSEC records: servers load all
 * that it holds, so that the signed zone has to hold the same.
 */
final class FileAsItIs {
  /** Of what some name servers make something else than the others, or nothing. */
  private static final Set<LintCode> DIFFERENTLY_READ =
      EnumSet.of(LintCode.WINS, LintCode.INCLUDED_OWNER, LintCode.INCLUDED_TTL);

  private final ZoneContent content;
  private final ZoneFaults faults;

  FileAsItIs(ZoneContent content, ZoneFaults faults) {
    this.content = content;
    this.faults = faults;
  }

  /**
   * Refuses what was read but would not be signed.
   *
   * @throws ZoneFileException if there is any
   */
  static void check(InputFilter filter, ZoneFileSummary summary) throws ZoneFileException {
    List<Diagnostic> found = new ArrayList<>();
    InputFilter.First made = filter.firstMade();
    if (made != null) {
      found.add(
          fault(
              made,
              summary,
              made.owner()
                  + " has a record of type "
                  + made.type()
                  + ", which an earlier signing made; `unsignzone` writes the zone without such"
                  + " records"));
    }
    InputFilter.First outside = filter.first();
    if (outside != null) {
      found.add(
          fault(
              outside,
              summary,
              outside.owner()
                  + " is not within the zone, and some name servers load no such file"));
    }
    for (Diagnostic notice : summary.notices()) {
      if (DIFFERENTLY_READ.contains(notice.code())) {
        found.add(notice.as(Severity.ERROR));
      } else if (isUnclear(notice)) {
        found.add(
            Diagnostic.of(
                    notice.place(),
                    notice.code(),
                    "this record states no TTL, nor does $TTL, and name servers differ about the one"
                        + " that it has then; begin the file with $TTL")
                .as(Severity.ERROR)
                .in(notice.excerpt()));
      }
    }
    if (!found.isEmpty()) {
      throw new ZoneFileException(found);
    }
  }

  /** The files of Windows servers have the TTL in the SOA record, and are not for others. */
  private static boolean isUnclear(Diagnostic notice) {
    return notice.code() == LintCode.RFC1035_TTL
        || (notice.code() == LintCode.SOA_MINIMUM_TTL && notice.severity() != Severity.NOTICE);
  }

  private static Diagnostic fault(
      InputFilter.First record, ZoneFileSummary summary, String message) {
    Place place = new Place(summary.files().get(record.file()), record.line(), record.column());
    return Diagnostic.of(place, LintCode.CANNOT_STAY, message).about(record.owner(), record.type());
  }

  /** Looks at a name as the file has it, and as it is signed. */
  void check(OwnerNode before, OwnerNode after) {
    if (content == ZoneContent.WHOLE_ZONE) {
      return;
    }
    for (NodeRrset rrset : before.rrsets()) {
      if (rrset.ttlsDiffer()) {
        faults.add(
            LintCode.TTLS_DIFFER,
            SourceRecord.last(before, rrset),
            "the "
                + RecordType.of(rrset.type())
                + " records of "
                + before
                + " have more than one TTL, and are served as the file has them: give all of them"
                + " the same (RFC 2181 5.2)");
      }
      if (before != after) {
        check(before, rrset, after.rrset(rrset.type()));
      }
    }
  }

  private void check(OwnerNode owner, NodeRrset before, @Nullable NodeRrset after) {
    if (after == null || !stays(before, after)) {
      faults.add(
          LintCode.CANNOT_STAY,
          SourceRecord.first(owner, before),
          owner
              + " has "
              + RecordType.of(before.type())
              + " records in the zone file that the signed zone is not to have so: take out those"
              + " that are to go");
    }
  }

  private static boolean stays(NodeRrset before, NodeRrset after) {
    return after.ttl() == before.ttl() && after.holdsAll(before);
  }
}
