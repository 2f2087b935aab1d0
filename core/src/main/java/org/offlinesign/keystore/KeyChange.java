package org.offlinesign.keystore;

import org.jspecify.annotations.Nullable;
import org.offlinesign.key.KeyTiming;

/**
 * What is to hold for a key of a store from now on.
 *
 * @param key which key
 * @param timing when what happens to it
 * @param rollover what a rollover notes of its progress, in one word; null takes the note away
 */
public record KeyChange(StoredKey key, KeyTiming timing, @Nullable String rollover) {
  /** Refuses a note that is not one word. */
  public KeyChange {
    KeyAttributes.NONE.withRollover(rollover);
  }

  KeyAttributes applyTo(KeyAttributes present) {
    return present.withTiming(timing).withRollover(rollover);
  }
}
