package org.offlinesign.keystore;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.offlinesign.key.SigningException;
import org.offlinesign.name.DnsName;

/**
 * Where keys are kept that sign zones: a file that holds them, or a token that never shows them.
 */
public sealed interface KeySource extends Closeable permits KeyStoreFile, KeyToken {
  /** Returns the keys, as of the last read or change. */
  List<StoredKey> keys();

  /** Returns the keys of a zone. */
  List<StoredKey> keys(DnsName zone);

  /** Says whether a key has a friendly name, in any case. */
  boolean hasKeyNamed(String friendlyName);

  /** Returns the one key that a selector names. */
  StoredKey find(KeySelector selector) throws KeySelectionException;

  /** Makes a key whose tag no other key of the zone has, and keeps it. */
  StoredKey generate(KeyRequest request)
      throws IOException, KeyStoreFileException, SigningException;

  /** Ends the use of it; keys taken out can still be used. */
  @Override
  void close();

  /** Returns where that is, to a user. */
  @Override
  String toString();
}
