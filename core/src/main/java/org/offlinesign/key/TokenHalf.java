package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.SignatureEngine.SigningOperation;

/** A private key that a PKCS #11 token keeps, and signs with when it is asked to. */
final class TokenHalf extends PrivateHalf {
  private final Provider token;
  private final PrivateKey handle;
  private final SubjectPublicKeyInfo publicKey;

  TokenHalf(Provider token, PrivateKey handle, SubjectPublicKeyInfo publicKey) {
    this.token = token;
    this.handle = handle;
    this.publicKey = publicKey;
  }

  static TokenHalf made(Provider token, KeySpec spec) throws GeneralSecurityException {
    KeyFamily family = spec.algorithm().family();
    KeyPairGenerator generator = KeyPairGenerator.getInstance(family.jcaKeyName(), token);
    Optional<AlgorithmParameterSpec> parameters = family.generation(spec);
    if (parameters.isPresent()) {
      generator.initialize(parameters.get());
    }
    KeyPair pair = generator.generateKeyPair();
    return new TokenHalf(
        token, pair.getPrivate(), SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
  }

  String description() {
    return token.getName();
  }

  SigningOperation signing(Algorithm algorithm) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm.jcaName(), token);
    signature.initSign(handle);
    return JcaEngine.operation(signature);
  }

  @Override
  public PrivateKey handle() {
    return handle;
  }

  @Override
  public PrivateKeyInfo octets() {
    throw new IllegalStateException("the private key does not leave " + description());
  }

  @Override
  AlgorithmIdentifier kind() {
    return publicKey.getAlgorithm();
  }

  /** Returns what the certificate says; signers prove it. */
  @Override
  SubjectPublicKeyInfo publicKey(KeyFamily family) {
    return publicKey;
  }

  @Override
  SubjectPublicKeyInfo publicKey(Algorithm algorithm, CryptoProviders providers) {
    return publicKey;
  }

  @Override
  PrivateHalf usualForm(KeyFamily family, SubjectPublicKeyInfo same) {
    return this;
  }

  @Override
  Signer signer(ZoneKey key, CryptoProviders providers) throws SigningException {
    return providers.signer(key, this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenHalf that && handle.equals(that.handle);
  }

  @Override
  public int hashCode() {
    return handle.hashCode();
  }
}
