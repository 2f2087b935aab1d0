package org.offlinesign.key;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.io.CipherInputStream;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Decrypts by password: PBES2 with AES-CBC and PBKDF2 (RFC 8018), the encryptions of PKCS #12
 * itself (RFC 7292 appendix C, as Windows Server 2008 R2 writes), and what else BouncyCastle knows.
 *
 * <p>The first two go without {@code javax.crypto}: its start alone takes a tenth of a second, and
 * some builds of Java accept a provider of ciphers only from a signed jar. Each key is derived
 * once. Not thread safe; holds derived keys.
 */
public final class PasswordDecryptor implements InputDecryptorProvider {
  private static final Map<ASN1ObjectIdentifier, String> HMAC_DIGESTS =
      Map.of(
          PKCSObjectIdentifiers.id_hmacWithSHA1, "SHA-1",
          PKCSObjectIdentifiers.id_hmacWithSHA224, "SHA-224",
          PKCSObjectIdentifiers.id_hmacWithSHA256, "SHA-256",
          PKCSObjectIdentifiers.id_hmacWithSHA384, "SHA-384",
          PKCSObjectIdentifiers.id_hmacWithSHA512, "SHA-512",
          PKCSObjectIdentifiers.id_hmacWithSHA512_224, "SHA-512/224",
          PKCSObjectIdentifiers.id_hmacWithSHA512_256, "SHA-512/256");
  private static final Map<ASN1ObjectIdentifier, Integer> AES_KEY_OCTETS =
      Map.of(
          NISTObjectIdentifiers.id_aes128_CBC, 16,
          NISTObjectIdentifiers.id_aes192_CBC, 24,
          NISTObjectIdentifiers.id_aes256_CBC, 32);

  private static final Set<ASN1ObjectIdentifier> OF_PKCS12 =
      Set.of(
          PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
          PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC,
          PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC,
          PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC);

  private final char[] password;
  private final CryptoProviders providers;
  private final Map<String, CompletableFuture<KeyParameter>> derived = new HashMap<>();

  /** Creates a decryptor; the password is read when needed and stays the caller's. */
  public PasswordDecryptor(char[] password, CryptoProviders providers) {
    this.password = password;
    this.providers = providers;
  }

  /** Says whether an algorithm goes without {@code javax.crypto}. */
  static boolean isOwn(AlgorithmIdentifier algorithm) {
    return isPbes2WithAes(algorithm) || OF_PKCS12.contains(algorithm.getAlgorithm());
  }

