package org.offlinesign.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
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
  private @Nullable OpenFile open;

  /** Prepares a log; nothing is opened before the first line comes. */
  public AuditLog(Path path) {
    this(path, PATIENCE);
  }

  AuditLog(Path path, Duration patience) {
    this.path = path;
    this.patience = patience;
  }

  /** A file as it was when it was opened, twice, because none can be read and appended to. */
  private record OpenFile(FileChannel end, FileChannel content, @Nullable Object key)
      implements Closeable {
    @Override
    public void close() throws IOException {
      try (end;
          content) {
        end.force(true);
      }
    }
  }

  /**
   * Adds a line, and returns its digest once the line is on the disk.
   *
   * @param content members of a JSON object, without its braces
   */
  public LineDigest append(String content) throws IOException, AuditLogException {
    Added added = add(content);
    try {
      // Not under the lock: the disk takes the lines of all who wait for it at once.
      added.file.force(true);
    } catch (ClosedChannelException renamed) {
      // Whoever found that the file was renamed has handed all to the disk before closing it.
      return added.digest;
    }
    return added.digest;
  }

  private record Added(FileChannel file, LineDigest digest) {}

  private synchronized Added add(String content) throws IOException, AuditLogException {
    OpenFile file = present();
    FileLock lock = lock(file);
    try {
      AuditTail tail = AuditTail.of(file.content);
      byte[] line = AuditLine.format(tail, content);
      write(file.end, line, tail.isOpen());
      return new Added(file.end, LineDigest.of(line, 0, line.length));
    } finally {
      lock.release();
    }
  }

  /** One call for all of it, so that it is hardly ever torn. */
  private static void write(FileChannel file, byte[] line, boolean closesTornLine)
      throws IOException {
    ByteBuffer octets = ByteBuffer.allocate(line.length + 2);
    if (closesTornLine) {
      octets.put((byte) '\n');
    }
    octets.put(line).put((byte) '\n').flip();
    while (octets.hasRemaining()) {
      file.write(octets);
    }
  }

  private OpenFile present() throws IOException, AuditLogException {
    OpenFile file = open;
    if (file != null && Objects.equals(file.key, key())) {
      return file;
    }
    close();
    OpenFile opened = openFile();
    open = opened;
    return opened;
  }

  private OpenFile openFile() throws IOException, AuditLogException {
    refuseOther();
    FileChannel end =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS),
            ownerOnly());
    try {
      FileChannel content =
          FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
      return new OpenFile(end, content, key());
    } catch (IOException e) {
      end.close();
      throw e;
    }
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

  private @Nullable Object key() throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (NoSuchFileException renamed) {
      return null;
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private FileLock lock(OpenFile file) throws IOException, AuditLogException {
    long deadline = System.nanoTime() + patience.toNanos();
    FileLock lock = tryLock(file);
    while (lock == null) {
      // The clock may wrap around, so that only differences mean anything.
      if (System.nanoTime() - deadline >= 0) {
        throw new AuditLogException(
            "another program has held the lock on it for " + patience.toSeconds() + " s");
      }
      pause();
      lock = tryLock(file);
    }
    return lock;
  }

  private static @Nullable FileLock tryLock(OpenFile file) throws IOException {
    try {
      return file.end.tryLock();
    } catch (OverlappingFileLockException anotherOfThisProcess) {
      return null;
    }
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
    OpenFile file = open;
    open = null;
    if (file != null) {
      file.close();
    }
  }
}
