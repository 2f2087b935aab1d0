package org.offlinesign.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.OwnerOnly;

/** A file as it was when it was opened, twice, because none can be read and appended to. */
final class OpenLog implements Closeable {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path path;
  private final FileChannel end;
  private final FileChannel content;
  private final @Nullable Object key;
  private final SharedFlush flush;

  private OpenLog(Path path, FileChannel end, FileChannel content, @Nullable Object key) {
    this.path = path;
    this.end = end;
    this.content = content;
    this.key = key;
    this.flush = new SharedFlush(() -> end.force(true));
  }

  /** Opens a file, which is created if there is none. */
  static OpenLog of(Path path) throws IOException {
    while (true) {
      create(path);
      Optional<OpenLog> opened = openPresent(path);
      if (opened.isPresent()) {
        return opened.get();
      }
    }
  }

  /** Creates the file, and has its name on the disk before anything is in it. */
  private static void create(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!isPosix(path)) {
      createUnlessThere(path);
      return;
    }
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      createUnlessThere(path, OwnerOnly.atBirth(path));
      names.force(true);
    }
  }

  private static void createUnlessThere(Path path, FileAttribute<?>... access) throws IOException {
    try {
      FileChannel.open(path, NEW, access).close();
    } catch (FileAlreadyExistsException byAnotherProgram) {
      // It is that one's file then, to which both add.
      return;
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Opens the file that is there; empty if it was renamed meanwhile. */
  private static Optional<OpenLog> openPresent(Path path) throws IOException {
    try {
      Object key = key(path);
      FileChannel end =
          FileChannel.open(path, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
      OpenLog opened = new OpenLog(path, end, contentOrClose(path, end), key);
      if (opened.isPresent()) {
        return Optional.of(opened);
      }
      opened.close();
      return Optional.empty();
    } catch (NoSuchFileException renamed) {
      return Optional.empty();
    }
  }

  private static FileChannel contentOrClose(Path path, FileChannel end) throws IOException {
    boolean opened = false;
    try {
      FileChannel content =
          FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
      opened = true;
      return content;
    } finally {
      if (!opened) {
        end.close();
      }
    }
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  /**
   * Says whether the file still has its name, was not closed, as Java does where a thread is
   * interrupted, and all that was added was taken by the disk so far.
   */
  boolean isPresent() throws IOException {
    try {
      return end.isOpen()
          && content.isOpen()
          && !flush.hasFailed()
          && Objects.equals(key, key(path));
    } catch (NoSuchFileException renamed) {
      return false;
    }
  }

  /** Takes the lock that writers take; empty if another holds it. */
  Optional<FileLock> tryLock() throws IOException {
    try {
      return Optional.ofNullable(end.tryLock());
    } catch (OverlappingFileLockException anotherOfThisProcess) {
      return Optional.empty();
    }
  }

  boolean isEmpty() throws IOException {
    return content.size() == 0;
  }

  AuditTail tail() throws IOException, AuditLogException {
    return AuditTail.of(content);
  }

  /** Adds a line behind one that is whole; returns what to {@link #flush}. */
  long write(byte[] line) throws IOException {
    return write(ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n'));
  }

  /** Ends half a line, and adds one behind it; returns what to {@link #flush}. */
  long writeBehindHalf(byte[] line) throws IOException {
    return write(ByteBuffer.allocate(line.length + 2).put((byte) '\n').put(line).put((byte) '\n'));
  }

  /** Adds octets, in one call for all of them, so that a line is hardly ever torn. */
  private long write(ByteBuffer octets) throws IOException {
    octets.flip();
    while (octets.hasRemaining()) {
      end.write(octets);
    }
    return flush.added();
  }

  /** Returns once a line that was added is on the disk. */
  void flush(long line) throws IOException {
    flush.await(line);
  }

  /** Closes the file, once all that was added is on the disk. */
  @Override
  public void close() throws IOException {
    try (end;
        content) {
      if (end.isOpen() && !flush.hasFailed()) {
        flush.awaitAll();
      }
    }
  }
}
