package org.offlinesign.keystore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.offlinesign.file.SmallFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.MaskedPassword;

/**
 * What a PKCS #12 file holds that is only read, whoever wrote it.
 *
 * @param keys the private keys
 * @param proven whether a MAC proves that the file is as somebody who knew the password left it
 * @param weaknesses what of its encryption is weaker than what this program writes, in words
 */
public record ForeignKeyStore(List<StoredKey> keys, boolean proven, List<String> weaknesses) {
  /** Copies the lists. */
  public ForeignKeyStore {
    keys = List.copyOf(keys);
    weaknesses = List.copyOf(weaknesses);
  }

  /** Reads a file. The password stays the caller's, who wipes it. */
  public static ForeignKeyStore read(Path file, char[] password, CryptoProviders providers)
      throws IOException, KeyStoreFileException {
    try (MaskedPassword masked = new MaskedPassword(password);
        Pkcs12 format = new Pkcs12(file.toString(), masked, providers)) {
      return format.decodeForeign(SmallFile.read(file, StoreFile.MAX_OCTETS));
    }
  }
}
