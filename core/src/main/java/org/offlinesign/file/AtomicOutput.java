package org.offlinesign.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that takes its name whole or not at all.
 *
 * <p>Octets go to a part file beside the target. {@link #commit} flushes it to disk and moves it
 * over the target; {@link #close} without a commit removes it, as does an orderly end of the
 * program. A target that is a symbolic link stays one: the file behind it is replaced. A device or
 * pipe is not replaced but receives the finished part file. Unbuffered and not thread safe.
 */
public final class AtomicOutput implements Closeable {
  private final Path target;
  private final PartFile part;
  private final WitnessedOctets octets;
  private final OutputStream stream;
  private boolean finished;

  private AtomicOutput(Path target, PartFile part, FileWitness witness) {
    this.target = target;
    this.part = part;
    this.octets = new WitnessedOctets(witness);
    this.stream = new ChannelStream(part.channel(), octets);
  }

  /** Starts a file that keeps the permissions of the one it replaces. */
  public static AtomicOutput open(Path target) throws IOException {
    return open(target, FileAccess.INHERITED);
  }

  /** Starts a file that keeps the permissions of the one it replaces. */
  public static AtomicOutput open(Path target, FileWitness witness) throws IOException {
    return open(target, FileAccess.INHERITED, witness);
  }

  /** Starts a file. */
  public static AtomicOutput open(Path target, FileAccess access) throws IOException {
    return open(target, access, FileWitness.NONE);
  }

  private static AtomicOutput open(Path target, FileAccess access, FileWitness witness)
      throws IOException {
    // The link /dev/stdout leads to names such as pipe:[4711], which are no paths.
    Path file = isSpecial(target) ? target.toAbsolutePath() : TargetPath.resolve(target);
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          target.toString(), null, "expected a file to write but found a folder");
    }
    Path beside = isSpecial(file) ? Path.of(System.getProperty("java.io.tmpdir"), "pipe") : file;
    return new AtomicOutput(file, PartFile.create(beside, access), witness);
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  /** Writes a whole file at once. */
  public static void write(Path target, FileAccess access, byte[] octets) throws IOException {
    try (AtomicOutput output = open(target, access)) {
      output.stream().write(octets);
      output.commit();
    }
  }

  /** Returns where the octets go; closing it does nothing. */
  public OutputStream stream() {
    return stream;
  }

  /** Returns the file that holds what was written so far, for a check before the commit. */
  public Path partFile() {
    return part.path();
  }

  /** Flushes the octets to disk and gives the file its name. */
  public void commit() throws IOException {
    if (finished) {
      throw new IllegalStateException(target + " is committed or closed already");
    }
    // Creating and moving files waits for the disk, too, while it is busy with the files of others.
    DiskWait.until(this::giveName);
    finished = true;
    octets.wereWritten(target);
    part.close();
  }

  private void giveName() throws IOException {
    part.flush();
    if (isSpecial(target)) {
      try (OutputStream device = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
        Files.copy(part.path(), device);
      }
    } else {
      Files.move(part.path(), target, StandardCopyOption.ATOMIC_MOVE);
      part.moved();
      flushFolder();
    }
  }

  private void flushFolder() throws IOException {
    Path folder = target.getParent();
    // Windows opens no folders. To ask the store of the folder would read the table of mounts.
    if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  /** Removes what was written unless it was committed. */
  @Override
  public void close() throws IOException {
    finished = true;
    part.close();
  }

  private static final class ChannelStream extends OutputStream {
    private final FileChannel channel;
    private final WitnessedOctets witnessed;

    ChannelStream(FileChannel channel, WitnessedOctets witnessed) {
      this.channel = channel;
      this.witnessed = witnessed;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
      ByteBuffer rest = ByteBuffer.wrap(octets, offset, length);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      witnessed.update(octets, offset, length);
    }
  }
}
