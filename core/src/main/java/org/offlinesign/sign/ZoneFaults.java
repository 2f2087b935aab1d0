package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileException;

/** Collects what makes a zone unfit for signing, each with its place in the file. */
final class ZoneFaults {
  private static final Comparator<Place> IN_FILE_ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  private final List<String> files;
  private final int limit;
  private final List<Diagnostic> faults = new ArrayList<>();

  /**
   * Creates an empty collection.
   *
   * @param files the names of the files by the index that records carry; at least one
   * @param limit after how many faults to stop
   */
  ZoneFaults(List<String> files, int limit) {
    this.files = files;
    this.limit = limit;
  }

  /** Adds a fault of a record; that of a rule which only signing makes strict is an error too. */
  void add(LintCode code, SourceRecord record, String message) {
    Diagnostic fault = Diagnostic.of(record.place(files), code, message);
    add(fault.about(record.owner(), record.type()).as(Severity.ERROR));
  }

  /** Adds a fault. */
  void add(Diagnostic fault) {
    faults.add(fault);
  }

  /** Returns the names of the files by the index that records carry. */
  List<String> files() {
    return files;
  }

  /** Returns where a record stands. */
  Place place(NodeRrset rrset, int record) {
    return new Place(files.get(rrset.file(record)), rrset.line(record), rrset.column(record));
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /** Says whether there are so many that looking for more is no use. */
  boolean isFull() {
    return faults.size() >= limit;
  }

  /** Ends the signing if there was a fault. */
  void throwIfAny() throws ZoneFileException {
    if (!faults.isEmpty()) {
      throw toException();
    }
  }

  /** Returns all faults, of which there must be one, in the order of the files. */
  ZoneFileException toException() {
    return new ZoneFileException(
        faults.stream().sorted(Comparator.comparing(Diagnostic::place, IN_FILE_ORDER)).toList());
  }
}
