package org.offlinesign.cli.console;

import java.util.Optional;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;

/**
 * A key, and what a command has done with it.
 *
 * @param name what tells it apart for people
 * @param facts what is public about it; empty where its certificate does not say enough
 */
public record KeyNote(String name, Optional<ZoneKey> facts, KeyDeed deed) {
  static KeyNote of(ZoneKey key, KeyDeed deed) {
    return new KeyNote(key.friendlyName().orElse(""), Optional.of(key), deed);
  }

  static KeyNote of(StoredKey key, KeyDeed deed) {
    return new KeyNote(key.friendlyName().orElseGet(key::describe), key.facts(), deed);
  }
}
