package org.offlinesign.zonefile;

/**
 * A position in a master file, with the number of its line and all of the current record in reach.
 *
 * <p>Lines end with a line feed, CR LF, or a lone CR.
 */
abstract class TextCursor {
  /** The longest record in octets of text, white space and comments included. */
  static final int MAX_RECORD = 64 << 20;

  private final InputBlock block;

  /** The block; octets[limit] is a line feed that is no part of the text. */
  byte[] octets;

  int limit;
  int position;

  /** Where the first line of the record begins: nothing after it is forgotten. */
  int recordStart;

  int line = 1;
  int lineStart;

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
    int shift = recordStart;
    boolean more = block.fill(shift);
    octets = block.octets();
    limit = block.limit();
    position -= shift;
    recordStart = 0;
    lineStart -= shift;
    moved(shift);
    return more || fill();
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
      more = limit - recordStart < MAX_RECORD && fill();
    }
    return Math.min(count, limit - position);
  }
}
