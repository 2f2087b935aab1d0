package org.offlinesign.keystore;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.SigningException;
import org.offlinesign.thread.OtherThread;

/** A key that somebody wants to have in a store, who waits for somebody else to write it. */
final class Addition {
  private final Choice choice;
  private final byte[] password;
  private final CountDownLatch told = new CountDownLatch(1);
  private @Nullable StoredKey key;
  private Pkcs12.Content content = Pkcs12.Content.EMPTY;
  private @Nullable Throwable failure;
  private boolean decided;

  /** Says which key it is to be, when it is known which others there are. */
  @FunctionalInterface
  interface Choice {
    StoredKey among(Draft draft) throws SigningException;
  }

  /**
   * @param password a digest of the password that the store is written with
   */
  Addition(Choice choice, byte[] password) {
    this.choice = choice;
    this.password = password.clone();
  }

  byte[] password() {
    return password.clone();
  }

  /** Adds the key to what is about to be written; a key that cannot be added fails for itself. */
  void addTo(Draft draft) {
    try {
      StoredKey chosen = choice.among(draft);
      draft.add(chosen);
      key = chosen;
    } catch (SigningException | KeyStoreFileException | RuntimeException e) {
      failure = e;
    }
  }

  /** Notes that the key is on disk now, if it could be added. */
  void written(Pkcs12.Content now) {
    content = now;
    decide();
  }

  /** Notes that nothing was written. */
  void fail(Throwable reason) {
    if (!decided && failure == null) {
      failure = reason;
    }
    decide();
  }

  private void decide() {
    decided = true;
    told.countDown();
  }

  boolean isDecided() {
    return decided;
  }

  /** Tells the one who waits that it is his turn to write. */
  void appoint() {
    told.countDown();
  }

  /** Waits until it is decided what becomes of the key, or until it is the waiting one's turn. */
  void await() {
    boolean interrupted = false;
    while (told.getCount() > 0) {
      try {
        ForkJoinPool.managedBlock(new Waiting(told));
      } catch (InterruptedException e) {
        // Whoever leaves now would not write the keys of the others, nor know what became of his.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record Waiting(CountDownLatch latch) implements ForkJoinPool.ManagedBlocker {
    @Override
    public boolean block() throws InterruptedException {
      latch.await();
      return true;
    }

    @Override
    public boolean isReleasable() {
      return latch.getCount() == 0;
    }
  }

  /** Returns what the store holds with the key. */
  Pkcs12.Content content() {
    return content;
  }

  /** Returns the key, once it is on disk. */
  StoredKey key() throws IOException, KeyStoreFileException, SigningException {
    if (failure != null) {
      OtherThread.rethrow(failure, IOException.class);
      OtherThread.rethrow(failure, KeyStoreFileException.class);
      OtherThread.rethrow(failure, SigningException.class);
      throw OtherThread.unchecked(failure);
    }
    if (key == null) {
      throw new AssertionError("neither a key nor a failure");
    }
    return key;
  }
}
