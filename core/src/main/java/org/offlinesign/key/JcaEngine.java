package org.offlinesign.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Signs with a provider of the Java Cryptography Architecture that need not be registered. */
class JcaEngine implements SignatureEngine {
  private final Provider provider;
  private final String description;

  JcaEngine(Provider provider, String description) {
    this.provider = provider;
    this.description = description;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean supports(Algorithm algorithm) {
    return provider.getService("Signature", algorithm.jcaName()) != null;
  }

  @Override
  public SigningOperation signing(Algorithm algorithm, PrivateKeyInfo key)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm.jcaName(), provider);
    signature.initSign(privateKey(algorithm, key));
    return operation(signature);
  }

  /** Returns what signs with an implementation that has the key already. */
  static SigningOperation operation(Signature signature) {
    return (data, offset, length) -> {
      signature.update(data, offset, length);
      return signature.sign();
    };
  }

  private PrivateKey privateKey(Algorithm algorithm, PrivateKeyInfo key)
      throws GeneralSecurityException {
    byte[] encoded = encoded(key);
    try {
      return keyFactory(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private static byte[] encoded(PrivateKeyInfo key) {
    try {
      return key.getEncoded();
    } catch (IOException e) {
      throw new AssertionError("a private key has a DER form", e);
    }
  }

  @Override
  public VerifyingOperation verifying(Algorithm algorithm, SubjectPublicKeyInfo key)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm.jcaName(), provider);
    PublicKey publicKey = publicKey(algorithm, key);
    signature.initVerify(publicKey);
    return (data, offset, length, candidate) -> {
      try {
        signature.update(data, offset, length);
        return signature.verify(candidate);
      } catch (SignatureException | ProviderException noSignature) {
        // Providers differ in what they leave behind when the octets cannot be a signature.
        signature.initVerify(publicKey);
        return false;
      }
    };
  }

  private PublicKey publicKey(Algorithm algorithm, SubjectPublicKeyInfo key)
      throws GeneralSecurityException {
    try {
      return keyFactory(algorithm).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    } catch (IOException e) {
      throw new AssertionError("a public key has a DER form", e);
    }
  }

  @Override
  public PrivateKeyInfo generate(KeySpec spec, SecureRandom random)
      throws GeneralSecurityException {
    KeyFamily family = spec.algorithm().family();
    KeyPairGenerator generator = KeyPairGenerator.getInstance(family.jcaKeyName(), provider);
    Optional<AlgorithmParameterSpec> parameters = family.generation(spec);
    if (parameters.isPresent()) {
      generator.initialize(parameters.get(), random);
    }
    byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
    return PrivateKeyInfo.getInstance(encoded);
  }

  private KeyFactory keyFactory(Algorithm algorithm) throws GeneralSecurityException {
    String name = algorithm.family().jcaKeyName();
    // Corretto signs with Edwards-curve keys but leaves the reading of them to the platform.
    return provider.getService("KeyFactory", name) == null
        ? KeyFactory.getInstance(name)
        : KeyFactory.getInstance(name, provider);
  }
}
