package org.offlinesign.file;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that takes its name whole or not at all.
 *
 * <p>Octets go to a part file beside the target. {@link #commit} flushes it to disk and moves it
 * over the target; {@link #close} without a commit removes it, as does an orderly end of the
 * program. What a process that was killed has left goes when the next one writes into the folder. A
 * target that is a symbolic link stays one: the file behind it is replaced. An audit log is not. A
 * device or pipe is not replaced but receives what was written once it is complete. Unbuffered and
 * not thread safe.
 */
public final class AtomicOutput implements Closeable {
  private final Path target;
  private final UnnamedFile file;
  private final FileWitness witness;
  private final WitnessedOctets octets;
  private final OutputStream stream;
  private boolean finished;

  private AtomicOutput(Path target, UnnamedFile file, FileWitness witness) {
    this.target = target;
    this.file = file;
    this.witness = witness;
    this.octets = new WitnessedOctets(witness);
    this.stream = new ChannelStream(file.channel(), file.place(), octets);
  }

  /** Starts a file, no device, that keeps the permissions of the one it replaces. */
  static AtomicOutput open(Path target) throws IOException {
    return open(target, FileAccess.INHERITED, FileWitness.NONE);
  }

  /** Starts a file, no device. */
  static AtomicOutput open(Path target, FileAccess access) throws IOException {
    return open(target, access, FileWitness.NONE);
  }

  /** Starts a file that keeps the permissions of the one it replaces, or what a device gets. */
  static AtomicOutput open(OutputPlace.File place, FileWitness witness) throws IOException {
    Path target = place.path();
    if (!isSpecial(target)) {
      return open(target, FileAccess.INHERITED, witness);
    }
    // The link /dev/stdout leads to names such as pipe:[4711], which are no paths.
    Path device = target.toAbsolutePath();
    return new AtomicOutput(
        target,
        CopiedFile.create(place.temporaryFolder(), octets -> copy(octets, device)),
        witness);
  }

  private static AtomicOutput open(Path target, FileAccess access, FileWitness witness)
      throws IOException {
    // Whoever may put a link there must not decide where a secret goes: it replaces the link.
    boolean secret = access == FileAccess.OWNER_ONLY;
    Path file = secret ? TargetPath.inRealFolder(target) : TargetPath.resolve(target);
    if (Files.isDirectory(file) && !Files.isSymbolicLink(file)) {
      throw new AdvisedFileException(
          target.toString(), "expected a file to write but found a folder", "name a file in it");
    }
    GrowingFile.refuse(file);
    if (!secret) {
      PrivateKeyFile.refuse(file);
    }
    witness.mayReplace(file);
    return new AtomicOutput(file, PartFile.create(file, access), witness);
  }

  /** Starts what goes to the stream of a place once it is complete. */
  static AtomicOutput open(OutputPlace.Stream place, FileWitness witness) throws IOException {
    return new AtomicOutput(
        place.path(),
        CopiedFile.create(place.temporaryFolder(), octets -> octets.transferTo(place.stream())),
        witness);
  }

  private static void copy(InputStream octets, Path device) throws IOException {
    try (OutputStream out = Files.newOutputStream(device, StandardOpenOption.WRITE)) {
      octets.transferTo(out);
    }
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  /** Writes a whole file that only its owner may read. */
  public static void writeSecret(Path target, byte[] octets) throws IOException {
    write(open(target, FileAccess.OWNER_ONLY), octets);
  }

  /**
   * Writes a whole file at once, which keeps the permissions of the one it replaces, or writes to a
   * device.
   */
  public static void write(Path target, byte[] octets, FileWitness witness) throws IOException {
    if (isSpecial(target)) {
      copy(new ByteArrayInputStream(octets), target);
    } else {
      write(open(target, FileAccess.INHERITED, witness), octets);
    }
  }

  private static void write(AtomicOutput output, byte[] octets) throws IOException {
    try (output) {
      output.stream().write(octets);
      output.commit();
    }
  }

  /** Returns where the octets go; closing it does nothing. */
  public OutputStream stream() {
    return stream;
  }

  /** Returns what was written so far, for a check before the commit. */
  public WrittenFile written() {
    return new WrittenFile(target, file.channel());
  }

  /** Flushes the octets to disk and gives the file its name. */
  public void commit() throws IOException {
    if (finished) {
      throw new IllegalStateException(target + " is committed or closed already");
    }
    // What the work has read since it began to write is known by now.
    witness.mayReplace(target);
    // Creating and moving files waits for the disk, too, while it is busy with the files of others.
    try {
      DiskWait.until(file::deliver);
    } finally {
      if (file.isDelivered()) {
        octets.wereWritten(target);
      }
    }
    finished = true;
    file.close();
  }

  /** Removes what was written unless it was committed. */
  @Override
  public void close() throws IOException {
    finished = true;
    file.close();
  }
}
