package org.offlinesign.seal;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a zone file into that of names: records that follow one another and have one
 * owner. Holds a block of the file, or the text of the longest name. Not thread safe.
 */
final class NameReader {
  private static final int BLOCK = 1 << 18;
  private static final int FEW_RECORDS = 16;

  private final DigestedOctets octets;
  private final FileLayout layout;
  private byte[] block = new byte[BLOCK];
  private int at;
  private int limit;
  private int[] records = new int[FEW_RECORDS + 1];
  private int[] types = new int[FEW_RECORDS];
  private int count;
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
    int owner = ownerLength();
    int length = 0;
    do {
      int end = length + recordLength(length);
      add(length);
      length = end;
    } while (has(length) && isOf(owner, length));
    return name(length);
  }

  private FormerName name(int length) {
    byte[] text = Arrays.copyOfRange(block, at, at + length);
    records[count] = length;
    at += length;
    FormerName name =
        new FormerName(
            text, Arrays.copyOf(records, count + 1), Arrays.copyOf(types, count), layout);
    signatures += name.countSignatures();
    return name;
  }

  /** Takes note of the record that begins so far on from the name. */
  private void add(int from) {
    if (count == types.length) {
      types = Arrays.copyOf(types, 2 * count);
      records = Arrays.copyOf(records, 2 * count + 1);
    }
    TextFields fields = new TextFields(block, at + from);
    fields.skip(layout.fieldsBeforeType() + 1);
    records[count] = from;
    types[count] = fields.from() - at;
    count++;
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
