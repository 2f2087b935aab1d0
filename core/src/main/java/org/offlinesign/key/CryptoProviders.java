package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.offlinesign.key.SignatureEngine.SigningOperation;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;

/**
 * The implementations of cryptography found on this machine, fastest first.
 *
 * <p>For each key the first that proves itself is taken: Amazon Corretto where its native library
 * loads; then for RSA the JDK before BouncyCastle, for all others BouncyCastle before the JDK. None
 * is registered with the Java platform. Thread safe; which keys check many signatures is
 * remembered, to make that faster, and cannot be seen in any result.
 */
public final class CryptoProviders {
  private static final byte[] TRIAL = new byte[64];

  private final List<LazyEngine> engines;
  private final Manner manner;
  private final FrequentKeys frequentKeys;

  /** How signatures are made and checked, whoever does it. */
  private record Manner(Nonces nonces, ReleaseCheck check, CheckedSignatures checked) {
    static final Manner USUAL =
        new Manner(Nonces.RANDOM, ReleaseCheck.ALWAYS, new CheckedSignatures(0));
  }

  private CryptoProviders(List<LazyEngine> engines, Manner manner, FrequentKeys frequentKeys) {
    this.engines = List.copyOf(engines);
    this.manner = manner;
    this.frequentKeys = frequentKeys;
  }

  /** Returns all that are here. Each is loaded when it is needed; the native one takes a while. */
  public static CryptoProviders detect() {
    return new CryptoProviders(
        List.of(
            new LazyEngine(CorrettoLoader::load),
            platform("SunRsaSign"),
            portable(),
            platform("SunEC")),
        Manner.USUAL,
        FrequentKeys.remembered());
  }

  /** Begins to load the fastest behind, for a caller that has something to do before it signs. */
  public CryptoProviders loadAhead() {
    Thread loader = new Thread(() -> engines.get(0).engine(), "cryptography");
    loader.setDaemon(true);
    loader.start();
    return this;
  }

  /** Returns the JDK and BouncyCastle, which need no native library. */
  public static CryptoProviders withoutNative() {
    // SunRsaSign knows RSA alone and SunEC all others, so that one order serves all algorithms.
    return new CryptoProviders(
        List.of(platform("SunRsaSign"), portable(), platform("SunEC")),
        Manner.USUAL,
        FrequentKeys.remembered());
  }

  /** Returns BouncyCastle alone. */
  public static CryptoProviders bouncyCastle() {
    return of(new BouncyCastleEngine(Nonces.RANDOM));
  }

  /** Returns one implementation alone. */
  static CryptoProviders of(SignatureEngine engine) {
    return new CryptoProviders(List.of(LazyEngine.of(engine)), Manner.USUAL, FrequentKeys.none());
  }

  private static LazyEngine portable() {
    return LazyEngine.of(new BouncyCastleEngine(Nonces.RANDOM));
  }

  private static LazyEngine platform(String name) {
    return new LazyEngine(() -> find(name));
  }

  private static LazyEngine.Found find(String name) {
    Provider provider = Security.getProvider(name);
    return provider == null
        ? LazyEngine.Found.nothing(name + " is not among the providers of this Java")
        : LazyEngine.Found.of(
            new JcaEngine(provider, "JDK " + name + " " + provider.getVersionStr()));
  }

  /**
   * Returns the same, but the same key always makes the same signature of the same octets: ECDSA
   * takes no random numbers then (RFC 6979), and only BouncyCastle signs with it.
   */
  public CryptoProviders deterministic() {
    return inManner(new Manner(Nonces.DETERMINISTIC, manner.check, manner.checked));
  }

  /** Returns the same, but other signatures are checked as they are made. */
  public CryptoProviders checking(ReleaseCheck check) {
    return inManner(new Manner(manner.nonces, check, manner.checked));
  }

  /** Returns the same, but signatures that are checked to be kept are remembered. */
  public CryptoProviders remembering(CheckedSignatures memory) {
    return inManner(new Manner(manner.nonces, manner.check, memory));
  }

