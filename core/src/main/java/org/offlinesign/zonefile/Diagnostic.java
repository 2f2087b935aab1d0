package org.offlinesign.zonefile;

/**
 * Something to say about a place in a zone file: what was found there, and what was expected.
 *
 * @param code a short word for programs, such as {@code ttl} or {@code rdata}
 */
public record Diagnostic(
    Place place, Severity severity, String code, String message, Excerpt excerpt) {

  /** Returns one without the line it is about. */
  public static Diagnostic of(Place place, Severity severity, String code, String message) {
    return new Diagnostic(place, severity, code, message, Excerpt.NONE);
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

  /** Returns the line as it can be shown, shortened around the place; empty if there is none. */
  public String sourceLine() {
    return excerpt.text();
  }

  /**
   * Returns {@code file:line:column: error: message}, below it the line and a caret under the
   * column. Nothing in it acts on a terminal.
   */
  public String format() {
    String head = Excerpt.safe(place + ": " + severity + ": " + message);
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
