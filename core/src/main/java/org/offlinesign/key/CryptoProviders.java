package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.offlinesign.key.SignatureEngine.SigningOperation;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;

/**
 * The implementations of cryptography found on this machine, fastest first.
 *
 * <p>For each key the first that proves itself is taken: Amazon Corretto where its native library
 * loads; then for RSA the JDK before BouncyCastle, for all others BouncyCastle before the JDK. None
 * is registered with the Java platform. Immutable and thread safe.
 */
public final class CryptoProviders {
  private static final byte[] TRIAL = new byte[64];

  private final List<SignatureEngine> engines;
  private final List<String> notices;
  private final Manner manner;
  private final SecureRandom random = new SecureRandom();

  /** How signatures are made, whoever makes them. */
  private record Manner(Nonces nonces, ReleaseCheck check) {
    static final Manner USUAL = new Manner(Nonces.RANDOM, ReleaseCheck.ALWAYS);
  }

  private CryptoProviders(List<SignatureEngine> engines, List<String> notices, Manner manner) {
    this.engines = List.copyOf(engines);
    this.notices = List.copyOf(notices);
    this.manner = manner;
  }

  /** Returns all that load here. Loading the native library of Corretto takes a while. */
  public static CryptoProviders detect() {
    List<SignatureEngine> engines = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    CorrettoLoader corretto = CorrettoLoader.load();
    corretto.engine().ifPresentOrElse(engines::add, () -> notices.add(corretto.notice()));
    addPortable(engines, notices);
    return new CryptoProviders(engines, notices, Manner.USUAL);
  }

  /** Returns the JDK and BouncyCastle, which need no native library. */
  public static CryptoProviders withoutNative() {
    List<SignatureEngine> engines = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    addPortable(engines, notices);
    return new CryptoProviders(engines, notices, Manner.USUAL);
  }

  /** Returns BouncyCastle alone. */
  public static CryptoProviders bouncyCastle() {
    return new CryptoProviders(
        List.of(new BouncyCastleEngine(Nonces.RANDOM)), List.of(), Manner.USUAL);
  }

  // SunRsaSign knows RSA alone and SunEC all others, so that one order serves all algorithms.
  private static void addPortable(List<SignatureEngine> engines, List<String> notices) {
    addPlatform("SunRsaSign", engines, notices);
    engines.add(new BouncyCastleEngine(Nonces.RANDOM));
    addPlatform("SunEC", engines, notices);
  }

  private static void addPlatform(
      String name, List<SignatureEngine> engines, List<String> notices) {
    Provider provider = Security.getProvider(name);
    if (provider == null) {
      notices.add(name + " is not among the providers of this Java");
      return;
    }
    engines.add(
        new JcaEngine(provider, "JDK " + provider.getName() + " " + provider.getVersionStr()));
  }

  /**
   * Returns the same, but the same key always makes the same signature of the same octets: ECDSA
   * takes no random numbers then (RFC 6979), and only BouncyCastle signs with it.
   */
  public CryptoProviders deterministic() {
    return new CryptoProviders(engines, notices, new Manner(Nonces.DETERMINISTIC, manner.check));
  }

  /** Returns the same, but other signatures are checked as they are made. */
  public CryptoProviders checking(ReleaseCheck check) {
    return new CryptoProviders(engines, notices, new Manner(manner.nonces, check));
  }

  /** Returns name and version of each implementation in the order in which they are tried. */
  public List<String> names() {
    return engines.stream().map(SignatureEngine::description).toList();
  }

  /** Returns name and version of the implementation that signs with an algorithm, if one does. */
  public Optional<String> nameFor(Algorithm algorithm) {
    return signing(algorithm).stream()
        .filter(engine -> engine.supports(algorithm))
        .map(SignatureEngine::description)
        .findFirst();
  }

  /** Returns why implementations that might have been here are not. */
  public List<String> notices() {
    return notices;
  }

  /** Returns each implementation of an algorithm alone, so that each can be put to the proof. */
  public List<CryptoProviders> each(Algorithm algorithm) {
    return engines.stream()
        .filter(engine -> engine.supports(algorithm))
        .map(engine -> new CryptoProviders(List.of(engine), List.of(), manner))
        .toList();
  }

  private List<SignatureEngine> signing(Algorithm algorithm) {
    return manner.nonces == Nonces.DETERMINISTIC && algorithm.family().takesNonces()
        ? List.of(new BouncyCastleEngine(Nonces.DETERMINISTIC))
        : engines;
  }

  /** Starts signing with the first engine that signs correctly with this very key. */
  Signer signer(ZoneKey key, PrivateKeyInfo privateKey) throws SigningException {
    SigningException refusal = new SigningException("no provider here signs with the key " + key);
    for (SignatureEngine engine : signing(key.algorithm())) {
      try {
        SigningOperation signing = engine.signing(key.algorithm(), privateKey);
        // The fastest checks, be it the one that signs or another, which shares no faults with it.
        VerifyingOperation verifying = verifying(key.algorithm(), key.publicKey());
        Signer signer = new Signer(key, engine.description(), signing, verifying);
        signer.sign(TRIAL, 0, TRIAL.length);
        FaultEffect effect = key.algorithm().family().faultEffect(manner.nonces);
        return manner.check.includes(effect) ? signer : signer.withoutCheck();
      } catch (GeneralSecurityException
          | SigningException
          | UnusableKeyException
          | RuntimeException e) {
        refusal.addSuppressed(e);
      }
    }
    throw refusal;
  }

  /** Starts verifying with the first engine that takes the key. */
  VerifyingOperation verifying(Algorithm algorithm, SubjectPublicKeyInfo publicKey)
      throws UnusableKeyException {
    UnusableKeyException refusal =
        new UnusableKeyException(
            "no provider here verifies with this " + algorithm.mnemonic() + " key");
    for (SignatureEngine engine : engines) {
      try {
        return engine.verifying(algorithm, publicKey);
      } catch (GeneralSecurityException | RuntimeException e) {
        refusal.addSuppressed(e);
      }
    }
    throw refusal;
  }

  /** Returns a new private key from the first engine that makes one of just this length. */
  PrivateKeyInfo generate(KeySpec spec) {
    IllegalStateException refusal = new IllegalStateException("no provider makes keys: " + spec);
    KeyFamily family = spec.algorithm().family();
    for (SignatureEngine engine : engines) {
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
