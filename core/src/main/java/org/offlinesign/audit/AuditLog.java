package org.offlinesign.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file to which lines are added, each with the digest of the one before.
 *
 * <p>Any number of processes and threads may add to the same file: each reads its end under a lock.
 * Nothing in it is ever changed or taken away, so that it may be a file that the system lets
 * programs append to alone; half a line that a killed program has left is described by the next
 * one. The file is its owner's from birth, and symbolic links are not followed. One that is renamed
 * meanwhile is left, and another is begun. Thread safe; a process opens a file once.
 */
public final class AuditLog implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(2);

  private final Path path;
  private final Duration patience;
  private @Nullable OpenLog open;

  /** Prepares a log; nothing is opened before the first line comes. */
  public AuditLog(Path path) {
    this(path, PATIENCE);
  }

  AuditLog(Path path, Duration patience) {
    this.path = path;
    this.patience = patience;
  }

  /**
   * Adds a line, and returns its digest once the line is on the disk.
   *
   * @param content members of a JSON object, without its braces
   */
  public LineDigest append(String content) throws IOException, AuditLogException {
    Added added = add(content);
    // Not under the lock: the disk takes the lines of all who wait for it at once.
    added.file.flush(added.line);
    return added.digest;
  }

  /**
   * Begins the file with the last line of the one before, so that it goes on with its chain.
   *
   * @throws AuditLogException if there is anything in it
   */
  public void beginWith(LastLine last) throws IOException, AuditLogException {
    OpenLog file;
    long added;
    synchronized (this) {
      file = present();
      FileLock lock = lock(file);
      try {
        if (!file.isEmpty()) {
          throw new AuditLogException("there is something in it already");
        }
        added = last.addTo(file);
      } finally {
        lock.release();
      }
    }
    file.flush(added);
  }

  private record Added(OpenLog file, long line, LineDigest digest) {}

  private synchronized Added add(String content) throws IOException, AuditLogException {
    OpenLog file = present();
    FileLock lock = lock(file);
    try {
      AuditTail tail = file.tail();
      byte[] line = AuditLine.format(tail, content);
      long added = tail.isOpen() ? file.writeBehindHalf(line) : file.write(line);
      return new Added(file, added, LineDigest.of(line, 0, line.length));
    } finally {
      lock.release();
    }
  }

  private OpenLog present() throws IOException, AuditLogException {
    OpenLog file = open;
    if (file != null && file.isPresent()) {
      return file;
    }
    close();
    refuseOther();
    OpenLog opened = OpenLog.of(path);
    open = opened;
    return opened;
  }

  /** Refuses what is no file before it is opened, because to open a pipe may take for ever. */
  private void refuseOther() throws IOException, AuditLogException {
    if (Files.isSymbolicLink(path)) {
      throw new AuditLogException("it is a symbolic link, which is not followed");
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new AuditLogException(
          Files.isDirectory(path)
              ? "it is a folder, and not a file in one"
              : "it is a device or a pipe, which keeps nothing");
    }
  }

  private FileLock lock(OpenLog file) throws IOException, AuditLogException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<FileLock> lock = file.tryLock();
    while (lock.isEmpty()) {
      // The clock may wrap around, so that only differences mean anything.
      if (System.nanoTime() - deadline >= 0) {
        throw new AuditLogException(
            "another program has held the lock on it for " + patience.toSeconds() + " s");
      }
      pause();
      lock = file.tryLock();
    }
    return lock.get();
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FileSystemException(
          path.toString(), null, "interrupted while waiting for its lock");
    }
  }

  /** Gives the file back. */
  @Override
  public synchronized void close() throws IOException {
    OpenLog file = open;
    open = null;
    if (file != null) {
      file.close();
    }
  }
}
