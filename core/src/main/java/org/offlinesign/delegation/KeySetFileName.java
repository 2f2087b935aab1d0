package org.offlinesign.delegation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.FileNameText;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

/**
 * The name of a keyset- or dsset- file: which of the two it is, and whose.
 *
 * <p>Read in any case, with or without the final dot. An octet other than a letter, a digit, {@code
 * -}, {@code _} or the dot between labels is written {@code %XX}, as BIND does.
 */
record KeySetFileName(Kind kind, DnsName zone) {
  /** The two files that a child hands to its parent. */
  enum Kind {
    /** DNSKEY records. */
    KEYSET("keyset-"),
    /** DS records. */
    DSSET("dsset-");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** Returns the name in lower case. */
  String fileName(KeySetNaming naming) {
    // The root has no label in front of its dot, so that the dot is all there is to tell.
    return kind.prefix
        + FileNameText.of(zone)
        + (naming == KeySetNaming.BIND || zone.isRoot() ? "." : "");
  }

  /** Returns what a file name says, or nothing if it is the name of another kind of file. */
  static Optional<KeySetFileName> parse(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    for (Kind kind : Kind.values()) {
      if (lower.startsWith(kind.prefix)) {
        return zoneOf(lower.substring(kind.prefix.length()))
            .map(zone -> new KeySetFileName(kind, zone));
      }
    }
    return Optional.empty();
  }

  /**
   * Tells the files that may be of a name below a zone. A folder may hold those of thousands of
   * other zones, which is quickly told of most of them; escapes can spell a name in other ways.
   */
  static Predicate<String> mayBeBelow(DnsName zone) {
    String suffix = FileNameText.of(zone);
    return fileName -> {
      int end = fileName.endsWith(".") ? fileName.length() - 1 : fileName.length();
      int start = end - suffix.length();
      return zone.isRoot()
          || (start > 0 && fileName.regionMatches(true, start, suffix, 0, suffix.length()))
          || fileName.indexOf('%') >= 0
          || fileName.indexOf('\\') >= 0;
    };
  }

  /** Says whether a file name is that of a dsset- file. */
  static boolean isDsset(String fileName) {
    return parse(fileName).filter(name -> name.kind == Kind.DSSET).isPresent();
  }

  private static Optional<DnsName> zoneOf(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    WireWriter escaped = new WireWriter(octets.length);
    for (int i = 0; i < octets.length; i++) {
      int high = i + 2 < octets.length ? Hex.digit(octets[i + 1]) : -1;
      int low = i + 2 < octets.length ? Hex.digit(octets[i + 2]) : -1;
      if (octets[i] == '%' && high >= 0 && low >= 0) {
        escaped.ascii("\\%03d".formatted(high << 4 | low));
        i += 2;
      } else {
        escaped.u8(octets[i]);
      }
    }
    try {
      return Optional.of(DnsName.parse(new String(escaped.toByteArray(), StandardCharsets.UTF_8)));
    } catch (NameSyntaxException e) {
      // Some other file whose name begins alike; it belongs to no zone.
      return Optional.empty();
    }
  }
}
