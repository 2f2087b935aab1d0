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
import org.jspecify.annotations.Nullable;

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
    for (Path file : files) {
      chain.beginFile(file);
      Optional<AuditFault> fault = read(file, chain);
      if (fault.isPresent()) {
        return chain.verdict(fault);
      }
    }
    return chain.verdict(Optional.empty());
  }

  private static Optional<AuditFault> read(Path file, AuditChain chain) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      @Nullable String complaint = null;
      int octet = in.read();
      while (octet >= 0 && complaint == null) {
        if (octet == '\n') {
          complaint = chain.line(line.toByteArray());
          line.reset();
        } else if (line.size() == LONGEST_LINE) {
          complaint = chain.longLine();
        } else {
          line.write(octet);
        }
        octet = in.read();
      }
      if (complaint == null) {
        complaint = chain.endFile(line.toByteArray());
      }
      return Optional.ofNullable(complaint)
          .map(words -> new AuditFault(file, chain.faultyLine(), words));
    }
  }
}
