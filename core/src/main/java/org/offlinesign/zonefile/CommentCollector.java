package org.offlinesign.zonefile;

import org.jspecify.annotations.Nullable;
import org.offlinesign.wire.WireWriter;

/**
 * Collects the comments that belong to the next record: those on lines of their own above it, those
 * behind it, and those between its parentheses. Not thread safe; holds what one record may have.
 */
final class CommentCollector {
  private final boolean wanted;
  private final WireWriter above = new WireWriter(0);
  private final WireWriter behind = new WireWriter(0);
  private final WireWriter comment = new WireWriter(0);
  private long leftOut;
  private @Nullable Place firstLeftOut;

  CommentCollector(ZoneFileOptions options) {
    this.wanted = options.keepsComments();
  }

  /**
   * Takes a comment, from its semicolon to the line end.
   *
   * @param file that of the scanner
   */
  void add(FieldScanner scanner, int from, int to, String file) {
    if (!wanted) {
      return;
    }
    WireWriter target = scanner.inRecord() ? behind : above;
    int more = to - from + (target == above || target.length() > 0 ? 1 : 0);
    if (above.length() + behind.length() + more > RecordComments.MAX_OCTETS) {
      leaveOut(scanner.place(file, from));
      return;
    }
    comment.clear();
    writeHarmless(scanner.text(), from, to, comment);
    if (isAboutTheFile(comment.toString())) {
      return;
    }
    if (target == above) {
      above.bytes(comment).u8('\n');
    } else {
      appendBehind();
    }
  }

  private void appendBehind() {
    if (behind.length() > 0) {
      behind.u8(' ');
    }
    behind.bytes(comment);
  }

  private void leaveOut(Place place) {
    leftOut++;
    if (firstLeftOut == null) {
      firstLeftOut = place;
    }
  }

  /**
   * Appends a comment with nothing in it that acts on a terminal, or that another reader could take
   * for the end of the line or of the file. Octets from 128 on stay as they are, as UTF-8 has them.
   */
  private static void writeHarmless(byte[] octets, int from, int to, WireWriter out) {
    for (int i = from; i < to; i++) {
      byte octet = octets[i];
      boolean control = (octet >= 0 && octet < ' ' && octet != '\t') || octet == 0x7f;
      out.u8(control ? '?' : octet);
    }
  }

  /** What a program says of the file that it writes is not true of the next one. */
  private static boolean isAboutTheFile(String text) {
    return text.startsWith(RecordComments.SEAL) || WindowsTraits.isHeader(text);
  }

  /** Begins with something that is a record or a directive: what stood behind that before goes. */
  void beginEntry() {
    behind.clear();
  }

  /** Forgets the comments of a record that goes. */
  void forget() {
    above.clear();
    behind.clear();
  }

  /** Puts what was collected into the place of the comments of a record, and begins anew. */
  void moveTo(WireWriter record) {
    record.clear();
    if (above.length() + behind.length() > 0) {
      record.bytes(above).bytes(behind);
      forget();
    }
  }

  /** Returns the comments behind the last record. */
  RecordComments rest() {
    return RecordComments.copyOf(above);
  }

  /** Tells of the comments that were left out. */
  void tell(Findings findings) {
    if (firstLeftOut != null) {
      findings.once(
          new Spot(firstLeftOut, Excerpt.NONE),
          LintCode.COMMENT_LEFT_OUT,
          (leftOut == 1
                  ? "a comment was left out"
                  : leftOut + " comments were left out, this one first")
              + ": all comments of one record may have "
              + RecordComments.MAX_OCTETS
              + " octets together");
    }
  }
}
