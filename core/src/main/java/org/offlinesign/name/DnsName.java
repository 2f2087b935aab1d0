package org.offlinesign.name;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.wire.WireWriter;

/**
 * A fully qualified domain name: its wire octets (RFC 1035 §3.1), case kept.
 *
 * <p>Equality ignores the case of ASCII letters (RFC 4343). Immutable and thread safe; holds at
 * most 255 octets.
 */
public final class DnsName {
  /** The longest name in octets of wire form (RFC 1035 §2.3.4). */
  public static final int MAX_WIRE_LENGTH = 255;

  /** The longest label in octets (RFC 1035 §2.3.4). */
  public static final int MAX_LABEL_LENGTH = 63;

  /** The root, a single zero octet. */
  public static final DnsName ROOT = new DnsName(new byte[] {0});

  private static final NameParser DECIMAL = new NameParser(EscapeStyle.DECIMAL);

  private final byte[] wire;

  private DnsName(byte[] wire) {
    this.wire = wire;
  }

  /** Returns the name that some text stands for; a missing final dot is taken as meant. */
  public static DnsName parse(String text) throws NameSyntaxException {
    return parse(text, ROOT);
  }

  /**
   * Returns the name that some text stands for.
   *
   * @param origin completes a relative name; null where only absolute names may stand
   */
  public static DnsName parse(String text, @Nullable DnsName origin) throws NameSyntaxException {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    WireWriter out = new WireWriter(MAX_WIRE_LENGTH);
    DECIMAL.parse(octets, 0, octets.length, origin, out);
    return new DnsName(out.toByteArray());
  }

