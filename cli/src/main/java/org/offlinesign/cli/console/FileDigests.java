package org.offlinesign.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.file.FileStamp;
import org.offlinesign.file.WitnessedFile;

/**
 * The digests of files that are asked for again and again, such as that of the key store before and
 * after each line of a batch. Reads a file anew if it may have changed since. Holds the last
 * {@value #MAX_FILES} digests. Thread safe.
 */
final class FileDigests {
  private static final int MAX_FILES = 64;
  private static final int BLOCK = 1 << 14;
  private static final float LOAD_FACTOR = 0.75f;

  // Whatever time a command is to believe in, files are dated by the clock of the machine.
  private final Clock clock = Clock.systemUTC();
  private final Map<Path, Remembered> files =
      new LinkedHashMap<>(MAX_FILES, LOAD_FACTOR, /* accessOrder= */ true);

  /** Returns the digest that every platform makes. */
  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Returns what is in a file; there is no digest of what can be read but once. */
  WitnessedFile of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new WitnessedFile(file.toString(), 0, Optional.empty());
    }
    return remembered(file).of(file);
  }

  private synchronized Remembered remembered(Path file) {
    Remembered known = files.computeIfAbsent(file, unknown -> new Remembered());
    if (files.size() > MAX_FILES) {
      files.remove(files.keySet().iterator().next());
    }
    return known;
  }

  private final class Remembered {
    private FileStamp stamp = FileStamp.NONE;
    private Optional<WitnessedFile> content = Optional.empty();

    synchronized WitnessedFile of(Path file) throws IOException {
      FileStamp present = FileStamp.of(file, clock);
      if (content.isPresent() && stamp.provesUnchanged(present)) {
        return content.get();
      }
      WitnessedFile read = read(file);
      content = Optional.of(read);
      stamp = present;
      return read;
    }
  }

  private static WitnessedFile read(Path file) throws IOException {
    MessageDigest digest = newDigest();
    long octets = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] block = new byte[BLOCK];
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        digest.update(block, 0, count);
        octets += count;
      }
    }
    String text = HexFormat.of().formatHex(digest.digest());
    return new WitnessedFile(file.toString(), octets, Optional.of(text));
  }
}
