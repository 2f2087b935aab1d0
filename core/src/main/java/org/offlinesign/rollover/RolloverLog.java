package org.offlinesign.rollover;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.offlinesign.file.AdvisedFileException;
import org.offlinesign.file.OwnerOnly;
import org.offlinesign.keystore.StoreCompanion;

/**
 * What was done in the rollovers of a store, one line for each step, in a file beside the store.
 *
 * <p>Lines are only ever added, and are on the disk when {@link #append} returns.
 */
public final class RolloverLog {
  private final Path file;

  private RolloverLog(Path file) {
    this.file = file;
  }

  /** Returns the log of a store: its name with {@code .rollover.log}. */
  public static RolloverLog beside(Path store) {
    return new RolloverLog(StoreCompanion.ROLLOVER_LOG.of(store));
  }

  public Path file() {
    return file;
  }

  /** Refuses a log that is a symbolic link: who has put it there would decide what grows. */
  public void refuseLink() throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new AdvisedFileException(
          file.toString(), "the log is a symbolic link, which is not followed", "remove the link");
    }
  }

  /** Adds one line; characters that would end it or be none become blanks. */
  public void append(String line) throws IOException {
    String text = line.replaceAll("\\p{Cntrl}+", " ") + "\n";
    ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    refuseLink();
    boolean isNew = Files.notExists(file);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS),
            OwnerOnly.atBirth(file))) {
      if (isNew) {
        OwnerOnly.giveTo(file);
      }
      while (octets.hasRemaining()) {
        channel.write(octets);
      }
      channel.force(true);
    }
  }
}
