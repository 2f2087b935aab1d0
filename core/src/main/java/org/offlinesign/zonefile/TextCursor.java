package org.offlinesign.zonefile;

/**
 * A position in a master file, with the number of its line and all of the current record in reach.
 *
 * <p>Lines end with a line feed, CR LF, or a lone CR.
 */
abstract class TextCursor {
  /**
   * The longest record in octets of text, white space and comments included. RDATA has at most
   * 65,535 octets, for which it takes four characters each.
   */
  static final int MAX_RECORD = 4 << 20;

  /** The most octets of text in which there is no record: input that is none may have no end. */
  static final int MAX_WITHOUT_RECORD = 64 << 20;

  private final InputBlock block;

  /** The block; octets[limit] is a line feed that is no part of the text. */
  byte[] octets;

  int limit;
  int position;

  /** Where the first line of the record begins: nothing after it is forgotten. */
  int recordStart;

  int line = 1;
  int lineStart;

  /** How many octets of the text lie before the block. */
  private long before;

  private long lastRecord;

  TextCursor(InputBlock block) {
    this.block = block;
    this.octets = block.octets();
    this.limit = block.limit();
  }

  /** Is told that all octets have moved towards the front of the block. */
  abstract void moved(int shift);

  /** Reads on; all indexes into the block move. False at the end of the input. */
  final boolean fill() {
    if (block.ended()) {
      return false;
    }
    if (limit - recordStart >= MAX_RECORD) {
      throw new RecordTooLongException();
    }
    requireRecords();
    return readOn();
  }

  /** Makes sure that the last record is not too far back. */
  final void requireRecords() {
    if (before + position - lastRecord >= MAX_WITHOUT_RECORD) {
      throw new NoRecordException();
    }
  }

  private boolean readOn() {
    int shift = recordStart;
    boolean more = block.fill(shift);
    before += shift;
    octets = block.octets();
    limit = block.limit();
    position -= shift;
    recordStart = 0;
    lineStart -= shift;
    moved(shift);
    return more || (!block.ended() && readOn());
  }

  /** Takes note that what ends at the position is a record. */
  final void noteRecord() {
    lastRecord = before + position;
  }

  /** Says whether the input ends here. */
  final boolean atEnd() {
    return position == limit && !fill();
  }

  /** Passes over the line end at the position, if there is one. */
  final void endLine() {
    if (atEnd()) {
      return;
    }
    if (octets[position] == '\r') {
      position++;
      if (!atEnd() && octets[position] == '\n') {
        position++;
      }
    } else if (octets[position] == '\n') {
      position++;
    }
    startLine();
  }

  /** Takes note that a line begins at the position. */
  final void startLine() {
    line++;
    lineStart = position;
  }

  /** Passes over octets at the beginning of the file that are no part of the text. */
  final void skipPrefix(int count) {
    position += count;
    lineStart = position;
    recordStart = position;
  }

  /** Returns how many octets from the position on are at hand, up to a number. */
  final int available(int count) {
    boolean more = true;
    while (more && limit - position < count) {
      more = limit - recordStart < MAX_RECORD && !block.ended() && readOn();
    }
    return Math.min(count, limit - position);
  }
}
