package org.offlinesign.zone;

import java.io.IOException;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.ZoneFileException;

/** A name that owns more records than memory shall hold, and than any answer has room for. */
public final class NameTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int file;
  private final int line;
  private final int column;

  private NameTooLargeException(String message, RecordEntry first) {
    super(message);
    this.file = first.file();
    this.line = first.line();
    this.column = first.column();
  }

  static NameTooLargeException of(DnsName owner, RecordEntry first) {
    return new NameTooLargeException(
        expected("records of one name, as no answer has room for more than 65,535 octets", owner),
        first);
  }

  /** Returns what is thrown for a name whose records alone would not be too many. */
  static NameTooLargeException byComments(DnsName owner, RecordEntry first) {
    return new NameTooLargeException(
        expected("records and comments of one name, if these are kept", owner), first);
  }

  private static String expected(String what, DnsName owner) {
    return "expected at most "
        + (NodeBuilder.MAX_OCTETS >> 20)
        + " MiB of "
        + what
        + ", but "
        + owner
        + " has more";
  }

  /** Returns what is to be said of the zone file, with the place of the first record too many. */
  public Diagnostic diagnostic(List<String> files) {
    Place place = new Place(files.get(file), line, column);
    return Diagnostic.of(place, LintCode.NAME_TOO_LARGE, String.valueOf(getMessage()));
  }

  /** Returns the zone file as one that cannot be used. */
  public ZoneFileException in(List<String> files) {
    ZoneFileException refusal = new ZoneFileException(List.of(diagnostic(files)));
    refusal.initCause(this);
    return refusal;
  }
}
