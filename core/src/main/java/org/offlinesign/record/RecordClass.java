package org.offlinesign.record;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The class of a resource record: any number from 0 to 65535 (RFC 1035 §3.2.4, RFC 3597 §5). */
public final class RecordClass {
  public static final RecordClass IN = new RecordClass(1);
  public static final RecordClass CH = new RecordClass(3);
  public static final RecordClass HS = new RecordClass(4);

  private final int code;

  private RecordClass(int code) {
    this.code = code;
  }

  /** Returns the class with a number. */
  public static RecordClass of(int code) {
    if (code < 0 || code > 65535) {
      throw new IllegalArgumentException("class " + code + " is not within 0..65535");
    }
    return switch (code) {
      case 1 -> IN;
      case 3 -> CH;
      case 4 -> HS;
      default -> new RecordClass(code);
    };
  }

  /** Returns the class that a mnemonic or {@code CLASSn}, in any case, stands for. */
  public static Optional<RecordClass> parse(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    int code = lookup(octets, 0, octets.length);
    return code < 0 ? Optional.empty() : Optional.of(of(code));
  }

  /**
   * Returns the number of the class that {@code text[from, to)} names, in any case; a negative
   * number says that it names none.
   */
  public static int lookup(byte[] text, int from, int to) {
    if (to - from == 2) {
      int packed = (text[from] & 0xdf) << 8 | (text[from + 1] & 0xdf);
      return switch (packed) {
        case 'I' << 8 | 'N' -> 1;
        case 'C' << 8 | 'S' -> 2;
        case 'C' << 8 | 'H' -> 3;
        case 'H' << 8 | 'S' -> 4;
        default -> -1;
      };
    }
    return RecordTypeRegistry.numbered("CLASS", text, from, to);
  }

  /** Returns the number. */
  public int code() {
    return code;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordClass that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /** Returns {@code IN}, {@code CH}, {@code HS}, or {@code CLASSn}. */
  @Override
  public String toString() {
    return switch (code) {
      case 1 -> "IN";
      case 2 -> "CS";
      case 3 -> "CH";
      case 4 -> "HS";
      default -> "CLASS" + code;
    };
  }
}
