package org.offlinesign.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * A set of record types that is written as the Type Bit Maps field of NSEC, NSEC3 and CSYNC records
 * (RFC 4034 §4.1.2).
 *
 * <p>Reusable: {@link #clear()} empties it at the cost of what it held. Not thread safe; holds 8
 * KB.
 */
public final class TypeBitmap {
  private static final int WINDOWS = 256;
  private static final int WINDOW_OCTETS = 32;

  private final byte[] bits = new byte[WINDOWS * WINDOW_OCTETS];
  private final boolean[] used = new boolean[WINDOWS];

  // No window from this one on is in use; mostly it is 1.
  private int end;

  /** Removes all types. */
  public void clear() {
    for (int window = 0; window < end; window++) {
      if (used[window]) {
        used[window] = false;
        int from = window * WINDOW_OCTETS;
        Arrays.fill(bits, from, from + WINDOW_OCTETS, (byte) 0);
      }
    }
    end = 0;
  }

  /** Adds a type by its number. */
  public void add(int type) {
    use(type >> 8);
    bits[type >> 3] |= (byte) (0x80 >> (type & 7));
  }

  private void use(int window) {
    used[window] = true;
    end = Math.max(end, window + 1);
  }

  /** Says whether a type is in the set. */
  public boolean contains(int type) {
    return (bits[type >> 3] & 0x80 >> (type & 7)) != 0;
  }

  /** Appends the field: only windows with a type in them, no trailing zero octets. */
  public void writeTo(WireWriter out) {
    for (int window = 0; window < end; window++) {
      if (used[window]) {
        int from = window * WINDOW_OCTETS;
        int octets = WINDOW_OCTETS;
        while (bits[from + octets - 1] == 0) {
          octets--;
        }
        out.u8(window).u8(octets).bytes(bits, from, octets);
      }
    }
  }

  /**
   * Adds all types of the field that fills the rest of a reader.
   *
   * @throws WireFormatException if windows are empty, too long, out of order, or end in a zero
   *     octet
   */
  public void readFrom(WireReader in) throws WireFormatException {
    int previous = -1;
    while (in.remaining() > 0) {
      int window = in.u8();
      int octets = in.u8();
      if (window <= previous || octets < 1 || octets > WINDOW_OCTETS) {
        throw new WireFormatException(
            "expected a window after "
                + previous
                + " of 1 to 32 octets but found window "
                + window
                + " of "
                + octets);
      }
      previous = window;
      byte[] read = in.bytes(octets);
      if (read[octets - 1] == 0) {
        throw new WireFormatException(
            "expected a type bitmap without trailing zero octets in window " + window);
      }
      for (int i = 0; i < octets; i++) {
        bits[window * WINDOW_OCTETS + i] |= read[i];
      }
      use(window);
    }
  }

  /** Returns the types in ascending order. */
  public List<RecordType> types() {
    List<RecordType> types = new ArrayList<>();
    for (int type = 0; type < end * 256; type++) {
      if (used[type >> 8] && contains(type)) {
        types.add(RecordType.of(type));
      }
    }
    return types;
  }
}