  CheckedSignatures checked() {
    return manner.checked;
  }

  private CryptoProviders inManner(Manner other) {
    return new CryptoProviders(engines, other, frequentKeys);
  }

  /** Returns name and version of each implementation in the order in which they are tried. */
  public List<String> names() {
    return engines.stream()
        .flatMap(engine -> engine.sound().stream())
        .map(SignatureEngine::description)
        .toList();
  }

  /** Returns name and version of the implementation that signs with an algorithm, if one does. */
  public Optional<String> nameFor(Algorithm algorithm) {
    return signing(algorithm).stream()
        .flatMap(engine -> engine.sound().stream())
        .filter(engine -> engine.supports(algorithm))
        .map(SignatureEngine::description)
        .findFirst();
  }

  /** Returns why implementations that might have been here are not. */
  public List<String> notices() {
    return engines.stream().flatMap(engine -> engine.notice().stream()).toList();
  }

  /** Returns each implementation of an algorithm alone, so that each can be put to the proof. */
  public List<CryptoProviders> each(Algorithm algorithm) {
    return engines.stream()
        .filter(engine -> engine.sound().filter(sound -> sound.supports(algorithm)).isPresent())
        .map(engine -> new CryptoProviders(List.of(engine), manner, FrequentKeys.none()))
        .toList();
  }

  private List<LazyEngine> signing(Algorithm algorithm) {
    return manner.nonces == Nonces.DETERMINISTIC && algorithm.family().takesNonces()
        ? List.of(LazyEngine.of(new BouncyCastleEngine(Nonces.DETERMINISTIC)))
        : engines;
  }

  /** An engine is only loaded when those before it have refused. */
  private static Iterable<SignatureEngine> loading(List<LazyEngine> engines) {
    return () -> engines.stream().flatMap(engine -> engine.engine().stream()).iterator();
  }

  /** Starts signing with the first engine that signs correctly with this very key. */
  Signer signer(ZoneKey key, PrivateKeyInfo privateKey) throws SigningException {
    SigningException refusal = new SigningException("no provider here signs with the key " + key);
    for (SignatureEngine engine : loading(signing(key.algorithm()))) {
      try {
        return proved(key, engine.description(), engine.signing(key.algorithm(), privateKey));
      } catch (GeneralSecurityException
          | SigningException
          | UnusableKeyException
          | RuntimeException e) {
        refusal.addSuppressed(e);
      }
    }
    throw refusal;
  }

  /** Starts signing with a key that a token keeps; what it signs is checked by others. */
  Signer signer(ZoneKey key, TokenHalf token) throws SigningException {
    if (manner.nonces == Nonces.DETERMINISTIC && key.algorithm().family().takesNonces()) {
      throw new SigningException(
          token.description()
              + " draws the random numbers of ECDSA itself, so that "
              + key
              + " cannot sign the same twice (RFC 6979)");
    }
    try {
      return proved(key, token.description(), token.signing(key.algorithm()));
    } catch (GeneralSecurityException | UnusableKeyException | RuntimeException e) {
      throw SigningException.because(token.description() + " does not sign with the key " + key, e);
    }
  }

  private Signer proved(ZoneKey key, String provider, SigningOperation signing)
      throws UnusableKeyException, SigningException {
    // The fastest checks, be it the one that signs or another, which shares no faults with it.
    VerifyingOperation verifying = verifying(key.algorithm(), key.publicKey());
    Signer signer = new Signer(key, provider, signing, verifying);
    signer.sign(TRIAL, 0, TRIAL.length);
    FaultEffect effect = key.algorithm().family().faultEffect(manner.nonces);
    return manner.check.includes(effect) ? signer : signer.withoutCheck();
  }

