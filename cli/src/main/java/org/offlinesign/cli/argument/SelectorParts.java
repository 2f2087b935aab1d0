package org.offlinesign.cli.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;

/**
 * The parts of a key's selector as typed: {@code name,tag:32478,subject:CN=a\,b}.
 *
 * <p>Commas join the parts; {@code \,} and {@code \\} stand for the characters themselves. A part
 * without a known prefix is a friendly name.
 */
final class SelectorParts {
  private SelectorParts() {}

  /** What a part says of the key. */
  enum Kind {
    FRIENDLY_NAME("friendlyname"),
    TAG("tag"),
    SERIAL("serial"),
    SUBJECT("subject"),
    ISSUER("issuer"),
    ZONE("zone"),
    STORE("store"),
    STORE_TYPE("type"),
    SET_ALGORITHM("set-algorithm"),
    SET_FLAGS("set-flags"),
    START("start"),
    END("end");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    private static Optional<Kind> of(String prefix) {
      for (Kind kind : values()) {
        if (kind.prefix.equals(prefix.toLowerCase(Locale.ROOT))) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    @Override
    public String toString() {
      return prefix;
    }
  }

  /** One part, such as {@code tag:32478}. */
  record Part(Kind kind, String value) {}

  static List<Part> parse(String text) throws CommandException {
    List<Part> parts = new ArrayList<>();
    for (String piece : split(text)) {
      Part part = part(piece, text);
      if (parts.stream().anyMatch(earlier -> earlier.kind() == part.kind())) {
        throw CommandException.usage(
            "'" + text + "' gives " + part.kind() + " twice",
            "commas join what one key is known by; for several keys give the option once for each,"
                + " as in --signkey KSK --signkey ZSK");
      }
      parts.add(part);
    }
    return List.copyOf(parts);
  }

  private static Part part(String piece, String text) throws CommandException {
    int colon = piece.indexOf(':');
    Part part =
        colon < 0
            ? new Part(Kind.FRIENDLY_NAME, piece)
            : new Part(kind(piece.substring(0, colon), piece), piece.substring(colon + 1).strip());
    if (part.value().isEmpty()) {
      throw CommandException.usage(
          "the key '" + text + "' has an empty " + part.kind(), "expected " + FORMS);
    }
    return part;
  }

  private static Kind kind(String prefix, String piece) throws CommandException {
    // Taking an unknown prefix for a name would turn a slip such as tga:123 into another question.
    return Kind.of(prefix.strip())
        .orElseThrow(
            () ->
                CommandException.usage(
                    "'" + prefix + ":' is nothing that a key is known by",
                    "expected " + FORMS,
                    "a friendly name with a colon in it is written friendlyname:" + piece));
  }

  private static List<String> split(String text) throws CommandException {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',') {
        pieces.add(piece.toString().strip());
        piece.setLength(0);
      } else if (c == '\\') {
        piece.append(escaped(text, ++i));
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString().strip());
    return pieces;
  }

  private static char escaped(String text, int index) throws CommandException {
    if (index == text.length() || (text.charAt(index) != ',' && text.charAt(index) != '\\')) {
      throw CommandException.usage(
          "the key '" + text + "' has a backslash before neither a comma nor a backslash",
          "write \\\\ for a backslash and \\, for a comma");
    }
    return text.charAt(index);
  }

  /** What may be typed, for help and messages. */
  static final String FORMS =
      "a friendly name, tag:NUMBER, serial:HEX, subject:DN, issuer:DN or zone:NAME, several joined"
          + " with commas";
}