  /**
   * Derives a key and begins to decrypt.
   *
   * @throws OperatorCreationException if the encryption is not supported, or its parameters are
   *     damaged or ask for too much; not for a wrong password
   */
  @Override
  public InputDecryptor get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    DerivationLimits.check(algorithm);
    try {
      if (!isPbes2WithAes(algorithm)) {
        return other(algorithm).get(algorithm);
      }
      return new Decryptor(algorithm, new PaddedBufferedBlockCipher(cipher(algorithm)));
    } catch (RuntimeException e) {
      throw new OperatorCreationException("the encryption parameters are damaged", e);
    }
  }

  private InputDecryptorProvider other(AlgorithmIdentifier algorithm) {
    return OF_PKCS12.contains(algorithm.getAlgorithm())
        ? new BcPKCS12PBEInputDecryptorProviderBuilder().build(password)
        : new JcePKCSPBEInputDecryptorProviderBuilder()
            .setProvider(new BouncyCastleProvider())
            .build(password);
  }

  /** Says whether an algorithm is PBES2 with AES-CBC and PBKDF2. */
  public static boolean isPbes2WithAes(AlgorithmIdentifier algorithm) {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      return false;
    }
    PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
    return scheme.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
        && HMAC_DIGESTS.containsKey(pbkdf2(scheme).getPrf().getAlgorithm())
        && AES_KEY_OCTETS.containsKey(scheme.getEncryptionScheme().getAlgorithm());
  }

  private static PBKDF2Params pbkdf2(PBES2Parameters scheme) {
    return PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
  }

  /**
   * Decrypts the first block of an encryption that {@link #isPbes2WithAes}.
   *
   * @throws RuntimeException if its parameters are damaged
   */
  public byte[] firstBlock(AlgorithmIdentifier algorithm, byte[] encrypted) {
    CBCModeCipher cipher = cipher(algorithm);
    byte[] block = new byte[cipher.getBlockSize()];
    cipher.processBlock(encrypted, 0, block, 0);
    return block;
  }

  private CBCModeCipher cipher(AlgorithmIdentifier algorithm) {
    PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
    byte[] vector =
        ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters()).getOctets();
    CBCModeCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(false, new ParametersWithIV(derive(pbkdf2(scheme), keyOctets(scheme)), vector));
    return cipher;
  }

  /**
   * Begins to derive the key of an encryption that {@link #isPbes2WithAes} on a thread of its own,
   * for a caller that has something else to do meanwhile.
   *
   * @throws OperatorCreationException if its parameters are damaged or ask for too much
   */
  public void deriveAhead(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    DerivationLimits.check(algorithm);
    PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
    begin(pbkdf2(scheme), keyOctets(scheme), PasswordDecryptor::runBehind);
  }

  private static void runBehind(Runnable derivation) {
    Thread thread = new Thread(derivation, "derivation");
    thread.setDaemon(true);
    thread.start();
  }

  private static int keyOctets(PBES2Parameters scheme) {
    return AES_KEY_OCTETS.getOrDefault(scheme.getEncryptionScheme().getAlgorithm(), 0);
  }

  /** Returns the key that comes from the password. */
  public KeyParameter derive(PBKDF2Params parameters, int octets) {
    try {
      return begin(parameters, octets, Runnable::run).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        // Too small a heap says nothing about the file.
        throw error;
      }
      throw e;
    }
  }

  @CanIgnoreReturnValue
  private CompletableFuture<KeyParameter> begin(
      PBKDF2Params parameters, int octets, Executor where) {
    return derived.computeIfAbsent(
        nameOf(parameters, octets),
        name -> {
          byte[] typed = PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(password);
          return CompletableFuture.supplyAsync(() -> computeOnce(typed, parameters, octets), where);
        });
  }

  private KeyParameter computeOnce(byte[] typed, PBKDF2Params parameters, int octets) {
    try {
      return compute(typed, parameters, octets);
    } finally {
      Arrays.fill(typed, (byte) 0);
    }
  }

  private static String nameOf(PBKDF2Params parameters, int octets) {
    return parameters.getPrf().getAlgorithm()
        + " "
        + parameters.getIterationCount()
        + " "
        + new DEROctetString(parameters.getSalt())
        + " "
        + octets;
  }

  private KeyParameter compute(byte[] typed, PBKDF2Params parameters, int octets) {
    ASN1ObjectIdentifier hmac = parameters.getPrf().getAlgorithm();
    String digest = HMAC_DIGESTS.get(hmac);
    if (digest == null) {
      throw new IllegalArgumentException("no such HMAC: " + hmac);
    }
    int iterations = parameters.getIterationCount().intValueExact();
    Optional<Pbkdf2> fast = Pbkdf2.of(providers, digest, typed);
    if (fast.isPresent()) {
      return new KeyParameter(fast.get().derive(parameters.getSalt(), iterations, octets));
    }
    PKCS5S2ParametersGenerator generator =
        new PKCS5S2ParametersGenerator(new PlatformDigest(providers.digest(digest)));
    generator.init(typed, parameters.getSalt(), iterations);
    return (KeyParameter) generator.generateDerivedMacParameters(octets * Byte.SIZE);
  }

  private record Decryptor(AlgorithmIdentifier algorithm, PaddedBufferedBlockCipher cipher)
      implements InputDecryptor {
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
