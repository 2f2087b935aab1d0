package org.offlinesign.keystore;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.offlinesign.key.CryptoProviders;

/**
 * What a key store needs from outside.
 *
 * @param lockWait how long to wait while another process changes the store
 * @param notices hears, in words, why the program waits
 * @param memory what is known of key stores that were opened before
 * @param backup what a change does with the copy of the store as it was before
 */
public record KeyStoreSettings(
    CryptoProviders providers,
    Clock clock,
    Duration lockWait,
    Consumer<String> notices,
    StoreMemory memory,
    Backup backup) {
  // A lock ends with its process, so that to wait long is never in vain: twenty processes that
  // change a store all the time on a busy machine get it within half a minute each.
  private static final Duration USUAL_WAIT = Duration.ofMinutes(3);

  /** Returns settings that wait for some minutes in silence. */
  public static KeyStoreSettings of(CryptoProviders providers, Clock clock) {
    return new KeyStoreSettings(
        providers, clock, USUAL_WAIT, notice -> {}, new StoreMemory(), Backup.REPLACED);
  }

  /** Returns the same settings with someone who hears why the program waits. */
  public KeyStoreSettings withNotices(Consumer<String> listener) {
    return new KeyStoreSettings(providers, clock, lockWait, listener, memory, backup);
  }

  /** Returns the same settings for one of several who open the same key stores. */
  public KeyStoreSettings sharing(StoreMemory common) {
    return new KeyStoreSettings(providers, clock, lockWait, notices, common, backup);
  }

  /** Returns the same settings for a change that does something else with the copy. */
  public KeyStoreSettings withBackup(Backup other) {
    return new KeyStoreSettings(providers, clock, lockWait, notices, memory, other);
  }
}
