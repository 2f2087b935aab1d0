package org.offlinesign.zonefile;

/** The octets that editors put before text to say how it is encoded. */
final class ByteOrderMark {
  private static final int UTF_8_LENGTH = 3;

  private ByteOrderMark() {}

  /**
   * Passes over the mark of UTF-8.
   *
   * @return false, after an error, if the text is UTF-16, of which nothing can be read
   */
  static boolean skip(MasterFile file, Findings findings) throws ZoneFileException {
    FieldScanner scanner = file.scanner();
    int count = scanner.available(UTF_8_LENGTH);
    if (matches(scanner, count, 0xef, 0xbb, 0xbf)) {
      scanner.skipPrefix(UTF_8_LENGTH);
    } else if (matches(scanner, count, 0xff, 0xfe) || matches(scanner, count, 0xfe, 0xff)) {
      findings.error(
          new Spot(new Place(file.name(), 1, 1), Excerpt.NONE),
          LintCode.ENCODING,
          "expected ASCII or UTF-8 but found UTF-16: save the file anew");
      return false;
    }
    return true;
  }

  private static boolean matches(FieldScanner scanner, int count, int... mark) {
    if (count < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((scanner.octets[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
