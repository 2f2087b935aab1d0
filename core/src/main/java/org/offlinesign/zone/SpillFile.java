package org.offlinesign.zone;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.offlinesign.progress.Progress;

/**
 * A temporary file of its own in a fresh directory, both for their owner only.
 *
 * <p>Both lose their names as soon as the file is open, where the system allows that, so that
 * nothing stays behind a process that is killed; elsewhere at {@link #close()}.
 */
final class SpillFile implements Closeable {
  private final Path directory;
  private final FileChannel channel;
  private final Progress progress;
  private long octets;

  private SpillFile(Path directory, FileChannel channel, Progress progress) {
    this.directory = directory;
    this.channel = channel;
    this.progress = progress;
  }

  /** Creates an empty file. */
  static SpillFile create(Path temporaryDirectory, Progress progress) throws IOException {
    Path directory =
        Files.createTempDirectory(temporaryDirectory, "offlinesign-", ownerOnly("rwx------"));
    try {
      FileChannel channel =
          FileChannel.open(
              directory.resolve("entries"),
              Set.of(CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE),
              ownerOnly("rw-------"));
      removeIfEmpty(directory);
      return new SpillFile(directory, channel, progress);
    } catch (IOException | RuntimeException e) {
      removeIfEmpty(directory);
      throw e;
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static void removeIfEmpty(Path directory) throws IOException {
    try {
      Files.deleteIfExists(directory);
    } catch (DirectoryNotEmptyException e) {
      // Where an open file keeps its name the directory goes when the file is closed.
      assert Files.exists(directory);
    }
  }

  /** Appends octets. */
  void append(byte[] source, int count) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(source, 0, count);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    octets += count;
    progress.countSpilled(count);
  }

  /** Reads exactly some octets from a position of the file; threads may do so at once. */
  void read(long position, byte[] into, int at, int count) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(into, at, count);
    long from = position;
    while (rest.hasRemaining()) {
      int got = channel.read(rest, from);
      if (got < 0) {
        throw new EOFException("a temporary file was cut off at octet " + from);
      }
      from += got;
    }
  }

  @Override
  public void close() throws IOException {
    progress.countReleased(octets);
    octets = 0;
    try {
      channel.close();
    } finally {
      removeIfEmpty(directory);
    }
  }
}
