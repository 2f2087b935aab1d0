package org.offlinesign.keystore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The slots that the commands of a process have found; each library is loaded once. Thread safe.
 */
public final class Tokens {
  private final Map<Path, TokenSlot> slots = new HashMap<>();

  /** Returns the slot that a configuration file of SunPKCS11 names. */
  public synchronized TokenSlot slot(Path configuration) throws IOException, KeyStoreFileException {
    TokenSlot known = slots.get(configuration);
    if (known == null) {
      known = TokenSlot.find(configuration);
      slots.put(configuration, known);
    }
    return known;
  }
}
