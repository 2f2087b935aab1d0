package org.offlinesign.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/**
 * Signs with BouncyCastle's own classes rather than its provider, so that neither a policy of the
 * Java platform nor a limit of its key factories stands in the way.
 */
final class BouncyCastleEngine implements SignatureEngine {
  // A composite passes as a prime with a chance below 2^-128.
  private static final int PRIME_CERTAINTY = 128;

  @Override
  public String description() {
    String version = RSADigestSigner.class.getPackage().getImplementationVersion();
    return version == null ? "BouncyCastle" : "BouncyCastle " + version;
  }

  @Override
  public SigningOperation signing(Algorithm algorithm, PrivateKeyInfo key)
      throws GeneralSecurityException {
    RSADigestSigner signer = new RSADigestSigner(digest(algorithm));
    signer.init(true, parameters(key));
    return (data, offset, length) -> {
      signer.update(data, offset, length);
      try {
        return signer.generateSignature();
      } catch (CryptoException | RuntimeException e) {
        throw new SignatureException("BouncyCastle makes no signature", e);
      }
    };
  }

  private static RSAKeyParameters parameters(PrivateKeyInfo key) throws InvalidKeyException {
    try {
      RSAPrivateKey numbers = RsaFamily.parse(key);
      return new RSAPrivateCrtKeyParameters(
          numbers.getModulus(),
          numbers.getPublicExponent(),
          numbers.getPrivateExponent(),
          numbers.getPrime1(),
          numbers.getPrime2(),
          numbers.getExponent1(),
          numbers.getExponent2(),
          numbers.getCoefficient(),
          true);
    } catch (UnusableKeyException | IllegalArgumentException e) {
      throw new InvalidKeyException(e.getMessage(), e);
    }
  }

  @Override
  public VerifyingOperation verifying(Algorithm algorithm, SubjectPublicKeyInfo key)
      throws GeneralSecurityException {
    RSADigestSigner verifier = new RSADigestSigner(digest(algorithm));
    try {
      RSAPublicKey numbers = RsaFamily.parse(key);
      // Internal: odd keys of others are verified with, their quality is not judged here.
      verifier.init(
          false,
          new RSAKeyParameters(false, numbers.getModulus(), numbers.getPublicExponent(), true));
    } catch (UnusableKeyException | IllegalArgumentException e) {
      throw new InvalidKeyException(e.getMessage(), e);
    }
    return (data, offset, length, signature) -> {
      verifier.update(data, offset, length);
      return verifier.verifySignature(signature);
    };
  }

  @Override
  public PrivateKeyInfo generate(KeySpec spec, SecureRandom random)
      throws GeneralSecurityException {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(
            RSAKeyGenParameterSpec.F4, random, spec.bits(), PRIME_CERTAINTY));
    try {
      return PrivateKeyInfoFactory.createPrivateKeyInfo(generator.generateKeyPair().getPrivate());
    } catch (IOException e) {
      throw new AssertionError("a private key has a DER form", e);
    }
  }

  private static Digest digest(Algorithm algorithm) {
    return switch (algorithm) {
      case RSASHA1, NSEC3RSASHA1 -> new SHA1Digest();
      case RSASHA256 -> new SHA256Digest();
      case RSASHA512 -> new SHA512Digest();
    };
  }
}