  /**
   * Returns the public key that belongs to a private one. The one written beside it is taken if a
   * signature proves it, where the engine that does so is loaded: the arithmetic for computing it
   * takes longer to load than keys to sign a small zone.
   */
  SubjectPublicKeyInfo publicKey(Algorithm algorithm, PrivateKeyInfo privateKey)
      throws UnusableKeyException {
    Optional<SubjectPublicKeyInfo> claimed = algorithm.family().claimedPublicKey(privateKey);
    return claimed.isPresent() && isProved(algorithm, privateKey, claimed.get())
        ? claimed.get()
        : algorithm.family().publicKey(privateKey);
  }

  private boolean isProved(
      Algorithm algorithm, PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey) {
    LazyEngine fastest = engines.get(0);
    Optional<SignatureEngine> engine = fastest.isLoaded() ? fastest.engine() : Optional.empty();
    if (engine.isEmpty()) {
      return false;
    }
    try {
      byte[] signature = engine.get().signing(algorithm, privateKey).sign(TRIAL, 0, TRIAL.length);
      return engine.get().verifying(algorithm, publicKey).verify(TRIAL, 0, TRIAL.length, signature);
    } catch (GeneralSecurityException | RuntimeException notByThisEngine) {
      return false;
    }
  }

  /**
   * Starts verifying with the first engine that takes the key, or with a table of the key where
   * that saves loading an engine, or is faster.
   */
  VerifyingOperation verifying(Algorithm algorithm, SubjectPublicKeyInfo publicKey)
      throws UnusableKeyException {
    if (!frequentKeys.include(algorithm)) {
      return verifyingByEngine(algorithm, publicKey);
    }
    FrequentKey key = frequentKeys.of(publicKey);
    return engines.get(0).isLoaded()
        ? key.hasten(verifyingByEngine(algorithm, publicKey))
        : key.hastenAtOnce(new LateVerifying(() -> verifyingByEngine(algorithm, publicKey)));
  }

  private VerifyingOperation verifyingByEngine(Algorithm algorithm, SubjectPublicKeyInfo publicKey)
      throws UnusableKeyException {
    UnusableKeyException refusal =
        new UnusableKeyException(
            "no provider here verifies with this " + algorithm.mnemonic() + " key");
    for (SignatureEngine engine : loading(engines)) {
      try {
        return engine.verifying(algorithm, publicKey);
      } catch (GeneralSecurityException | RuntimeException e) {
        refusal.addSuppressed(e);
      }
    }
    throw refusal;
  }

  /**
   * Returns a digest from the implementation that begins to be fast the soonest; most often it is
   * used for the hundred thousand steps from a password to a key, in a process that has just begun.
   *
   * @param jcaName one that every Java platform has
   */
  public MessageDigest digest(String jcaName) {
    for (SignatureEngine engine : loading(engines)) {
      Optional<MessageDigest> digest = engine.digest(jcaName);
      if (digest.isPresent()) {
        return digest.get();
      }
    }
    try {
      return MessageDigest.getInstance(jcaName);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has " + jcaName, e);
    }
  }

  /** Returns an HMAC from an implementation that is faster than one made of its digest. */
  Optional<Mac> hmac(String jcaName) {
    for (SignatureEngine engine : loading(engines)) {
      Optional<Mac> hmac = engine.hmac(jcaName);
      if (hmac.isPresent()) {
        return hmac;
      }
    }
    return Optional.empty();
  }

  /** Returns a new private key from the first engine that makes one of just this length. */
  PrivateKeyInfo generate(KeySpec spec) {
    IllegalStateException refusal = new IllegalStateException("no provider makes keys: " + spec);
    KeyFamily family = spec.algorithm().family();
    SecureRandom random = new SecureRandom();
    for (SignatureEngine engine : loading(engines)) {
      try {
        PrivateKeyInfo key = engine.generate(spec, random);
        int bits = family.bits(family.publicKey(key));
        if (bits == spec.bits()) {
          return key;
        }
        // Corretto rounds the length up to a multiple of 128 bits.
        refusal.addSuppressed(
            new UnusableKeyException(engine.description() + " made " + bits + " bits"));
      } catch (GeneralSecurityException | UnusableKeyException | RuntimeException e) {
        refusal.addSuppressed(e);
      }
    }
    throw refusal;
  }
}
