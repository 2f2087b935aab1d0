package org.offlinesign.key;

import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/** A private key whose octets are in the memory of this process. */
final class HeldHalf extends PrivateHalf {
  private final PrivateKeyInfo octets;

  HeldHalf(PrivateKeyInfo octets) {
    this.octets = octets;
  }

  @Override
  public PrivateKeyInfo octets() {
    return octets;
  }

  @Override
  public PrivateKey handle() {
    throw new IllegalStateException("no token keeps the private key");
  }

  @Override
  AlgorithmIdentifier kind() {
    return octets.getPrivateKeyAlgorithm();
  }

  @Override
  SubjectPublicKeyInfo publicKey(KeyFamily family) throws UnusableKeyException {
    return family.publicKey(octets);
  }

  @Override
  SubjectPublicKeyInfo publicKey(Algorithm algorithm, CryptoProviders providers)
      throws UnusableKeyException {
    return providers.publicKey(algorithm, octets);
  }

  @Override
  PrivateHalf usualForm(KeyFamily family, SubjectPublicKeyInfo publicKey)
      throws UnusableKeyException {
    return new HeldHalf(family.usualForm(octets, publicKey));
  }

  @Override
  Signer signer(ZoneKey key, CryptoProviders providers) throws SigningException {
    return providers.signer(key, octets);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HeldHalf that && octets.equals(that.octets);
  }

  @Override
  public int hashCode() {
    return octets.hashCode();
  }
}
