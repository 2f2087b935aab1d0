package org.offlinesign.zonefile;

import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;

/**
 * Something to say about a place in a zone file: what was found there, and what was expected.
 *
 * @param severity how much it matters here; that of the code, unless somebody decided otherwise
 * @param owner whose record it is about; null if it is about none, or the reader could not tell
 * @param type the type of the record; null as the owner
 */
public record Diagnostic(
    Place place,
    Severity severity,
    LintCode code,
    String message,
    Excerpt excerpt,
    @Nullable DnsName owner,
    @Nullable RecordType type) {

  /** Returns one of the code's severity, without the line and the record it is about. */
  public static Diagnostic of(Place place, LintCode code, String message) {
    return new Diagnostic(place, code.severity(), code, message, Excerpt.NONE, null, null);
  }

  /** Returns the same about a record. */
  public Diagnostic about(DnsName recordOwner, RecordType recordType) {
    return new Diagnostic(place, severity, code, message, excerpt, recordOwner, recordType);
  }

  /** Returns the same with the line it is about. */
  public Diagnostic in(Excerpt line) {
    return new Diagnostic(place, severity, code, message, line, owner, type);
  }

  /** Returns the same with another severity. */
  public Diagnostic as(Severity other) {
    return new Diagnostic(place, other, code, message, excerpt, owner, type);
  }

  /** Returns the same with the section of the rule behind the message. */
  public Diagnostic citing() {
    String cited = message + " (" + code.section() + ")";
    return new Diagnostic(place, severity, code, cited, excerpt, owner, type);
  }

  /** Returns the name of the file. */
  public String file() {
    return place.file();
  }

  /** Returns the line, from 1; 0 if it is about the file as a whole. */
  public int line() {
    return place.line();
  }

  /** Returns the column in characters, from 1; 0 if it is about the line as a whole. */
  public int column() {
    return place.column();
  }

  /**
   * Returns {@code file:line:column: error: message}, below it the line and a caret under the
   * column. Nothing in it acts on a terminal.
   */
  public String format() {
    return format("");
  }

  /** Returns the same with the code in brackets behind the message. */
  public String formatWithCode() {
    return format(" [" + code + "]");
  }

  private String format(String tail) {
    String head = Excerpt.safe(place + ": " + severity + ": " + message) + tail;
    if (excerpt.text().isEmpty()) {
      return head;
    }
    return head + "\n  " + excerpt.text() + "\n  " + " ".repeat(excerpt.caret()) + "^";
  }

  /** Returns {@link #format()}. */
  @Override
  public String toString() {
    return format();
  }
}
