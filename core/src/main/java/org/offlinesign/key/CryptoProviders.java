package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.offlinesign.key.SignatureEngine.SigningOperation;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;

/**
 * The implementations of cryptography found on this machine, fastest first.
 *
 * <p>For each key the first that proves itself is taken: Amazon Corretto where its native library
 * loads, the JDK, BouncyCastle. None is registered with the Java platform. Thread safe.
 */
public final class CryptoProviders {
  private static final byte[] TRIAL = new byte[64];

  private final List<SignatureEngine> engines;
  private final List<String> notices;
  private final SecureRandom random = new SecureRandom();

  private CryptoProviders(List<SignatureEngine> engines, List<String> notices) {
    this.engines = List.copyOf(engines);
    this.notices = List.copyOf(notices);
  }

  /** Returns all that load here. Loading the native library of Corretto takes a while. */
  public static CryptoProviders detect() {
    List<SignatureEngine> engines = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    CorrettoLoader corretto = CorrettoLoader.load();
    corretto.engine().ifPresentOrElse(engines::add, () -> notices.add(corretto.notice()));
    addPlatform(engines, notices);
    engines.add(new BouncyCastleEngine());
    return new CryptoProviders(engines, notices);
  }

  /** Returns the JDK and BouncyCastle, which need no native library. */
  public static CryptoProviders withoutNative() {
    List<SignatureEngine> engines = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    addPlatform(engines, notices);
    engines.add(new BouncyCastleEngine());
    return new CryptoProviders(engines, notices);
  }

  /** Returns BouncyCastle alone. */
  public static CryptoProviders bouncyCastle() {
    return new CryptoProviders(List.of(new BouncyCastleEngine()), List.of());
  }

  private static void addPlatform(List<SignatureEngine> engines, List<String> notices) {
    Provider rsa = Security.getProvider("SunRsaSign");
    if (rsa == null) {
      notices.add("SunRsaSign is not among the providers of this Java");
      return;
    }
    engines.add(new JcaEngine(rsa, "JDK " + rsa.getName() + " " + rsa.getVersionStr()));
  }

  /** Returns name and version of each implementation in the order in which they are tried. */
  public List<String> names() {
    return engines.stream().map(SignatureEngine::description).toList();
  }

  /** Returns why implementations that might have been here are not. */
  public List<String> notices() {
    return notices;
  }

  /** Returns each implementation alone, so that each can be put to the proof. */
  public List<CryptoProviders> each() {
    return engines.stream().map(engine -> new CryptoProviders(List.of(engine), List.of())).toList();
  }

  /** Starts signing with the first engine that signs correctly with this very key. */
  Signer signer(ZoneKey key, PrivateKeyInfo privateKey) throws SigningException {
    SigningException refusal = new SigningException("no provider here signs with the key " + key);
    for (SignatureEngine engine : engines) {
      try {
        SigningOperation signing = engine.signing(key.algorithm(), privateKey);
        VerifyingOperation verifying = engine.verifying(key.algorithm(), key.publicKey());
        Signer signer = new Signer(key, engine.description(), signing, verifying);
        signer.sign(TRIAL, 0, TRIAL.length);
        return signer;
      } catch (GeneralSecurityException | SigningException | RuntimeException e) {
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
