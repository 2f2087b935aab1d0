package org.offlinesign.zonefile;

/** Is told of things in a file that are no fields but may matter to its reader. */
interface ScanNotes {
  /** Pays no attention. */
  ScanNotes IGNORED =
      new ScanNotes() {
        @Override
        public void comment(byte[] octets, int from, int to) {}

        @Override
        public void numericEscape(FieldScanner scanner) {}

        @Override
        public void returnInComment(FieldScanner scanner) {}
      };

  /** Is told of a comment, from its semicolon to the line end. */
  void comment(byte[] octets, int from, int to);

  /** Is told of {@code \DDD} at the scanner's position. */
  void numericEscape(FieldScanner scanner);

  /** Is told of a lone carriage return within a comment, at the scanner's position. */
  void returnInComment(FieldScanner scanner);
}
