package org.offlinesign.keystore;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.offlinesign.file.OwnerOnly;
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
  private final ReentrantLock turn;

  private KeyStoreLock(FileChannel channel, ReentrantLock turn) {
    this.channel = channel;
    this.turn = turn;
  }

  /** Takes the lock of a store, once it is free. */
  static KeyStoreLock take(Path store, KeyStoreSettings settings)
      throws IOException, KeyStoreFileException {
    Path file = StoreCompanion.LOCK.of(store);
    ReentrantLock turn = settings.memory().turn(store);
    awaitTurn(turn, file, settings);
    boolean taken = false;
    try {
      KeyStoreLock lock = new KeyStoreLock(takeFile(file, settings), turn);
      taken = true;
      return lock;
    } finally {
      if (!taken) {
        turn.unlock();
      }
    }
  }

  /** Waits for the other threads of a batch, of which the user need not hear. */
  private static void awaitTurn(ReentrantLock turn, Path file, KeyStoreSettings settings)
      throws KeyStoreFileException {
    try {
      if (!turn.tryLock(settings.lockWait().toNanos(), TimeUnit.NANOSECONDS)) {
        throw waitedTooLong(file, settings);
      }
    } catch (InterruptedException e) {
      throw interrupted(file, e);
    }
  }

  private static KeyStoreFileException waitedTooLong(Path file, KeyStoreSettings settings) {
    return new KeyStoreFileException(
        Reason.LOCKED,
        "the key store is being changed elsewhere: waited "
            + settings.lockWait().toMillis() / 1000.0
            + " s for the lock on "
            + file);
  }

  private static KeyStoreFileException interrupted(Path file, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new KeyStoreFileException(
        Reason.LOCKED, "interrupted while waiting for the lock on " + file, e);
  }

  private static FileChannel takeFile(Path file, KeyStoreSettings settings)
      throws IOException, KeyStoreFileException {
    if (Files.isSymbolicLink(file)) {
      throw new KeyStoreFileException(
          Reason.IN_THE_WAY, file + " is a symbolic link, which no lock is");
    }
    boolean isNew = !Files.exists(file);
    FileChannel channel = open(file);
    boolean taken = false;
    try {
      if (isNew) {
        OwnerOnly.giveTo(file);
      }
      await(channel, file, settings);
      taken = true;
      return channel;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(
          file,
          // A link that somebody else put there would let a file come to be anywhere.
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
          OwnerOnly.atBirth(file));
    } catch (NoSuchFileException missingFolder) {
      throw missingFolder;
    } catch (FileSystemException e) {
      // Nobody has heard of the lock: it is the folder that files cannot be made in.
      FileSystemException refusal =
          new FileSystemException(
              String.valueOf(file.toAbsolutePath().getParent()),
              null,
              "the lock of the key store, " + file.getFileName() + ", cannot be written there");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static void await(FileChannel channel, Path file, KeyStoreSettings settings)
      throws IOException, KeyStoreFileException {
    long deadline = System.nanoTime() + settings.lockWait().toNanos();
    boolean said = false;
    while (!isTaken(channel)) {
      // The clock may wrap around, so that only differences mean anything.
      if (System.nanoTime() - deadline >= 0) {
        throw waitedTooLong(file, settings);
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
      throw interrupted(file, e);
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      turn.unlock();
    }
  }
}
