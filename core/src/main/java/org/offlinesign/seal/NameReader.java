package org.offlinesign.seal;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.name.NameParser;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.wire.WireWriter;

/**
 * Cuts the text of a zone file into that of names: records that follow one another and have one
 * owner. Holds a block of the file, or the text of the longest name. Not thread safe.
 */
final class NameReader {
  private static final int BLOCK = 1 << 18;
  private static final NameParser OWNERS = new NameParser(EscapeStyle.DECIMAL);
  private static final byte[] RRSIG = TextFields.word("RRSIG");
  private static final byte[] NSEC3 = TextFields.word("NSEC3");

  private final DigestedOctets octets;
  private final DnsName zone;
  private final FileLayout layout;
  private final WireWriter wire = new WireWriter(DnsName.MAX_WIRE_LENGTH);
  private final byte[] key = new byte[CanonicalKey.MAX_LENGTH];
  private byte[] block = new byte[BLOCK];
  private int at;
  private int limit;
  private long signatures;

  NameReader(DigestedOctets octets, DnsName zone, FileLayout layout) {
    this.octets = octets;
    this.zone = zone;
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
    int owner = ownerLength();
    int length = recordLength(0);
    boolean hashed = look(0);
    while (has(length) && isOf(owner, length)) {
      int record = length;
      length += recordLength(record);
      look(record);
    }
    byte[] text = Arrays.copyOfRange(block, at, at + length);
    at += length;
    return new FormerName(key(text, owner), text, layout, hashed);
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
    while (has(index) && block[at + index] != '\n') {
      index++;
    }
    return index + 1 - from;
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
      length++;
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

  /** Counts a record if it is a signature; says whether it belongs to an NSEC3 chain. */
  private boolean look(int from) {
    TextFields fields = new TextFields(block, at + from);
    fields.skip(layout.fieldsBeforeType() + 1);
    if (fields.is(RRSIG)) {
      signatures++;
      fields.advance();
    }
    return fields.is(NSEC3);
  }

  private byte[] key(byte[] text, int owner) {
    wire.clear();
    try {
      OWNERS.parse(text, 0, owner, zone, wire);
    } catch (NameSyntaxException e) {
      throw new AssertionError("the program wrote a record with an owner that is no name", e);
    }
    return Arrays.copyOf(key, CanonicalKey.encode(wire.array(), 0, key, 0));
  }

  /** Returns how many signatures have been passed. */
  long signatures() {
    return signatures;
  }
}
