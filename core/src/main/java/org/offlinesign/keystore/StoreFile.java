package org.offlinesign.keystore;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.key.MaskedPassword;

/** One PKCS #12 file on disk, read and replaced as a whole. */
final class StoreFile implements Closeable {
  /** More than ten thousand keys take. */
  static final int MAX_OCTETS = 64 << 20;

  private final Path path;
  private final MaskedPassword password;
  private final StoreMemory memory;
  private final Pkcs12 format;
  private final StoreBackup backup;
  private boolean mayBegin;

  /**
   * @param password stays the caller's, who wipes it
   */
  StoreFile(Path path, MaskedPassword password, KeyStoreSettings settings) {
    this.path = path;
    this.password = password;
    this.memory = settings.memory();
    this.format = new Pkcs12(path.toString(), password, settings.providers());
    this.backup = new StoreBackup(path, settings.backup());
  }

  Path path() {
    return path;
  }

  boolean exists() {
    // Where nobody can tell, it is there: else it would be written over without a copy.
    return !Files.notExists(path);
  }

  /** Holds nothing from now on, where there is no file, until the first keys are written. */
  void letBegin() {
    mayBegin = true;
  }

  /** Returns what the file holds; nothing where there is none. */
  Pkcs12.Content readOrEmpty() throws IOException, KeyStoreFileException {
    return exists() ? read() : Pkcs12.Content.EMPTY;
  }

  Pkcs12.Content read() throws IOException, KeyStoreFileException {
    if (mayBegin && !exists()) {
      backup.refuseOrphan();
      return Pkcs12.Content.EMPTY;
    }
    mayBegin = false;
    return memory.read(path, password.use(memory::digest), format::decode);
  }

  /** Replaces the file; its last content stays beside it as {@code .bak}. */
  void write(Pkcs12.Content content) throws IOException, KeyStoreFileException {
    byte[] octets = format.encode(content);
    if (exists()) {
      backup.take();
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
