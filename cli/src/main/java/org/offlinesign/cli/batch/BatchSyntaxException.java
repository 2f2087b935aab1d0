package org.offlinesign.cli.batch;

/** A line of a batch file that cannot be split into words. */
final class BatchSyntaxException extends Exception {
  private final int line;
  private final int column;

  BatchSyntaxException(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** Returns where it is, as {@code LINE:COLUMN}. */
  String place() {
    return line + ":" + column;
  }
}
