package org.offlinesign.key;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.FileAccess;

/** A private key alone, in the format that most programs read: PKCS #8 in PEM (RFC 7468 §10). */
public final class PemKeyFile {
  private PemKeyFile() {}

  /**
   * Writes a key, for its owner only and in clear text.
   *
   * @throws FileAlreadyExistsException if there is such a file
   */
  public static void write(SigningKey key, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    String text = key.export((facts, secret) -> print(secret));
    AtomicOutput.write(file, FileAccess.OWNER_ONLY, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String print(PrivateKeyInfo secret) {
    StringWriter text = new StringWriter();
    try (PemWriter pem = new PemWriter(text)) {
      pem.writeObject(new PemObject("PRIVATE KEY", secret.getEncoded()));
    } catch (IOException e) {
      throw new AssertionError("a string takes every character", e);
    }
    return text.toString();
  }
}
