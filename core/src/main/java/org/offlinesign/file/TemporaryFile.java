package org.offlinesign.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;

/**
 * A file without a name, for its owner only, that is gone when it is closed or the process ends in
 * whatever way.
 *
 * <p>It loses its name as soon as it is open, where the system allows that; elsewhere the system
 * removes it at the end. What a process that was killed in between has left is removed by the next
 * one that makes such a file in the folder.
 */
public final class TemporaryFile implements Closeable {
  private final Path folder;
  private final FileChannel channel;

  private TemporaryFile(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Creates an empty file in a folder. */
  public static TemporaryFile create(Path folder) throws IOException {
    Path path = folder.resolve(StrayFiles.newName());
    try {
      return new TemporaryFile(folder, openNew(path));
    } catch (FileSystemException e) {
      throw FolderFailure.of(e, folder);
    }
  }

  private static FileChannel openNew(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return FileChannel.open(path, CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE);
    }
    StrayFiles.hold(path);
    try {
      return unnamed(
          path,
          FileChannel.open(path, EnumSet.of(CREATE_NEW, READ, WRITE), OwnerOnly.atBirth(path)));
    } finally {
      StrayFiles.release(path);
    }
  }

  private static FileChannel unnamed(Path path, FileChannel channel) throws IOException {
    try {
      StrayFiles.sweepBeside(path);
      Files.deleteIfExists(path);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  Path folder() {
    return folder;
  }

  /** Returns the octets, at any place of which can be read and written. */
  public FileChannel channel() {
    return channel;
  }

  /** Returns what appends octets; closing it does nothing. */
  public OutputStream stream() {
    return new ChannelStream(channel, folder, new WitnessedOctets(FileWitness.NONE));
  }

  /** Returns the octets from the start; closing the stream does nothing. */
  public InputStream open() {
    return new ChannelOctets(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
