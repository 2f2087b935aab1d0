package org.offlinesign.keystore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.FileAccess;

/**
 * One PKCS #12 file on disk, read and replaced as a whole.
 *
 * <p>Remembers what it last read or wrote, because decoding the same octets again costs as much as
 * guessing a password.
 */
final class StoreFile {
  private final Path path;
  private final Pkcs12 format;
  private byte[] lastOctets = new byte[0];
  private Pkcs12.Content lastContent = Pkcs12.Content.EMPTY;

  StoreFile(Path path, char[] password) {
    this.path = path;
    this.format = new Pkcs12(path.toString(), password, new SecureRandom());
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
    byte[] octets = Files.readAllBytes(path);
    if (octets.length == 0 || !Arrays.equals(octets, lastOctets)) {
      remember(octets, format.decode(octets));
    }
    return lastContent;
  }

  private void remember(byte[] octets, Pkcs12.Content content) {
    lastOctets = octets;
    lastContent = content;
  }

  /** Replaces the file; its last content stays beside it as {@code .bak}. */
  void write(Pkcs12.Content content) throws IOException {
    byte[] octets = format.encode(content);
    if (exists()) {
      Path backup = path.resolveSibling(path.getFileName() + ".bak");
      AtomicOutput.write(backup, FileAccess.OWNER_ONLY, Files.readAllBytes(path));
    }
    AtomicOutput.write(path, FileAccess.OWNER_ONLY, octets);
    remember(octets, content);
  }
}
