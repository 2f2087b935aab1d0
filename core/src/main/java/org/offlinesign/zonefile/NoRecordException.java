package org.offlinesign.zonefile;

/** A text in which no record comes for so long that there is no use in reading on. */
final class NoRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoRecordException() {
    super(
        "expected a record within "
            + (TextCursor.MAX_WITHOUT_RECORD >> 20)
            + " MiB of text but found none; the rest was not read");
  }
}
