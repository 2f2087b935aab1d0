package org.offlinesign.cli.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.offlinesign.cli.argument.HandOverForm;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.delegation.HandOverFormat;

/** The text of a hand-over in one of its forms. */
final class HandOverText {
  private HandOverText() {}

  /** Returns the text, octets in ISO 8859-1. */
  static String of(EntryPoints points, HandOverForm form) throws CommandException, IOException {
    if (form.needsKeys() && !points.dsWithoutKey().isEmpty()) {
      throw CommandException.keys(
          "the key "
              + points.dsWithoutKey().get(0).keyTag()
              + " is known by its digest alone, so it cannot be written in full",
          "name a keyset- or .key file, or the zone file, with --from");
    }
    Optional<HandOverFormat> format = form.format();
    return format.isPresent() ? format.get().text(points) : json(points);
  }

  private static String json(EntryPoints points) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(octets, false, StandardCharsets.ISO_8859_1)) {
      JsonOutput.print(out, generator -> EntryPointJson.write(points, generator));
    }
    return octets.toString(StandardCharsets.ISO_8859_1);
  }
}
