package org.offlinesign.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file at some time, by which it can be told that it is unchanged.
 *
 * @param size in octets
 * @param modified in milliseconds
 * @param file which file it is; null where the file system does not number its files
 * @param taken when this was asked, in milliseconds
 */
public record FileStamp(long size, long modified, @Nullable Object file, long taken) {
  /** Stands for no file that can be found. */
  public static final FileStamp NONE = new FileStamp(-1, 0, null, 0);

  // Some file systems count in steps of two seconds: a change within the same step leaves no trace.
  private static final long STEP = Duration.ofSeconds(3).toMillis();

  // A date that is no whole second is of one that counts as the kernel's clock ticks, 10 ms or
  // less.
  private static final long FINE_STEP = 100;

  /**
   * Asks the file system.
   *
   * @param clock the one that files are dated by
   */
  public static FileStamp of(Path path, Clock clock) throws IOException {
    long now = clock.millis();
    BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
    return new FileStamp(facts.size(), facts.lastModifiedTime().toMillis(), facts.fileKey(), now);
  }

  /**
   * Says whether the file has not changed since, by what is said of it now; if a change could have
   * gone unnoticed, it may have.
   */
  public boolean provesUnchanged(FileStamp now) {
    boolean fine = modified % Duration.ofSeconds(1).toMillis() != 0;
    return modified < taken - (fine ? FINE_STEP : STEP)
        && size == now.size
        && modified == now.modified
        && Objects.equals(file, now.file);
  }
}
