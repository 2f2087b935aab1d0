package org.offlinesign.lint;

import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.wire.WireWriter;

/**
 * A zone's name with the zone's name behind it: what a name without its final dot becomes, if it
 * was meant to be complete (RFC 1035 §5.1).
 */
final class DoubledOrigin {
  /** Zones of one label have real names like this below them: {@code com.com}. */
  private static final int FEWEST_LABELS = 2;

  private final @Nullable WireSuffix suffix;

  DoubledOrigin(DnsName apex) {
    this.suffix = apex.labelCount() < FEWEST_LABELS ? null : suffix(apex);
  }

  private static @Nullable WireSuffix suffix(DnsName apex) {
    WireWriter twice = new WireWriter(DnsName.MAX_WIRE_LENGTH);
    apex.writeTo(twice);
    twice.truncate(twice.length() - 1);
    apex.writeTo(twice);
    try {
      return new WireSuffix(DnsName.fromWire(twice.array(), 0, twice.length()));
    } catch (NameSyntaxException e) {
      // A name that long cannot be written twice, so no name has it.
      return null;
    }
  }

  /** Says whether a name in wire form ends like this. */
  boolean holds(byte[] octets, int offset, int length) {
    return suffix != null && suffix.endsOf(octets, offset, length);
  }

  /** Returns what is to be said of such a name. */
  String message(DnsName name) {
    return name + " ends with the name of the zone twice: is a final dot missing?";
  }
}
