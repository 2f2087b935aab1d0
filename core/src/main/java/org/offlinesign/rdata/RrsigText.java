package org.offlinesign.rdata;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.Base64;
import org.offlinesign.wire.WireWriter;

/**
 * Writes the RDATA of RRSIG records as {@link RdataSchema#print} does, and remembers the text of
 * what stands before the signature, which in one zone is the same for most RRsets of a type.
 *
 * <p>Nine fields, two of them dates, are more work than the base64 of the signature. Holds a few
 * lines of text. Not thread safe.
 */
public final class RrsigText {
  private static final RdataSchema SCHEMA = RdataSchema.of(RecordType.RRSIG);
  private static final int SIGNER_AT = 18;
  private static final int SLOTS = 16;

  private final @Nullable Head[] heads = new Head[SLOTS];

  /** What stands before a signature, as octets and as text. */
  private static final class Head {
    private final byte[] octets;
    private final byte[] text;

    Head(byte[] octets, byte[] text) {
      this.octets = octets;
      this.text = text;
    }

    /** Says whether RDATA is this and a signature. */
    boolean starts(byte[] rdata, int offset, int length) {
      return length > octets.length
          && Arrays.equals(octets, 0, octets.length, rdata, offset, offset + octets.length);
    }
  }

  /** Appends one line of text, without the line's end. */
  public void print(byte[] rdata, int offset, int length, WireWriter out) {
    // The second octet of the type covered tells nearly all types apart.
    int slot = length < 2 ? 0 : rdata[offset + 1] & SLOTS - 1;
    Head head = heads[slot];
    if (head != null && head.starts(rdata, offset, length)) {
      out.bytes(head.text);
      Base64.encode(rdata, offset + head.octets.length, length - head.octets.length, out);
    } else {
      int start = out.length();
      SCHEMA.print(rdata, offset, length, out);
      heads[slot] =
          head(rdata, offset, length, Arrays.copyOfRange(out.array(), start, out.length()));
    }
  }

  /** Returns what RDATA begins with, given its text; null where it is no RRSIG. */
  private static @Nullable Head head(byte[] rdata, int offset, int length, byte[] text) {
    try {
      int signerAt = offset + SIGNER_AT;
      int end = signerAt + DnsName.wireLengthAt(rdata, signerAt, offset + length);
      if (end == offset + length) {
        return null;
      }
      int textEnd = text.length;
      while (text[textEnd - 1] != ' ') {
        textEnd--;
      }
      return new Head(Arrays.copyOfRange(rdata, offset, end), Arrays.copyOf(text, textEnd));
    } catch (NameSyntaxException e) {
      return null;
    }
  }
}
