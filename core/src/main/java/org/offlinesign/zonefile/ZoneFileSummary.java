package org.offlinesign.zonefile;

import java.util.List;

/**
 * What a reading found besides records.
 *
 * @param files the names of the files read, by the index that records carry
 * @param standIns how often the file was included that is being made anew
 * @param records how many records were handed on
 * @param ending the comments behind the last record, as lines above none, if comments are kept
 * @param notices warnings and notices in the order of the file; errors only if it was read all the
 *     same
 */
public record ZoneFileSummary(
    List<String> files,
    int standIns,
    long records,
    RecordComments ending,
    List<Diagnostic> notices) {
  /** Copies the lists. */
  public ZoneFileSummary {
    files = List.copyOf(files);
    notices = List.copyOf(notices);
  }
}
