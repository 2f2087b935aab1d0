package org.offlinesign.zonefile;

import java.util.Arrays;
import org.offlinesign.wire.WireWriter;

/**
 * The comments that stand with a record in text: lines above it, and what follows it in its own
 * line. Immutable and safe for any thread.
 */
public final class RecordComments {
  /** The most octets that the comments of one record have, the ends of the lines above included. */
  public static final int MAX_OCTETS = 0xffff;

  /** No comments. */
  public static final RecordComments NONE = new RecordComments(new byte[0], 0, 0);

  /**
   * What the comment begins with by which the program knows a file that it wrote. It says nothing
   * true of another file.
   */
  public static final String SEAL = "; offlinesign-seal ";

  private final byte[] octets;
  private final int behind;

  private RecordComments(byte[] source, int from, int length) {
    octets = new byte[length];
    System.arraycopy(source, from, octets, 0, length);
    int end = length;
    while (end > 0 && octets[end - 1] != '\n') {
      end--;
    }
    behind = end;
  }

  /**
   * Copies comments as a {@link org.offlinesign.record.RecordBuffer} holds them: each line above
   * the record with its line feed, then what stands behind the record, without one.
   */
  public static RecordComments copyOf(byte[] octets, int from, int length) {
    return length == 0 ? NONE : new RecordComments(octets, from, length);
  }

  /** Copies comments, as {@link #copyOf(byte[], int, int)} does. */
  public static RecordComments copyOf(WireWriter written) {
    return copyOf(written.array(), 0, written.length());
  }

  /**
   * Returns these comments and then others of the same record; these alone if the others are the
   * same, or if there is no room for them.
   */
  public RecordComments and(RecordComments others) {
    if (length() == 0) {
      return others;
    }
    WireWriter all = new WireWriter(length() + 1 + others.length());
    all.bytes(octets, 0, behind).bytes(others.octets, 0, others.behind);
    all.bytes(octets, behind, length() - behind);
    if (behind < length() && others.behind < others.length()) {
      all.u8(' ');
    }
    all.bytes(others.octets, others.behind, others.length() - others.behind);
    boolean hasRoom = all.length() <= MAX_OCTETS;
    return hasRoom && !Arrays.equals(octets, others.octets) ? copyOf(all) : this;
  }

  /** Returns how many octets they have. */
  public int length() {
    return octets.length;
  }

  /** Appends the lines that stand above the record. */
  public void writeAbove(WireWriter out) {
    out.bytes(octets, 0, behind);
  }

  /** Puts what stands behind the record into its line, which has just been written. */
  public void writeBehind(WireWriter out) {
    if (behind < octets.length) {
      out.truncate(out.length() - 1);
      out.u8(' ').bytes(octets, behind, octets.length - behind).u8('\n');
    }
  }
}
