package org.offlinesign.zonefile;

import static org.offlinesign.zonefile.OctetClass.BLANK;
import static org.offlinesign.zonefile.OctetClass.CLOSE;
import static org.offlinesign.zonefile.OctetClass.COMMENT;
import static org.offlinesign.zonefile.OctetClass.NEWLINE;
import static org.offlinesign.zonefile.OctetClass.OPEN;
import static org.offlinesign.zonefile.OctetClass.RETURN;
import static org.offlinesign.zonefile.OctetClass.WORD;

import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.rdata.RdataScanner;
import org.offlinesign.rdata.RdataSyntaxException;

/**
 * Cuts a master file into records and fields, in one pass and without an object per field.
 *
 * <p>A record is kept whole in memory until the next one starts, so that its lines can be shown.
 * Not thread safe.
 */
final class FieldScanner extends TextCursor implements RdataScanner {
  private final EscapeStyle escapes;
  private final ScanNotes notes;
  private @Nullable DnsName origin;

  private int depth;
  private int openAt;
  private int openLine;
  private int openLineStart;

  private boolean started;
  private boolean blankOwner;
  private boolean pushedBack;
  private boolean inField;
  private int fieldStart;
  private int fieldEnd;
  private boolean quoted;
  private int fieldLine = 1;
  private int fieldLineStart;

  FieldScanner(InputBlock block, EscapeStyle escapes, ScanNotes notes) {
    super(block);
    this.escapes = escapes;
    this.notes = notes;
  }

  /** Sets what completes relative names from now on. */
  void setOrigin(@Nullable DnsName newOrigin) {
    this.origin = newOrigin;
  }

  /**
   * Moves to the first field of the next record and makes it the current one.
   *
   * @return false at the end of the input
   */
  boolean startRecord() throws RdataSyntaxException {
    if (started) {
      endLine();
    }
    started = true;
    depth = 0;
    pushedBack = false;
    inField = false;
    while (true) {
      recordStart = position;
      if (atEnd()) {
        return false;
      }
      blankOwner = OctetClass.of(octets[position]) == BLANK;
      // A fault may be found before there is a field of the record.
      startField();
      if (advance()) {
        return true;
      }
      endLine();
    }
  }

  /** Says whether the current record has had a field already. */
  boolean inRecord() {
    return inField;
  }

  /** Says whether the record began with white space, so that it has the owner of the one before. */
  boolean blankOwner() {
    return blankOwner;
  }

  @Override
  public boolean advance() throws RdataSyntaxException {
    if (pushedBack) {
      pushedBack = false;
    } else {
      inField = skipToField();
      if (inField) {
        scanField(false);
      }
    }
    return inField;
  }

  @Override
  public boolean advanceKeyValue() throws RdataSyntaxException {
    if (pushedBack) {
      // It was cut as a plain field.
      rewindField();
    }
    inField = skipToField();
    if (inField) {
      scanField(true);
    }
    return inField;
  }

  private void rewindField() {
    pushedBack = false;
    if (inField) {
      position = quoted ? fieldStart - 1 : fieldStart;
      line = fieldLine;
      lineStart = fieldLineStart;
    }
  }

  @Override
  public void pushBack() {
    pushedBack = true;
  }

  /** Moves to the next octet of a field; false at the end of the record. */
  private boolean skipToField() throws RdataSyntaxException {
    while (true) {
      switch (OctetClass.of(octets[position])) {
        case BLANK -> position++;
        case COMMENT -> skipComment();
        case OPEN -> open();
        case CLOSE -> close();
        case NEWLINE, RETURN -> {
          if (!skipLineEnd()) {
            return false;
          }
        }
        default -> {
          return true;
        }
      }
    }
  }

  /** Passes over a line end within parentheses; false if the record ends here. */
  private boolean skipLineEnd() throws RdataSyntaxException {
    if (position == limit && fill()) {
      return true;
    }
    if (depth == 0) {
      // What is missing at the end is missed right after the last field.
      fieldStart = quoted ? fieldEnd + 1 : fieldEnd;
      fieldEnd = fieldStart;
      quoted = false;
      return false;
    }
    if (position == limit) {
      fieldStart = openAt;
      fieldLine = openLine;
      fieldLineStart = openLineStart;
      throw new RdataSyntaxException("expected ')' to match this '(' but the file ends");
    }
    endLine();
    return true;
  }

  private void skipComment() {
    int start = position - recordStart;
    while (true) {
      while (octets[position] != '\n' && octets[position] != '\r') {
        position++;
      }
      if (atEnd()) {
        break;
      }
      if (octets[position] == '\n') {
        break;
      }
      if (octets[position] == '\r') {
        // BIND, too, ends a comment at a line feed only.
        position++;
        if (!atEnd() && octets[position] != '\n') {
          notes.returnInComment(this);
        }
      }
    }
    // CR LF, and a CR that the file ends in, are no part of it.
    int end = octets[position - 1] == '\r' ? position - 1 : position;
    notes.comment(this, recordStart + start, end);
  }

