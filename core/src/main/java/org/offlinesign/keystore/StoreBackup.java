package org.offlinesign.keystore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/**
 * The copy of a PKCS #12 file as it was before its last change, beside it as {@code .bak}.
 *
 * <p>It may hold the only copy of a key, where the file itself was lost. So it is never replaced
 * with anything but the file that it was a copy of.
 */
final class StoreBackup {
  private final Path store;
  private final Path file;
  private final Backup use;

  StoreBackup(Path store, Backup use) {
    this.store = store;
    this.file = StoreCompanion.BACKUP.of(store);
    this.use = use;
  }

  /** Copies the file as it is now, unless the copy that is there is to stay. */
  void take() throws IOException, KeyStoreFileException {
    if (use == Backup.REPLACED) {
      refuseForeign();
      AtomicOutput.writeSecret(file, Files.readAllBytes(store));
    }
  }

  /** Refuses to begin a store beside the copy of one that is not there any more. */
  void refuseOrphan() throws IOException, KeyStoreFileException {
    refuseForeign();
    if (use == Backup.REPLACED && isThere()) {
      throw new KeyStoreFileException(
          Reason.BACKUP_ONLY,
          "there is no key store "
              + store
              + ", but its last copy, "
              + file
              + ", may hold keys that are nowhere else, and a new store would replace it");
    }
  }

  private void refuseForeign() throws IOException, KeyStoreFileException {
    if (isThere() && !isPkcs12()) {
      throw new KeyStoreFileException(
          Reason.IN_THE_WAY,
          file
              + " is no key store, and is not replaced with the copy that a change of "
              + store
              + " keeps there");
    }
  }

  /** A link is replaced and not followed, so that nothing is lost with it. */
  private boolean isThere() {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private boolean isPkcs12() throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Pkcs12.isBegunBy(in.readNBytes(Pkcs12.BEGINNING_OCTETS));
    }
  }
}
