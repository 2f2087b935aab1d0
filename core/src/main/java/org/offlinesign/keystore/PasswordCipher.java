package org.offlinesign.keystore;

import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.io.CipherOutputStream;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.PasswordDecryptor;

/**
 * Encryption by password: PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA-256 (RFC 8018).
 *
 * <p>All that is written shares a salt, which is taken over from what was read, with an
 * initialization vector each; so the costly derivation is done once to read a file and write it
 * anew. Older encryptions are read too. Not thread safe; holds derived keys.
 */
final class PasswordCipher implements InputDecryptorProvider {
  static final int ITERATIONS = 100_000;
  private static final int KEY_OCTETS = 32;
  private static final int SALT_OCTETS = 16;
  private static final int IV_OCTETS = 16;
  private static final AlgorithmIdentifier HMAC_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

  private final PasswordDecryptor decryptor;
  private final SecureRandom random;
  private @Nullable PBKDF2Params parameters;

  PasswordCipher(PasswordDecryptor decryptor, SecureRandom random) {
    this.decryptor = decryptor;
    this.random = random;
  }

  /** Returns how often the derivation is repeated for what is written. */
  int iterations() {
    return parameters().getIterationCount().intValueExact();
  }

  private PBKDF2Params parameters() {
    PBKDF2Params known = parameters;
    if (known == null) {
      byte[] salt = randomOctets(SALT_OCTETS);
      known = new PBKDF2Params(salt, ITERATIONS, KEY_OCTETS, HMAC_SHA256);
      parameters = known;
    }
    return known;
  }

  /** Starts to encrypt one piece. */
  OutputEncryptor encryptor() {
    PBKDF2Params derivation = parameters();
    byte[] vector = randomOctets(IV_OCTETS);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBES2,
            new PBES2Parameters(
                new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation),
                new EncryptionScheme(
                    NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector))));
    KeyParameter key = decryptor.derive(derivation, KEY_OCTETS);
    PaddedBufferedBlockCipher cipher =
        new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance()));
    cipher.init(true, new ParametersWithIV(key, vector));
    return new Encryptor(algorithm, cipher, key);
  }

  private byte[] randomOctets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  @Override
  public InputDecryptor get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    InputDecryptor found = decryptor.get(algorithm);
    takeOver(algorithm);
    return found;
  }

  private void takeOver(AlgorithmIdentifier algorithm) {
    if (!PasswordDecryptor.isPbes2WithAes(algorithm)) {
      return;
    }
    PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
    PBKDF2Params kdf = PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
    boolean strong =
        scheme.getEncryptionScheme().getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_CBC)
            && kdf.getPrf().equals(HMAC_SHA256)
            && kdf.getIterationCount().intValueExact() >= ITERATIONS
            && kdf.getSalt().length >= SALT_OCTETS;
    if (strong) {
      parameters =
          new PBKDF2Params(
              kdf.getSalt(), kdf.getIterationCount().intValueExact(), KEY_OCTETS, HMAC_SHA256);
    }
  }

  private record Encryptor(
      AlgorithmIdentifier algorithm, PaddedBufferedBlockCipher cipher, KeyParameter key)
      implements OutputEncryptor {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public OutputStream getOutputStream(OutputStream out) {
      return new CipherOutputStream(out, cipher);
    }

    @Override
    public GenericKey getKey() {
      return new GenericKey(algorithm, key.getKey());
    }
  }
}
