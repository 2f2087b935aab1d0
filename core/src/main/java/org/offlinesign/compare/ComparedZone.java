package org.offlinesign.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.compare.ComparisonRequest.Scope;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.zone.DnssecRole;
import org.offlinesign.zone.MissingSoa;
import org.offlinesign.zone.NameTooLargeException;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneBounds;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.RecordComments;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;
import org.offlinesign.zonefile.ZoneFileSummary;

/** One of the zones: read without what does not count, sorted, passed over name by name. */
final class ComparedZone implements RecordSink, Closeable {
  private final ComparisonRequest request;
  private final ZoneFileSource source;
  private final ZoneBounds bounds;
  private final MissingSoa missingSoa;
  private final ZoneSorter sorter;
  private ZoneFileSummary summary =
      new ZoneFileSummary(List.of(), 0, 0, RecordComments.NONE, List.of());
  private @Nullable SortedZone sorted;
  private @Nullable ZoneCursor cursor;
  private @Nullable OwnerNode node;
  private Serial serial = new Serial(0);
  private long records;
  private long compared;
  private long dnssec;
  private long outOfZone;

  ComparedZone(ComparisonRequest request, ZoneFileSource source, SortBudget budget) {
    this.request = request;
    this.source = source;
    this.bounds = new ZoneBounds(request.reading().origin());
    this.missingSoa = new MissingSoa(request.reading().origin());
    this.sorter = new ZoneSorter(budget);
  }

  /** Reads the file and moves to the apex. */
  void read() throws IOException, ZoneFileException {
    summary = new ZoneFileReader(request.reading()).read(source, this);
    progress().enter(Stage.SORT);
    sorted = sorter.finish();
    cursor = sorted.open();
    advance();
    NodeRrset soa = node == null ? null : node.rrset(RecordType.SOA);
    // Names that lie below the apex may come first only if it has no records at all.
    if (node == null || soa == null || !node.key().equals(apexKey())) {
      throw missingSoa.in(source.name());
    }
    serial = soa.view(0, Soa::from).serial();
  }

  private CanonicalKey apexKey() {
    return request.reading().origin().canonicalKey();
  }

  @Override
  public void accept(RecordBuffer record) throws IOException {
    records++;
    if (!bounds.contains(record)) {
      outOfZone++;
      missingSoa.noteOutside(record);
    } else if (isLeftOut(DnssecRole.of(record.type(), bounds.isApex(record)))) {
      dnssec++;
    } else {
      sorter.accept(record);
    }
  }

  private boolean isLeftOut(DnssecRole role) {
    return switch (role) {
      // DS records that do not count are looked at all the same, for the note.
      case DATA, POINTS_TO_CHILD -> false;
      case MADE_BY_SIGNING, ABOUT_THE_ZONE -> !request.counts(Scope.DNSSEC);
    };
  }

  /** Returns the name that the zone is at; null after the last. */
  @Nullable OwnerNode node() {
    return node;
  }

  /** Moves to the next name. */
  void advance() throws IOException, ZoneFileException {
    if (cursor == null) {
      throw new IllegalStateException("the zone has not been read");
    }
    try {
      node = cursor.next();
    } catch (NameTooLargeException e) {
      throw e.in(files());
    }
    if (node != null) {
      int passed = node.records();
      compared += passed;
      progress().count(Quantity.RECORDS, passed);
    }
  }

  private Progress progress() {
    return request.first().progress();
  }

  /** Returns how many records are sorted. */
  long records() {
    return sorted == null ? 0 : sorted.records();
  }

  /** Returns the names of the files, by the index that records carry. */
  List<String> files() {
    return summary.files();
  }

  /** Returns what was read, once all names have been passed. */
  ComparisonReport.Figures figures() {
    return new ComparisonReport.Figures(
        source.name(),
        serial,
        records,
        compared,
        dnssec,
        outOfZone,
        cursor == null ? 0 : cursor.duplicates(),
        summary.notices());
  }

  @Override
  public void close() throws IOException {
    try (sorter) {
      if (sorted != null) {
        sorted.close();
      }
    }
  }
}
