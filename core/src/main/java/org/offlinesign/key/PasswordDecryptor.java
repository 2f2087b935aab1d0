package org.offlinesign.key;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Closeable;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
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
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.offlinesign.key.Pkcs12Derivation.Purpose;

/**
 * Decrypts by password: PBES2 with AES-CBC and PBKDF2 (RFC 8018), the encryptions of PKCS #12
 * itself (RFC 7292 appendix C, as Windows Server 2008 R2 writes), and what else BouncyCastle knows.
 *
 * <p>The first two go without {@code javax.crypto}: its start alone takes a tenth of a second, and
 * some builds of Java accept a provider of ciphers only from a signed jar. Each key is derived
 * once. Not thread safe; holds derived keys.
 */
public final class PasswordDecryptor implements InputDecryptorProvider, Closeable {
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

  private record OldCipher(Supplier<BlockCipher> engine, int keyOctets) {}

  private static final Map<ASN1ObjectIdentifier, OldCipher> OF_PKCS12 =
      Map.of(
          PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
          new OldCipher(DESedeEngine::new, 24),
          PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC,
          new OldCipher(DESedeEngine::new, 16),
          PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC,
          new OldCipher(RC2Engine::new, 16),
          PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC,
          new OldCipher(RC2Engine::new, 5));

  private final MaskedPassword password;
  private final CryptoProviders providers;
  private final Map<String, CompletableFuture<KeyParameter>> derived = new HashMap<>();

  /** Creates a decryptor; the password stays the caller's, who wipes it. */
  public PasswordDecryptor(char[] password, CryptoProviders providers) {
    this(new MaskedPassword(password), providers);
  }

  /** Creates a decryptor; the password is used when needed and stays the caller's. */
  public PasswordDecryptor(MaskedPassword password, CryptoProviders providers) {
    this.password = password;
    this.providers = providers;
  }

  /** Says whether an algorithm goes without {@code javax.crypto}. */
  static boolean isOwn(AlgorithmIdentifier algorithm) {
    return isPbes2WithAes(algorithm) || OF_PKCS12.containsKey(algorithm.getAlgorithm());
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
      if (isPbes2WithAes(algorithm)) {
        return new Decryptor(algorithm, new PaddedBufferedBlockCipher(cipher(algorithm)));
      }
      OldCipher old = OF_PKCS12.get(algorithm.getAlgorithm());
      return old == null
          ? password.use(clear -> ofJava(clear).get(algorithm))
          : new Decryptor(algorithm, new PaddedBufferedBlockCipher(cipher(old, algorithm)));
    } catch (RuntimeException e) {
      throw new OperatorCreationException("the encryption parameters are damaged", e);
    }
  }

  /** Returns what knows the rest; it leaves copies of the password to the garbage collector. */
  private static InputDecryptorProvider ofJava(char[] clear) {
    return new JcePKCSPBEInputDecryptorProviderBuilder()
        .setProvider(new BouncyCastleProvider())
        .build(clear);
  }

  /** RFC 7292 appendix C: key and vector come from the password by way of SHA-1. */
  private CBCModeCipher cipher(OldCipher old, AlgorithmIdentifier algorithm) {
    PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
    ExtendedDigest sha1 = new PlatformDigest(providers.digest("SHA-1"));
    CBCModeCipher cipher = CBCBlockCipher.newInstance(old.engine.get());
    return password.use(
        clear -> {
          Pkcs12Derivation derivation =
              new Pkcs12Derivation(
                  sha1, clear, parameters.getIV(), parameters.getIterations().intValueExact());
          byte[] key = derivation.derive(Purpose.KEY, old.keyOctets);
          byte[] vector = derivation.derive(Purpose.VECTOR, cipher.getBlockSize());
          cipher.init(false, new ParametersWithIV(new KeyParameter(key), vector));
          Arrays.fill(key, (byte) 0);
          return cipher;
        });
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

  /** Returns the digest of an HMAC by its name in Java; empty if the HMAC is not known. */
  public static Optional<String> digestOf(ASN1ObjectIdentifier hmac) {
    return Optional.ofNullable(HMAC_DIGESTS.get(hmac));
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
          byte[] typed = password.use(Pbkdf2::octetsOf);
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

  /** Wipes the keys that were derived. */
  @Override
  public void close() {
    for (CompletableFuture<KeyParameter> key : derived.values()) {
      if (key.isDone() && !key.isCompletedExceptionally()) {
        Arrays.fill(key.join().getKey(), (byte) 0);
      }
    }
    derived.clear();
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
