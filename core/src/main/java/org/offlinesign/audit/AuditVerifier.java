package org.offlinesign.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads logs from the first line to the last, each of which must be followed by the one that was
 * written after it, up to the first that is not. Holds two lines.
 */
public final class AuditVerifier {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_LINE = 1 << 26;

  private final Consumer<AuditLine> lines;

  /**
   * @param lines sees each line that is known to be as it was written
   */
  public AuditVerifier(Consumer<AuditLine> lines) {
    this.lines = lines;
  }

  /**
   * Checks files that continue one another.
   *
   * @param before the digest of the line that precedes the first file, or stands first in it;
   *     {@link LineDigest#NONE} if that file is to begin with the first line of a log
   */
  public AuditVerdict verify(List<Path> files, LineDigest before) throws IOException {
    AuditChain chain = new AuditChain(before, lines);
    try {
      for (Path file : files) {
        chain.beginFile(file);
        read(file, chain);
      }
      chain.end();
    } catch (BrokenChainException e) {
      return chain.verdict(Optional.of(e.fault()));
    }
    return chain.verdict(Optional.empty());
  }

  private static void read(Path file, AuditChain chain) throws IOException, BrokenChainException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet == '\n') {
          chain.line(line.toByteArray());
          line.reset();
        } else if (line.size() == LONGEST_LINE) {
          throw chain.longLine();
        } else {
          line.write(octet);
        }
      }
      chain.endFile(line.toByteArray());
    }
  }
}
