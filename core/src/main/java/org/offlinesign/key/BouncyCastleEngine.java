package org.offlinesign.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.KeyGenerationParameters;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed448KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.Ed448KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Signs with BouncyCastle's own classes rather than its provider, so that neither a policy of the
 * Java platform nor a limit of its key factories stands in the way.
 */
final class BouncyCastleEngine implements SignatureEngine {
  // A composite passes as a prime with a chance below 2^-128.
  private static final int PRIME_CERTAINTY = 128;

  private final Nonces nonces;

  BouncyCastleEngine(Nonces nonces) {
    this.nonces = nonces;
  }

  @Override
  public String description() {
    String version = RSADigestSigner.class.getPackage().getImplementationVersion();
    return version == null ? "BouncyCastle" : "BouncyCastle " + version;
  }

  @Override
  public boolean supports(Algorithm algorithm) {
    return true;
  }

  @Override
  public SigningOperation signing(Algorithm algorithm, PrivateKeyInfo key)
      throws GeneralSecurityException {
    Signer signer = signer(algorithm);
    signer.init(true, parameters(algorithm, key));
    return (data, offset, length) -> {
      signer.update(data, offset, length);
      try {
        return signer.generateSignature();
      } catch (CryptoException | RuntimeException e) {
        throw new SignatureException("BouncyCastle makes no signature", e);
      }
    };
  }

  private static CipherParameters parameters(Algorithm algorithm, PrivateKeyInfo key)
      throws InvalidKeyException {
    try {
      return algorithm.family() == RsaFamily.INSTANCE
          ? parameters(RsaFamily.parse(key))
          : PrivateKeyFactory.createKey(key);
    } catch (UnusableKeyException | IOException | IllegalArgumentException e) {
      throw new InvalidKeyException(e.getMessage(), e);
    }
  }

  private static RSAKeyParameters parameters(RSAPrivateKey key) {
    return new RSAPrivateCrtKeyParameters(
        key.getModulus(),
        key.getPublicExponent(),
        key.getPrivateExponent(),
        key.getPrime1(),
        key.getPrime2(),
        key.getExponent1(),
        key.getExponent2(),
        key.getCoefficient(),
        true);
  }

  @Override
  public VerifyingOperation verifying(Algorithm algorithm, SubjectPublicKeyInfo key)
      throws GeneralSecurityException {
    Signer verifier = signer(algorithm);
    verifier.init(false, parameters(algorithm, key));
    return (data, offset, length, signature) -> {
      verifier.update(data, offset, length);
      return verifier.verifySignature(signature);
    };
  }

  private static CipherParameters parameters(Algorithm algorithm, SubjectPublicKeyInfo key)
      throws InvalidKeyException {
    try {
      return algorithm.family() == RsaFamily.INSTANCE
          ? parameters(RsaFamily.parse(key))
          : PublicKeyFactory.createKey(key);
    } catch (UnusableKeyException | IOException | IllegalArgumentException e) {
      throw new InvalidKeyException(e.getMessage(), e);
    }
  }

  private static RSAKeyParameters parameters(RSAPublicKey key) {
    // Internal: odd keys of others are verified with, their quality is not judged here.
    return new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent(), true);
  }

  @Override
  public PrivateKeyInfo generate(KeySpec spec, SecureRandom random)
      throws GeneralSecurityException {
    AsymmetricCipherKeyPairGenerator generator = generator(spec, random);
    try {
      return PrivateKeyInfoFactory.createPrivateKeyInfo(generator.generateKeyPair().getPrivate());
    } catch (IOException e) {
      throw new AssertionError("a private key has a DER form", e);
    }
  }

  private static AsymmetricCipherKeyPairGenerator generator(KeySpec spec, SecureRandom random) {
    return switch (spec.algorithm()) {
      case RSASHA1, NSEC3RSASHA1, RSASHA256, RSASHA512 ->
          ready(
              new RSAKeyPairGenerator(),
              new RSAKeyGenerationParameters(
                  RSAKeyGenParameterSpec.F4, random, spec.bits(), PRIME_CERTAINTY));
      case ECDSAP256SHA256 -> ec(EcFamily.P256, random);
      case ECDSAP384SHA384 -> ec(EcFamily.P384, random);
      case ED25519 ->
          ready(new Ed25519KeyPairGenerator(), new Ed25519KeyGenerationParameters(random));
      case ED448 -> ready(new Ed448KeyPairGenerator(), new Ed448KeyGenerationParameters(random));
    };
  }

  private static AsymmetricCipherKeyPairGenerator ec(EcFamily family, SecureRandom random) {
    return ready(
        new ECKeyPairGenerator(), new ECKeyGenerationParameters(family.parameters(), random));
  }

  private static AsymmetricCipherKeyPairGenerator ready(
      AsymmetricCipherKeyPairGenerator generator, KeyGenerationParameters parameters) {
    generator.init(parameters);
    return generator;
  }

  private Signer signer(Algorithm algorithm) {
    return switch (algorithm) {
      case RSASHA1, NSEC3RSASHA1 -> new RSADigestSigner(new SHA1Digest());
      case RSASHA256 -> new RSADigestSigner(new SHA256Digest());
      case RSASHA512 -> new RSADigestSigner(new SHA512Digest());
      case ECDSAP256SHA256 -> ecdsa(SHA256Digest::new);
      case ECDSAP384SHA384 -> ecdsa(SHA384Digest::new);
      case ED25519 -> new Ed25519Signer();
      // RFC 8080 §4: the context is empty.
      case ED448 -> new Ed448Signer(new byte[0]);
    };
  }

  private Signer ecdsa(Supplier<Digest> digest) {
    ECDSASigner signer =
        switch (nonces) {
          case RANDOM -> new ECDSASigner();
          case DETERMINISTIC -> new ECDSASigner(new HMacDSAKCalculator(digest.get()));
        };
    return new DSADigestSigner(signer, digest.get(), PlainDSAEncoding.INSTANCE);
  }
}
