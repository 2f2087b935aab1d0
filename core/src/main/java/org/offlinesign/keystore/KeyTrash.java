package org.offlinesign.keystore;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys that were deleted from a store, in a PKCS #12 file of their own.
 *
 * <p>One that is too old to be recovered is not told of any more, and leaves the file with the next
 * change. Whoever changes the trash holds the lock of the store.
 */
final class KeyTrash implements Closeable {
  /** How long a deleted key can be recovered. */
  static final Duration LIFETIME = Duration.ofDays(30);

  private final StoreFile file;
  private final Clock clock;

  /**
   * @param file is closed with the trash
   */
  KeyTrash(StoreFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Returns the keys that can still be recovered. */
  List<StoredKey> keys() throws IOException, KeyStoreFileException {
    Instant oldest = clock.instant().minus(LIFETIME);
    return file.readOrEmpty().keys().stream().filter(key -> isYounger(key, oldest)).toList();
  }

  private static boolean isYounger(StoredKey key, Instant oldest) {
    Instant deleted = key.attributes().deleted();
    return deleted != null && !deleted.isBefore(oldest);
  }

  /** Takes in a key that is deleted now; the same key from an earlier deletion makes way for it. */
  void throwAway(StoredKey key) throws IOException, KeyStoreFileException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<StoredKey> keys = new ArrayList<>(keys());
    keys.removeIf(key::isSameKey);
    keys.add(key.with(key.attributes().withDeleted(now)));
    keepOnly(keys);
  }

  /** Forgets all keys but some. */
  void keepOnly(List<StoredKey> keys) throws IOException, KeyStoreFileException {
    file.write(new Pkcs12.Content(List.copyOf(keys), List.of()));
  }

  /** Wipes the keys that were derived from the password. */
  @Override
  public void close() {
    file.close();
  }
}
