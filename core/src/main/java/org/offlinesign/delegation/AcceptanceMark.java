package org.offlinesign.delegation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The comment that a dsset- file begins with if it holds what CDS records of the child asked for.
 * Such a file is the whole truth of the child, also where it has no records.
 */
final class AcceptanceMark {
  private static final String START = "; accepted from CDS records signed ";
  private static final int LONGEST = START.length() + 40;

  private AcceptanceMark() {}

  /** Returns the comment, whole lines. */
  static String line(Instant signedSince, boolean deletion) {
    return START
        + signedSince
        + "\n"
        + (deletion ? "; the child asked for no DS records (RFC 8078 section 4)\n" : "");
  }

  /** Returns since when the records in a file were signed; empty if it has no mark. */
  static Optional<Instant> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
      return start.lines().findFirst().flatMap(AcceptanceMark::parse);
    }
  }

  private static Optional<Instant> parse(String line) {
    if (!line.startsWith(START)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(line.substring(START.length()).strip()));
    } catch (DateTimeParseException e) {
      // Somebody's comment that begins alike: the file is as good as any other.
      return Optional.empty();
    }
  }
}