  /**
   * Returns the name that a constant in a program stands for.
   *
   * @throws IllegalArgumentException if it is no name
   */
  public static DnsName of(String text) {
    try {
      return parse(text);
    } catch (NameSyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Returns the uncompressed name that fills some octets exactly. */
  public static DnsName fromWire(byte[] octets, int offset, int length) throws NameSyntaxException {
    int found = wireLengthAt(octets, offset, offset + length);
    if (found != length) {
      throw new NameSyntaxException(
          "expected a name of " + length + " octets but it ends after " + found, found);
    }
    return new DnsName(Arrays.copyOfRange(octets, offset, offset + length));
  }

  /** Returns the length in octets of the uncompressed name that starts at an index. */
  public static int wireLengthAt(byte[] octets, int offset, int end) throws NameSyntaxException {
    int at = offset;
    while (at < end) {
      int label = octets[at] & 0xff;
      if (label > MAX_LABEL_LENGTH) {
        throw new NameSyntaxException(
            "expected a label length of at most 63 but found " + label, at - offset);
      }
      at += 1 + label;
      if (at - offset > MAX_WIRE_LENGTH) {
        break;
      }
      if (label == 0) {
        return at - offset;
      }
    }
    throw new NameSyntaxException("expected a name but it does not end", at - offset);
  }

  /** Returns the length of the wire form in octets, the final zero included. */
  public int wireLength() {
    return wire.length;
  }

  /** Returns how many labels there are, the root not counted. */
  public int labelCount() {
    int count = 0;
    for (int at = 0; wire[at] != 0; at += 1 + wire[at]) {
      count++;
    }
    return count;
  }

  /**
   * Returns the RRSIG label count: neither the root nor a leading {@code *} counts (RFC 4034
   * §3.1.3).
   */
  public int rrsigLabels() {
    return labelCount() - (isWildcard() ? 1 : 0);
  }

  /** Says whether the first label is a single asterisk (RFC 4592 §2.1.1). */
  public boolean isWildcard() {
    return wire[0] == 1 && wire[1] == '*';
  }

  /** Says whether this is the root. */
  public boolean isRoot() {
    return wire.length == 1;
  }

  /**
   * Returns the name without its first label.
   *
   * @throws IllegalStateException for the root
   */
  public DnsName parent() {
    if (isRoot()) {
      throw new IllegalStateException("the root has no parent");
    }
    return new DnsName(Arrays.copyOfRange(wire, 1 + wire[0], wire.length));
  }

  /** Returns the name made of the last labels of this one. */
  public DnsName suffix(int labels) {
    int surplus = labelCount() - labels;
    if (surplus < 0 || labels < 0) {
      throw new IllegalArgumentException(this + " has no suffix of " + labels + " labels");
    }
    int at = 0;
    for (int i = 0; i < surplus; i++) {
      at += 1 + wire[at];
    }
    return at == 0 ? this : new DnsName(Arrays.copyOfRange(wire, at, wire.length));
  }

  /** Returns the name with one more label in front. */
  public DnsName child(byte[] label) throws NameSyntaxException {
    if (label.length == 0 || label.length > MAX_LABEL_LENGTH) {
      throw new NameSyntaxException(
          "expected a label of 1 to 63 octets but found " + label.length, 0);
    }
    if (wire.length + label.length + 1 > MAX_WIRE_LENGTH) {
      throw new NameSyntaxException(
          "expected a name of at most 255 octets but found " + (wire.length + label.length + 1), 0);
    }
    WireWriter out = new WireWriter(MAX_WIRE_LENGTH);
    out.u8(label.length).bytes(label).bytes(wire);
    return new DnsName(out.toByteArray());
  }

  /** Says whether this name is another or lies below it. */
  public boolean isAtOrBelow(DnsName ancestor) {
    int surplus = wire.length - ancestor.wire.length;
    if (surplus < 0) {
      return false;
    }
    int at = 0;
    while (at < surplus) {
      at += 1 + wire[at];
    }
    return at == surplus && equalIgnoringCase(wire, at, ancestor.wire);
  }

  /** Appends the octets as they are. */
  public void writeTo(WireWriter out) {
    out.bytes(wire);
  }

  /** Appends the octets with ASCII letters in lower case (RFC 4034 §6.2). */
  public void writeLowerCaseTo(WireWriter out) {
    int start = out.length();
    out.bytes(wire);
    AsciiCase.lower(out.array(), start, wire.length);
  }

  /** Returns a copy of the octets. */
  public byte[] toWire() {
    return wire.clone();
  }

  /** Returns the name with ASCII letters in lower case. */
  public DnsName lowerCase() {
    byte[] lower = wire.clone();
    AsciiCase.lower(lower, 0, lower.length);
    return new DnsName(lower);
  }

  /** Returns the name's place in canonical order (RFC 4034 §6.1). */
  public CanonicalKey canonicalKey() {
    return CanonicalKey.of(wire);
  }

  /** Says whether the octets are the same, case included. */
  public boolean sameOctets(DnsName that) {
    return Arrays.equals(wire, that.wire);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DnsName that
        && wire.length == that.wire.length
        && equalIgnoringCase(wire, 0, that.wire);
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (byte octet : wire) {
      hash = hash * 31 + AsciiCase.lower(octet);
    }
    return hash;
  }

  private static boolean equalIgnoringCase(byte[] longer, int from, byte[] whole) {
    // A length octet is below 64 and never looks like a letter, so labels need no care.
    for (int i = 0; i < whole.length; i++) {
      if (AsciiCase.lower(longer[from + i]) != AsciiCase.lower(whole[i])) {
        return false;
      }
    }
    return true;
  }

  /** Appends the master file text of the uncompressed name at an index, with its final dot. */
  public static void writeText(byte[] octets, int offset, WireWriter out) {
    int at = offset;
    if (octets[at] == 0) {
      out.u8('.');
      return;
    }
    while (octets[at] != 0) {
      int end = at + 1 + octets[at];
      Escapes.writeLabel(octets, at + 1, end, out);
      out.u8('.');
      at = end;
    }
  }

  /** Returns the master file text with its final dot; special octets are escaped. */
  @Override
  public String toString() {
    WireWriter out = new WireWriter(wire.length * 2);
    writeText(wire, 0, out);
    return out.toString();
  }
}
