package org.offlinesign.cli.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offlinesign.file.WitnessedFile;

/**
 * Files that a command had to do with, each once however its name is spelled. Holds {@value
 * #LISTED} of them, because a zone may include any number; of the rest their number and one digest.
 */
public final class FileNotes {
  /** How many are listed. */
  static final int LISTED = 1000;

  private final Set<WitnessedFile> seen = new HashSet<>();
  private final List<WitnessedFile> listed = new ArrayList<>();
  private final MessageDigest others;
  private long otherCount;

  /**
   * @param others makes the digest of what is not listed; it can be cloned
   */
  FileNotes(MessageDigest others) {
    this.others = others;
  }

  /**
   * What was noted.
   *
   * @param others what became too many to be listed
   */
  public record Noted(List<WitnessedFile> listed, Optional<Others> others) {}

  /**
   * Files that are not listed.
   *
   * @param count how many; one is counted as often as it was read
   * @param digest SHA-256 in hexadecimal digits, of a line with digest, size and name of each
   */
  public record Others(long count, String digest) {}

  void add(WitnessedFile file) {
    if (seen.contains(real(file))) {
      return;
    }
    if (listed.size() < LISTED) {
      seen.add(real(file));
      listed.add(file);
    } else {
      String line = file.digest().orElse("-") + ' ' + file.octets() + ' ' + file.name() + '\n';
      others.update(line.getBytes(StandardCharsets.UTF_8));
      otherCount++;
    }
  }

  private static WitnessedFile real(WitnessedFile file) {
    return new WitnessedFile(realName(file.name()), file.octets(), file.digest());
  }

  private static String realName(String name) {
    try {
      return Path.of(name).toRealPath().toString();
    } catch (IOException | InvalidPathException isNoFileNow) {
      // A stream, say, has no other name than this.
      return name;
    }
  }

  Noted noted() {
    if (otherCount == 0) {
      return new Noted(List.copyOf(listed), Optional.empty());
    }
    return new Noted(List.copyOf(listed), Optional.of(new Others(otherCount, digestSoFar())));
  }

  private String digestSoFar() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) others.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("the SHA-256 of the platform can be cloned", e);
    }
  }
}
