package org.offlinesign.key;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.SmallFile;

/** Keys in PEM files as OpenSSL writes them (RFC 7468), which do not say what zone they are for. */
public final class PemKeyFile {
  private static final int MAX_OCTETS = 1 << 20;

  private PemKeyFile() {}

  /**
   * Returns the first private key of a file: PKCS #8, PKCS #1, or encrypted PKCS #8.
   *
   * @param parameters zone, algorithm and flags of the key
   * @param password of an encrypted key; null if there is none
   */
  public static SigningKey read(Path file, KeyParameters parameters, char @Nullable [] password)
      throws IOException, UnusableKeyException {
    try (Reader text = text(file);
        PEMParser parser = new PEMParser(text)) {
      return SigningKey.of(parameters, privateKey(parser, password));
    } catch (UnusableKeyException e) {
      throw new UnusableKeyException(file + ": " + e.getMessage(), e);
    }
  }

  /** Says whether the first private key of a file is encrypted; not of a file without one. */
  public static boolean isEncrypted(Path file) throws IOException {
    try (BufferedReader text = text(file)) {
      return text.lines()
          .filter(line -> line.startsWith("-----BEGIN ") && line.contains("PRIVATE KEY"))
          .findFirst()
          .filter(line -> line.contains("ENCRYPTED"))
          .isPresent();
    }
  }

  private static BufferedReader text(Path file) throws IOException {
    byte[] octets = SmallFile.read(file, MAX_OCTETS);
    return new BufferedReader(
        new InputStreamReader(new ByteArrayInputStream(octets), StandardCharsets.ISO_8859_1));
  }

  private static PrivateKeyInfo privateKey(PEMParser parser, char @Nullable [] password)
      throws UnusableKeyException {
    Object item = next(parser);
    while (item != null) {
      if (item instanceof PrivateKeyInfo plain) {
        return plain;
      }
      if (item instanceof PEMKeyPair pair) {
        return pair.getPrivateKeyInfo();
      }
      if (item instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
        return decrypt(encrypted, password);
      }
      item = next(parser);
    }
    throw new UnusableKeyException("expected 'BEGIN PRIVATE KEY' but found no private key");
  }

  private static @Nullable Object next(PEMParser parser) throws UnusableKeyException {
    try {
      return parser.readObject();
    } catch (IOException | RuntimeException e) {
      // The cause is left out because its message may quote the octets.
      throw new UnusableKeyException("the PEM text is damaged");
    }
  }

  private static PrivateKeyInfo decrypt(
      PKCS8EncryptedPrivateKeyInfo encrypted, char @Nullable [] password)
      throws UnusableKeyException {
    if (password == null) {
      throw new UnusableKeyException("expected a password, because the private key is encrypted");
    }
    InputDecryptor decryptor = decryptor(encrypted.getEncryptionAlgorithm(), password);
    try {
      return encrypted.decryptPrivateKeyInfo(same -> decryptor);
    } catch (PKCSException e) {
      throw new UnusableKeyException("wrong password, or the encrypted key is damaged", e);
    }
  }

  private static InputDecryptor decryptor(AlgorithmIdentifier encryption, char[] password)
      throws UnusableKeyException {
    try {
      DerivationLimits.check(encryption);
      InputDecryptorProvider provider =
          PasswordDecryptor.isOwn(encryption)
              ? new PasswordDecryptor(password, CryptoProviders.withoutNative())
              // Knows more of the oldest encryptions than the one for key stores.
              : new JceOpenSSLPKCS8DecryptorProviderBuilder()
                  .setProvider(new BouncyCastleProvider())
                  .build(password);
      return provider.get(encryption);
    } catch (OperatorCreationException | RuntimeException e) {
      throw new UnusableKeyException("the private key cannot be decrypted: " + e.getMessage(), e);
    }
  }

  /**
   * Writes the private key in PKCS #8 form and clear text, for its owner only.
   *
   * @throws FileAlreadyExistsException if there is such a file
   */
  public static void write(SigningKey key, Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    String text = key.export((facts, privateKey) -> pem(encoded(privateKey)));
    AtomicOutput.writeSecret(file, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] encoded(PrivateKeyInfo key) {
    try {
      return key.getEncoded();
    } catch (IOException e) {
      throw new AssertionError("a private key has a DER form", e);
    }
  }

  private static String pem(byte[] octets) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject("PRIVATE KEY", octets));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().replace("\r\n", "\n");
  }
}
