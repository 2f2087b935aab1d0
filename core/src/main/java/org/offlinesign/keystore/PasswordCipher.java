package org.offlinesign.keystore;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Encryption by password: PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA-256 (RFC 8018).
 *
 * <p>All that is written shares a salt, which is taken over from what was read, with an
 * initialization vector each; so the costly derivation is done once to read a file and write it
 * anew. Older encryptions are read too. Not thread safe; holds derived keys.
 */
final class PasswordCipher implements InputDecryptorProvider {
  private static final int ITERATIONS = 100_000;
  private static final int KEY_OCTETS = 32;
  private static final int SALT_OCTETS = 16;
  private static final int IV_OCTETS = 16;
  private static final AlgorithmIdentifier HMAC_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
  private static final Map<ASN1ObjectIdentifier, String> HMACS =
      Map.of(
          PKCSObjectIdentifiers.id_hmacWithSHA1, "SHA1",
          PKCSObjectIdentifiers.id_hmacWithSHA224, "SHA224",
          PKCSObjectIdentifiers.id_hmacWithSHA256, "SHA256",
          PKCSObjectIdentifiers.id_hmacWithSHA384, "SHA384",
          PKCSObjectIdentifiers.id_hmacWithSHA512, "SHA512");
  private static final Map<ASN1ObjectIdentifier, Integer> AES_KEY_OCTETS =
      Map.of(
          NISTObjectIdentifiers.id_aes128_CBC, 16,
          NISTObjectIdentifiers.id_aes192_CBC, 24,
          NISTObjectIdentifiers.id_aes256_CBC, 32);

  private final char[] password;
  private final SecureRandom random;
  private final Map<Derivation, SecretKey> derived = new HashMap<>();
  private @Nullable PBKDF2Params parameters;
  private @Nullable InputDecryptorProvider older;

  private record Derivation(String hmac, ASN1OctetString salt, int iterations, int octets) {}

  /** Creates a cipher; the password is read when needed and stays the caller's. */
  PasswordCipher(char[] password, SecureRandom random) {
    this.password = password;
    this.random = random;
  }

  /** Starts to encrypt one piece. */
  OutputEncryptor encryptor() {
    if (parameters == null) {
      byte[] salt = randomOctets(SALT_OCTETS);
      parameters = new PBKDF2Params(salt, ITERATIONS, KEY_OCTETS, HMAC_SHA256);
    }
    byte[] vector = randomOctets(IV_OCTETS);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBES2,
            new PBES2Parameters(
                new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, parameters),
                new EncryptionScheme(
                    NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector))));
    try {
      SecretKey key = derive(parameters, KEY_OCTETS);
      return new Encryptor(algorithm, aes(Cipher.ENCRYPT_MODE, key, vector), key);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has AES and PBKDF2", e);
    }
  }

  private byte[] randomOctets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  @Override
  public InputDecryptor get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    if (!isOurs(algorithm)) {
      return older().get(algorithm);
    }
    try {
      return new Decryptor(algorithm, decryptingCipher(algorithm, "PKCS5Padding"));
    } catch (GeneralSecurityException e) {
      throw new OperatorCreationException("the encryption parameters are damaged", e);
    }
  }

  /** Says whether this class decrypts the algorithm itself. */
  static boolean isOurs(AlgorithmIdentifier algorithm) {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      return false;
    }
    PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
    if (!scheme.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      return false;
    }
    PBKDF2Params kdf = PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
    return HMACS.containsKey(kdf.getPrf().getAlgorithm())
        && AES_KEY_OCTETS.containsKey(scheme.getEncryptionScheme().getAlgorithm());
  }

  /** Decrypts the first block of an encryption that {@link #isOurs}. */
  byte[] firstBlock(AlgorithmIdentifier algorithm, byte[] encrypted)
      throws GeneralSecurityException {
    return decryptingCipher(algorithm, "NoPadding").doFinal(encrypted, 0, IV_OCTETS);
  }

  private Cipher decryptingCipher(AlgorithmIdentifier algorithm, String padding)
      throws GeneralSecurityException {
    PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
    PBKDF2Params kdf = PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
    EncryptionScheme encryption = scheme.getEncryptionScheme();
    Integer octets = AES_KEY_OCTETS.get(encryption.getAlgorithm());
    if (octets == null) {
      throw new InvalidKeySpecException("unknown cipher " + encryption.getAlgorithm());
    }
    byte[] vector = ASN1OctetString.getInstance(encryption.getParameters()).getOctets();
    Cipher cipher = Cipher.getInstance("AES/CBC/" + padding);
    cipher.init(Cipher.DECRYPT_MODE, derive(kdf, octets), new IvParameterSpec(vector));
    return cipher;
  }

  private static Cipher aes(int mode, SecretKey key, byte[] vector)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(mode, key, new IvParameterSpec(vector));
    return cipher;
  }

  private SecretKey derive(PBKDF2Params kdf, int octets) throws GeneralSecurityException {
    String hmac = HMACS.get(kdf.getPrf().getAlgorithm());
    ASN1OctetString salt = new DEROctetString(kdf.getSalt());
    Derivation derivation =
        new Derivation(String.valueOf(hmac), salt, kdf.getIterationCount().intValueExact(), octets);
    SecretKey known = derived.get(derivation);
    if (known != null) {
      return known;
    }
    takeOver(kdf, octets);
    PBEKeySpec spec =
        new PBEKeySpec(password, kdf.getSalt(), derivation.iterations(), octets * Byte.SIZE);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmac" + hmac).generateSecret(spec).getEncoded();
      SecretKey made = new SecretKeySpec(key, "AES");
      derived.put(derivation, made);
      return made;
    } finally {
      spec.clearPassword();
    }
  }

  private void takeOver(PBKDF2Params kdf, int octets) {
    boolean strong =
        kdf.getPrf().equals(HMAC_SHA256)
            && kdf.getIterationCount().intValueExact() >= ITERATIONS
            && kdf.getSalt().length >= SALT_OCTETS
            && octets == KEY_OCTETS;
    if (strong) {
      parameters =
          new PBKDF2Params(
              kdf.getSalt(), kdf.getIterationCount().intValueExact(), KEY_OCTETS, HMAC_SHA256);
    }
  }

  private InputDecryptorProvider older() {
    if (older == null) {
      // The encryptions of PKCS #12 itself (RFC 7292 appendix C), as Windows Server 2008 R2 writes.
      older =
          new JcePKCSPBEInputDecryptorProviderBuilder()
              .setProvider(new BouncyCastleProvider())
              .build(password);
    }
    return older;
  }

  private record Encryptor(AlgorithmIdentifier algorithm, Cipher cipher, SecretKey key)
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
      return new GenericKey(algorithm, key.getEncoded());
    }
  }

  private record Decryptor(AlgorithmIdentifier algorithm, Cipher cipher) implements InputDecryptor {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public InputStream getInputStream(InputStream in) {
      return new CipherInputStream(in, cipher);
    }
  }
}
