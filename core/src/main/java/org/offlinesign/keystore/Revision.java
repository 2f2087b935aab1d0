package org.offlinesign.keystore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/**
 * What a key store will hold once changes to keys that it holds are written. Not thread safe.
 *
 * @see Draft for keys that it does not hold yet
 */
final class Revision {
  private final Path file;
  private final Pkcs12.Content before;
  private final List<StoredKey> keys;

  Revision(Path file, Pkcs12.Content before) {
    this.file = file;
    this.before = before;
    this.keys = new ArrayList<>(before.keys());
  }

  /**
   * Changes several keys, and returns them as they are then, in the order of the changes.
   *
   * @throws KeyStoreFileException if somebody else has changed one of the keys since it was read;
   *     then none is changed
   */
  List<StoredKey> change(List<KeyChange> changes) throws KeyStoreFileException {
    for (KeyChange change : changes) {
      refuseStale(change.key());
    }
    List<StoredKey> changed = new ArrayList<>();
    for (KeyChange change : changes) {
      changed.add(change(change.key(), change::applyTo));
    }
    return List.copyOf(changed);
  }

  private void refuseStale(StoredKey key) throws KeyStoreFileException {
    StoredKey present = keys.get(indexOf(key));
    if (!present.timing().equals(key.timing()) || !present.rollover().equals(key.rollover())) {
      throw new KeyStoreFileException(
          Reason.CHANGED,
          "the key was changed in "
              + file
              + " by another command that ran at the same time, so nothing was changed: "
              + key.describe());
    }
  }

  /** Changes what is noted of a key, whoever changed it last, and returns it as it is then. */
  StoredKey change(StoredKey key, UnaryOperator<KeyAttributes> change)
      throws KeyStoreFileException {
    int index = indexOf(key);
    StoredKey present = keys.get(index);
    StoredKey changed = present.with(change.apply(present.attributes()));
    keys.set(index, changed);
    return changed;
  }

  /** Takes a key out, and returns it as the store held it. */
  StoredKey remove(StoredKey key) throws KeyStoreFileException {
    return keys.remove(indexOf(key));
  }

  private int indexOf(StoredKey key) throws KeyStoreFileException {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).isSameKey(key)) {
        return i;
      }
    }
    throw new KeyStoreFileException(
        Reason.MISSING, file + " does not hold the key any more: " + key.describe());
  }

  Pkcs12.Content content() {
    return new Pkcs12.Content(List.copyOf(keys), before.others());
  }
}
