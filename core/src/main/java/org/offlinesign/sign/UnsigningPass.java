package org.offlinesign.sign;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.sign.UnsigningRequest.ChildDs;
import org.offlinesign.zone.DnssecRole;
import org.offlinesign.zone.MissingSoa;
import org.offlinesign.zone.ZoneBounds;
import org.offlinesign.zonefile.Diagnostic;

/** Hands on the records that have nothing to do with DNSSEC, and counts the others. */
final class UnsigningPass implements RecordSink {
  private final UnsigningRequest request;
  private final UnsignedText text;
  private final ZoneBounds bounds;
  private final MissingSoa missingSoa;
  private final Map<RecordType, Long> dropped = new HashMap<>();
  private long records;
  private long ds;
  private long outOfZone;
  private Serial serial = new Serial(0);

  UnsigningPass(UnsigningRequest request, UnsignedText text) {
    this.request = request;
    this.text = text;
    this.bounds = new ZoneBounds(request.zone());
    this.missingSoa = new MissingSoa(request.zone());
  }

  @Override
  public void accept(RecordBuffer record) throws IOException {
    records++;
    boolean atApex = bounds.isApex(record);
    DnssecRole role = DnssecRole.of(record.type(), atApex);
    if (isDropped(role)) {
      dropped.merge(RecordType.of(record.type()), 1L, Long::sum);
      return;
    }
    count(record, role);
    if (atApex && record.type() == RecordType.SOA.code() && !text.hasSoa()) {
      serial = RdataView.ofWhole(Rdata.copyOf(record.rdata()), Soa::from).serial();
      text.begin(record, serial);
    } else {
      text.add(record);
    }
  }

  private boolean isDropped(DnssecRole role) {
    return switch (role) {
      case DATA -> false;
      case MADE_BY_SIGNING, ABOUT_THE_ZONE -> true;
      case POINTS_TO_CHILD -> request.delegations() == ChildDs.DROP;
    };
  }

  private void count(RecordBuffer record, DnssecRole role) {
    if (role == DnssecRole.POINTS_TO_CHILD) {
      ds++;
    }
    if (!bounds.contains(record)) {
      outOfZone++;
      missingSoa.noteOutside(record);
    }
  }

  /** Returns what is told of a file without the zone's SOA record. */
  MissingSoa missingSoa() {
    return missingSoa;
  }

  UnsigningReport report(List<Diagnostic> notices) {
    long droppedRecords = dropped.values().stream().mapToLong(Long::longValue).sum();
    return new UnsigningReport(
        request.zone(), records, records - droppedRecords, dropped, ds, outOfZone, serial, notices);
  }
}
