package org.offlinesign.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file with private keys, which may be the only copy of them: a PKCS #12 file (a key store, its
 * backup, its trash), BIND's {@code .private}, or PEM. It is known by how it begins, whatever it is
 * called and whoever wrote it.
 */
final class PrivateKeyFile {
  private static final int LOOK = 1 << 13;

  // RFC 7292 §4: a sequence, of any form of length, that begins with the version 3 and a sequence.
  private static final Pattern PKCS12 =
      Pattern.compile(
          "^0(?:[\\x00-\\x80]|\\x81.|\\x82..|\\x83...|\\x84....)\\x02\\x01\\x03\\x30",
          Pattern.DOTALL);

  private static final Pattern TEXT =
      Pattern.compile(
          "\\A(?:Private-key-format:)|^-----BEGIN [A-Z ]*PRIVATE KEY-----", Pattern.MULTILINE);

  private PrivateKeyFile() {}

  /**
   * Refuses a file, not the one behind a link, that must not be replaced by what is no key.
   *
   * @throws AdvisedFileException if it holds private keys
   */
  static void refuse(Path file) throws IOException {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && holdsKeys(file)) {
      throw new AdvisedFileException(
          file.toString(), "it holds private keys, and is not replaced", "name another file");
    }
  }

  private static boolean holdsKeys(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      String head = new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
      return PKCS12.matcher(head).find() || TEXT.matcher(head).find();
    } catch (AccessDeniedException unreadable) {
      // It is somebody else's: what this program keeps keys in, it can read.
      return false;
    }
  }
}
