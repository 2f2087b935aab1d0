package org.offlinesign.zonefile;

import static org.offlinesign.zonefile.OctetClass.BACKSLASH;
import static org.offlinesign.zonefile.OctetClass.BLANK;
import static org.offlinesign.zonefile.OctetClass.CLOSE;
import static org.offlinesign.zonefile.OctetClass.COMMENT;
import static org.offlinesign.zonefile.OctetClass.NEWLINE;
import static org.offlinesign.zonefile.OctetClass.OPEN;
import static org.offlinesign.zonefile.OctetClass.QUOTE;
import static org.offlinesign.zonefile.OctetClass.RETURN;
import static org.offlinesign.zonefile.OctetClass.WORD;

import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordTypeRegistry;

/**
 * Finds the next record after a faulty one, so that one fault gives one message.
 *
 * <p>A faulty record ends with its line, or with its parentheses. If the parentheses are themselves
 * the fault, the record ends before the first line that begins in column 1 and has a class or a
 * type where a record has it. Numbers on lines of their own, as they follow an SOA whose
 * parenthesis is missing, belong to the faulty record too.
 */
final class Resynchronizer {
  /** How far a line is looked at. */
  private static final int LOOK_AHEAD = 1024;

  /** Owner, TTL, class and type. */
  private static final int WORDS_BEFORE_DATA = 4;

  private final FieldScanner scanner;
  private int depth;

  private Resynchronizer(FieldScanner scanner) {
    this.scanner = scanner;
  }

  /** Moves a scanner to the end of the last line that is taken to be part of the faulty record. */
  static void run(FieldScanner scanner) {
    new Resynchronizer(scanner).run();
  }

  private void run() {
    scanner.rewindToOpen();
    depth = 0;
    skipRestOfLine();
    while (belongsToFault()) {
      scanner.requireRecords();
      scanner.endLine();
      skipRestOfLine();
    }
  }

  private boolean belongsToFault() {
    // The line end itself may be two octets.
    int count = scanner.available(LOOK_AHEAD);
    int at = scanner.position;
    int end = at + count;
    if (count == 0) {
      return false;
    }
    at += scanner.octets[at] == '\r' ? 1 : 0;
    at += at < end && scanner.octets[at] == '\n' ? 1 : 0;
    if (at == end) {
      return false;
    }
    boolean indented = OctetClass.of(scanner.octets[at]) == BLANK;
    if (depth > 0) {
      return indented || !beginsRecord(at, end);
    }
    return indented && startsWithNumber(at, end) && !beginsRecord(at, end);
  }

  private boolean startsWithNumber(int from, int end) {
    int at = skipBlanks(from, end);
    return at < end && scanner.octets[at] >= '0' && scanner.octets[at] <= '9';
  }

  private boolean beginsRecord(int from, int end) {
    int at = from;
    if (at < end && scanner.octets[at] == '$') {
      return true;
    }
    for (int i = 0; i < WORDS_BEFORE_DATA; i++) {
      int start = skipBlanks(at, end);
      at = start;
      while (at < end && OctetClass.of(scanner.octets[at]) == WORD) {
        at++;
      }
      if (start > from && isClassOrType(start, at)) {
        return true;
      }
    }
    return false;
  }

  private int skipBlanks(int from, int end) {
    int at = from;
    while (at < end && OctetClass.of(scanner.octets[at]) == BLANK) {
      at++;
    }
    return at;
  }

  private boolean isClassOrType(int from, int to) {
    return from < to
        && (RecordClass.lookup(scanner.octets, from, to) >= 0
            || RecordTypeRegistry.lookup(scanner.octets, from, to) >= 0);
  }

  /** Moves to the line end and counts the parentheses on the way. */
  private void skipRestOfLine() {
    boolean quoted = false;
    while (true) {
      scanner.recordStart = Math.max(scanner.recordStart, scanner.lineStart);
      if (scanner.position == scanner.limit) {
        forgetLine();
        if (scanner.atEnd()) {
          return;
        }
      }
      switch (OctetClass.of(scanner.octets[scanner.position])) {
        case NEWLINE, RETURN -> {
          return;
        }
        case QUOTE -> quoted = !quoted;
        case BACKSLASH -> skipEscaped();
        case OPEN -> depth += quoted ? 0 : 1;
        case CLOSE -> depth -= quoted || depth == 0 ? 0 : 1;
        case COMMENT -> {
          if (!quoted) {
            skipComment();
            return;
          }
        }
        default -> {}
      }
      scanner.position++;
    }
  }

  /** Lets go of the line's beginning, which nobody will show any more. */
  private void forgetLine() {
    scanner.recordStart = scanner.position;
    scanner.lineStart = scanner.position;
  }

  private void skipEscaped() {
    int next = scanner.position + 1;
    if (next < scanner.limit && scanner.octets[next] != '\n' && scanner.octets[next] != '\r') {
      scanner.position++;
    }
  }

  private void skipComment() {
    while (!scanner.atEnd() && scanner.octets[scanner.position] != '\n') {
      scanner.position++;
      if (scanner.position == scanner.limit) {
        forgetLine();
      }
    }
    if (scanner.position > 0 && scanner.octets[scanner.position - 1] == '\r') {
      scanner.position--;
    }
  }
}
