package org.offlinesign.zonefile;

/** Is told of things in a file that are no fields but may matter to its reader. */
interface ScanNotes {
  /** Pays no attention. */
  ScanNotes IGNORED =
      new ScanNotes() {
        @Override
        public void comment(FieldScanner scanner, int from, int to) {}

        @Override
        public void numericEscape(FieldScanner scanner) {}

        @Override
        public void returnInComment(FieldScanner scanner) {}
      };

  /**
   * Is told of a comment, given where in {@link FieldScanner#text} it begins with its semicolon,
   * and where it ends before the line end.
   */
  void comment(FieldScanner scanner, int from, int to);

  /** Is told of {@code \DDD} at the scanner's position. */
  void numericEscape(FieldScanner scanner);

  /** Is told of a lone carriage return within a comment, at the scanner's position. */
  void returnInComment(FieldScanner scanner);
}
