package org.offlinesign.keystore;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/**
 * Keeps other processes and threads from changing a key store.
 *
 * <p>The lock is the operating system's, on a file beside the store that stays there: it ends with
 * the process that holds it, so no lock is ever stale.
 */
final class KeyStoreLock implements Closeable {
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final FileChannel channel;

  private KeyStoreLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock of a store, once it is free. */
  static KeyStoreLock take(Path store, KeyStoreSettings settings)
      throws IOException, KeyStoreFileException {
    Path file = store.resolveSibling(store.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(file));
    boolean taken = false;
    try {
      await(channel, file, settings);
      taken = true;
      return new KeyStoreLock(channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
    boolean posix = Files.getFileStore(file.resolveSibling(".")).supportsFileAttributeView("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void await(FileChannel channel, Path file, KeyStoreSettings settings)
      throws IOException, KeyStoreFileException {
    long deadline = System.nanoTime() + settings.lockWait().toNanos();
    boolean said = false;
    while (!isTaken(channel)) {
      // The clock may wrap around, so that only differences mean anything.
      if (System.nanoTime() - deadline >= 0) {
        throw new KeyStoreFileException(
            Reason.LOCKED,
            "the key store is being changed elsewhere: waited "
                + settings.lockWait().toMillis() / 1000.0
                + " s for the lock on "
                + file);
      }
      if (!said) {
        settings.notices().accept("waiting for another process that changes the key store");
        said = true;
      }
      pause(file);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException anotherThreadHasIt) {
      return false;
    }
  }

  private static void pause(Path file) throws KeyStoreFileException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyStoreFileException(
          Reason.LOCKED, "interrupted while waiting for the lock on " + file, e);
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
