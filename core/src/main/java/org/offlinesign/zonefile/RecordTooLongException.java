package org.offlinesign.zonefile;

/** A record, or a single line, that is too long to be one: most likely the file is no zone file. */
final class RecordTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordTooLongException() {
    super(
        "expected a record of at most "
            + (TextCursor.MAX_RECORD >> 20)
            + " MiB of text but this one does not end");
  }
}
