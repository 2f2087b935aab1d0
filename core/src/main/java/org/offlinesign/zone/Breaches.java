package org.offlinesign.zone;

import java.util.List;
import java.util.function.Consumer;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;

/** Tells of records that break a rule, with their places. For one thread. */
public final class Breaches {
  private final List<String> files;
  private final Consumer<Diagnostic> findings;

  /**
   * Creates one that tells somebody.
   *
   * @param files the names of the files, by the index that records carry; at least one
   */
  public Breaches(List<String> files, Consumer<Diagnostic> findings) {
    this.files = List.copyOf(files);
    this.findings = findings;
  }

  /** Tells of a record. */
  public void add(LintCode code, SourceRecord record, String message) {
    findings.accept(diagnostic(code, record, message));
  }

  /** Tells of something that is missing in the files. */
  public void addMissing(LintCode code, DnsName owner, RecordType type, String message) {
    findings.accept(Diagnostic.of(Place.of(files.get(0)), code, message).about(owner, type));
  }

  /** Tells of something that was put together elsewhere. */
  public void add(Diagnostic found) {
    findings.accept(found);
  }

  /** Returns what {@link #add(LintCode, SourceRecord, String)} tells of. */
  public Diagnostic diagnostic(LintCode code, SourceRecord record, String message) {
    return Diagnostic.of(place(record), code, message).about(record.owner(), record.type());
  }

  /** Returns where a record stands. */
  public Place place(SourceRecord record) {
    return record.place(files);
  }
}