  private void open() {
    if (depth == 0) {
      openAt = position;
      openLine = line;
      openLineStart = lineStart;
    }
    depth++;
    position++;
  }

  private void close() throws RdataSyntaxException {
    if (depth == 0) {
      startField();
      throw new RdataSyntaxException("found ')' but no '(' before it");
    }
    depth--;
    position++;
  }

  private void startField() {
    fieldStart = position;
    fieldEnd = position;
    quoted = false;
    fieldLine = line;
    fieldLineStart = lineStart;
  }

  private void scanField(boolean keyValue) throws RdataSyntaxException {
    startField();
    if (octets[position] == '"') {
      quoted = true;
      position++;
      fieldStart++;
      scanQuoted();
      fieldEnd = position - 1;
    } else {
      scanWord(keyValue);
      fieldEnd = position;
    }
  }

  private void scanWord(boolean keyValue) throws RdataSyntaxException {
    while (true) {
      int at = position;
      while (OctetClass.of(octets[at]) == WORD) {
        at++;
      }
      position = at;
      if (octets[at] == '\\') {
        skipEscape(false);
      } else if (keyValue && octets[at] == '"' && at > fieldStart && octets[at - 1] == '=') {
        position++;
        scanQuoted();
        return;
      } else if (at != limit || !fill()) {
        return;
      }
    }
  }

  /** Moves past the closing quotation mark. */
  private void scanQuoted() throws RdataSyntaxException {
    while (true) {
      int at = position;
      while (octets[at] != '"' && octets[at] != '\\' && octets[at] != '\n') {
        at++;
      }
      position = at;
      if (octets[at] == '"') {
        position++;
        return;
      }
      if (octets[at] == '\\') {
        skipEscape(true);
      } else if (at != limit || !fill()) {
        throw new RdataSyntaxException(
            "expected a closing quotation mark before the line ends", quoted ? -1 : 0);
      }
    }
  }

  /** Passes over a backslash and the octet after it, which may be a line feed between quotes. */
  private void skipEscape(boolean betweenQuotes) {
    position++;
    if (atEnd()) {
      return;
    }
    byte next = octets[position];
    boolean lineEnd = next == '\n' || next == '\r';
    if (lineEnd && !betweenQuotes) {
      return;
    }
    if (next >= '0' && next <= '9') {
      notes.numericEscape(this);
    }
    position++;
    if (next == '\n') {
      startLine();
    }
  }

  @Override
  void moved(int shift) {
    openAt -= shift;
    openLineStart -= shift;
    fieldStart -= shift;
    fieldEnd -= shift;
    fieldLineStart -= shift;
  }

  /** Returns the line that the current field begins in. */
  int fieldLine() {
    return fieldLine;
  }

  /** Returns the column in octets, from 1, that the current field begins in. */
  int fieldColumn() {
    return fieldStart - fieldLineStart + 1;
  }

  /** Returns the place of an octet of the current field. */
  Spot spot(String file, int offset) {
    int end = lineEnd();
    int at = Math.min(fieldStart + offset, end);
    int column = Excerpt.characters(octets, fieldLineStart, at) + 1;
    return new Spot(
        new Place(file, fieldLine, column), Excerpt.of(octets, fieldLineStart, end, at));
  }

  /** Returns where the line of the current field ends, as far as it is of use to show it. */
  private int lineEnd() {
    // One octet more than is shown tells whether the line goes on.
    available(Math.max(0, fieldEnd - position) + Excerpt.AFTER + 1);
    int at = fieldStart;
    while (at < limit && octets[at] != '\n' && octets[at] != '\r') {
      at++;
    }
    return at;
  }

  /** Returns the place of the scanner's position. */
  Place place(String file) {
    return place(file, position);
  }

  /** Returns the place of an octet in the line that the scanner is in. */
  Place place(String file, int at) {
    return new Place(file, line, Excerpt.characters(octets, lineStart, at) + 1);
  }

  /** Says in which earlier line a parenthesis opened that is still open; 0 if there is none. */
  int openSince() {
    return depth > 0 && openLine < fieldLine ? openLine : 0;
  }

  /**
   * Goes back to the parenthesis that is open, if there is one, and takes it as not yet seen.
   *
   * @return whether there was one
   */
  boolean rewindToOpen() {
    boolean open = depth > 0;
    if (open) {
      position = openAt;
      line = openLine;
      lineStart = openLineStart;
      depth = 0;
    }
    return open;
  }

  @Override
  public byte[] text() {
    return octets;
  }

  @Override
  public int start() {
    return fieldStart;
  }

  @Override
  public int end() {
    return fieldEnd;
  }

  @Override
  public boolean quoted() {
    return quoted;
  }

  @Override
  public @Nullable DnsName origin() {
    return origin;
  }

  @Override
  public EscapeStyle escapes() {
    return escapes;
  }
}
