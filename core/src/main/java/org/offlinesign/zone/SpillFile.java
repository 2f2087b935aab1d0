package org.offlinesign.zone;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.offlinesign.file.TemporaryFile;
import org.offlinesign.progress.Progress;

/** A temporary file, of which nothing stays behind a process that is killed. */
final class SpillFile implements Closeable {
  private final TemporaryFile file;
  private final Progress progress;
  private long octets;

  private SpillFile(TemporaryFile file, Progress progress) {
    this.file = file;
    this.progress = progress;
  }

  /** Creates an empty file. */
  static SpillFile create(Path temporaryDirectory, Progress progress) throws IOException {
    return new SpillFile(TemporaryFile.create(temporaryDirectory), progress);
  }

  /** Appends octets. */
  void append(byte[] source, int count) throws IOException {
    file.stream().write(source, 0, count);
    octets += count;
    progress.countSpilled(count);
  }

  /** Reads exactly some octets from a position of the file; threads may do so at once. */
  void read(long position, byte[] into, int at, int count) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(into, at, count);
    long from = position;
    while (rest.hasRemaining()) {
      int got = file.channel().read(rest, from);
      if (got < 0) {
        throw new EOFException(
            "a temporary file was cut off at octet " + from + ": something else has changed it");
      }
      from += got;
    }
  }

  @Override
  public void close() throws IOException {
    progress.countReleased(octets);
    octets = 0;
    file.close();
  }
}
