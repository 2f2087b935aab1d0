package org.offlinesign.seal;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a zone file into that of names: records that follow one another and have one
 * owner. Comments are left out, so that the text is that of the records alone. Holds a block of the
 * file, or the text of the longest name. Not thread safe.
 */
final class NameReader {
  private static final int BLOCK = 1 << 18;
  private static final int FEW_RECORDS = 16;

  /** The blank. */
  private static final int BEFORE_COMMENT = 1;

  private static final byte[] RRSIG = TextFields.word("RRSIG");

  private final DigestedOctets octets;
  private final FileLayout layout;
  private byte[] block = new byte[BLOCK];
  private int at;
  private int limit;
  private int[] records = new int[FEW_RECORDS + 1];
  private int[] types = new int[FEW_RECORDS];
  private int count;
  private boolean commented;
  private long signatures;

  NameReader(DigestedOctets octets, FileLayout layout) {
    this.octets = octets;
    this.layout = layout;
  }

  /** Returns the next name with its text; null at the end. */
  @Nullable FormerName next() throws IOException {
    while (has(0) && !TextFields.isRecord(block[at])) {
      at += lineLength(0);
    }
    if (!has(0)) {
      return null;
    }
    count = 0;
    commented = false;
    int owner = ownerLength();
    int from = 0;
    int end;
    do {
      end = from + recordLength(from);
      add(from, end);
      from = end + commentsLength(end);
    } while (has(from) && isOf(owner, from));
    return name(end);
  }

  private FormerName name(int length) {
    byte[] text = Arrays.copyOfRange(block, at, at + length);
    at += length;
    if (commented) {
      text = withoutComments(text);
    } else {
      records[count] = length;
    }
    FormerName name =
        new FormerName(
            text, Arrays.copyOf(records, count + 1), Arrays.copyOf(types, count), layout);
    signatures += name.countSignatures();
    return name;
  }

  /** Returns the text of the records alone, each a line, and finds them anew in it. */
  private byte[] withoutComments(byte[] text) {
    int length = 0;
    for (int record = 0; record < count; record++) {
      int from = records[record];
      int end = TextFields.contentEnd(text, from, text.length);
      if (end < text.length && text[end] == ';') {
        end -= BEFORE_COMMENT;
      }
      types[record] += length - from;
      records[record] = length;
      System.arraycopy(text, from, text, length, end - from);
      length += end - from;
      text[length++] = '\n';
    }
    records[count] = length;
    return Arrays.copyOf(text, length);
  }

  /** Takes note of the record that begins so far on from the name, and of its end. */
  private void add(int from, int end) {
    if (count == types.length) {
      types = Arrays.copyOf(types, 2 * count);
      records = Arrays.copyOf(records, 2 * count + 1);
    }
    TextFields fields = new TextFields(block, at + from);
    fields.skip(layout.fieldsBeforeType() + 1);
    records[count] = from;
    types[count] = fields.from() - at;
    count++;
    // Signatures, which are most of a file, have none.
    commented |= layout.holdsComments() && !fields.is(RRSIG) && hasSemicolon(from, end);
  }

  private boolean hasSemicolon(int from, int end) {
    int index = at + from;
    while (index < at + end && block[index] != ';') {
      index++;
    }
    return index < at + end;
  }

  /** Makes sure that there is an octet so far on, counted from the name; false at the end. */
  private boolean has(int index) throws IOException {
    while (at + index >= limit) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    int kept = limit - at;
    byte[] target = kept > block.length / 2 ? new byte[2 * block.length] : block;
    System.arraycopy(block, at, target, 0, kept);
    block = target;
    at = 0;
    limit = kept;
    int read = octets.read(block, limit, block.length - limit);
    limit += Math.max(0, read);
    return read > 0;
  }

  private int lineLength(int from) throws IOException {
    int index = from;
    while (has(index)) {
      int found = at + index;
      while (found < limit && block[found] != '\n') {
        found++;
      }
      index = found - at;
      if (found < limit) {
        return index + 1 - from;
      }
    }
    return index - from;
  }

  private int recordLength(int from) throws IOException {
    int end = from;
    do {
      end += lineLength(end);
    } while (has(end) && TextFields.isContinuation(block[at + end]));
    return end - from;
  }

  /** Returns how long the lines are that are comments. */
  private int commentsLength(int from) throws IOException {
    int end = from;
    while (layout.holdsComments() && has(end) && block[at + end] == ';') {
      end += lineLength(end);
      commented = true;
    }
    return end - from;
  }

  private int ownerLength() throws IOException {
    int length = 0;
    while (has(length) && !TextFields.isSeparator(block[at + length])) {
      length += TextFields.step(block[at + length]);
    }
    return length;
  }

  /** Says whether a record has the owner of the first one. */
  private boolean isOf(int owner, int from) throws IOException {
    if (!has(from + owner) || !TextFields.isSeparator(block[at + from + owner])) {
      return false;
    }
    int start = at + from;
    return Arrays.equals(block, at, at + owner, block, start, start + owner);
  }

  /** Returns how many signatures have been passed. */
  long signatures() {
    return signatures;
  }
}
