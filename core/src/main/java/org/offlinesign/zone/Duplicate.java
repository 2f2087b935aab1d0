package org.offlinesign.zone;

import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Place;

/**
 * A record that was dropped because an equal one is there (RFC 2181 §5).
 *
 * @param file the index of the file that it stands in
 * @param keptFile the index of the file that the record which is kept stands in
 */
public record Duplicate(
    DnsName owner,
    RecordType type,
    int file,
    int line,
    int column,
    int keptFile,
    int keptLine,
    int keptColumn) {
  /** Returns where the dropped record stands. */
  public Place place(List<String> files) {
    return new Place(files.get(file), line, column);
  }

  /** Returns where the record that is kept stands. */
  public Place keptPlace(List<String> files) {
    return new Place(files.get(keptFile), keptLine, keptColumn);
  }
}
