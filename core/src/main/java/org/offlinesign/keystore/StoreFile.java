package org.offlinesign.keystore;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.MaskedPassword;

/** One PKCS #12 file on disk, read and replaced as a whole. */
final class StoreFile implements Closeable {
  /** More than ten thousand keys take. */
  static final int MAX_OCTETS = 64 << 20;

  private final Path path;
  private final MaskedPassword password;
  private final StoreMemory memory;
  private final Pkcs12 format;

  /**
   * @param password stays the caller's, who wipes it
   */
  StoreFile(Path path, MaskedPassword password, CryptoProviders providers, StoreMemory memory) {
    this.path = path;
    this.password = password;
    this.memory = memory;
    this.format = new Pkcs12(path.toString(), password, providers);
  }

  Path path() {
    return path;
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Returns what the file holds; nothing where there is none. */
  Pkcs12.Content readOrEmpty() throws IOException, KeyStoreFileException {
    return exists() ? read() : Pkcs12.Content.EMPTY;
  }

  Pkcs12.Content read() throws IOException, KeyStoreFileException {
    return memory.read(path, password.use(memory::digest), format::decode);
  }

  /** Replaces the file; its last content stays beside it as {@code .bak}. */
  void write(Pkcs12.Content content) throws IOException {
    byte[] octets = format.encode(content);
    if (exists()) {
      Path backup = StoreCompanion.BACKUP.of(path);
      AtomicOutput.writeSecret(backup, Files.readAllBytes(path));
    }
    AtomicOutput.writeSecret(path, octets);
    memory.wrote(path, password.use(memory::digest), octets, content);
  }

  /** Wipes the keys that were derived from the password. */
  @Override
  public void close() {
    format.close();
  }
}
