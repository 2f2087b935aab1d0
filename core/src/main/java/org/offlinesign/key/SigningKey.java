package org.offlinesign.key;

import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * A key of a zone that can sign. Immutable and thread safe; each thread takes its own {@link
 * Signer}.
 */
public final class SigningKey {
  private final ZoneKey facts;
  private final PrivateKeyInfo privateKey;

  private SigningKey(ZoneKey facts, PrivateKeyInfo privateKey) {
    this.facts = facts;
    this.privateKey = privateKey;
  }

  /** Returns a public key joined with its private one; refuses a private key of another. */
  public static SigningKey of(ZoneKey facts, PrivateKeyInfo privateKey)
      throws UnusableKeyException {
    KeyFamily family = facts.algorithm().family();
    byte[] expected = family.dnskeyForm(facts.publicKey());
    SubjectPublicKeyInfo publicKey = family.publicKey(privateKey);
    if (!Arrays.equals(expected, family.dnskeyForm(publicKey))) {
      throw new UnusableKeyException("the private key does not belong to the DNSKEY of " + facts);
    }
    return new SigningKey(facts, family.usualForm(privateKey, publicKey));
  }

  /**
   * Returns a key of which nothing but the private part and what a person says is known. The
   * algorithm need not be said where the kind of key leaves no choice.
   */
  public static SigningKey of(KeyParameters parameters, PrivateKeyInfo privateKey)
      throws UnusableKeyException {
    return of(parameters, privateKey, (algorithm, secret) -> algorithm.family().publicKey(secret));
  }

  /** Returns the same; providers may prove the public key, which else has to be computed. */
  public static SigningKey of(
      KeyParameters parameters, PrivateKeyInfo privateKey, CryptoProviders providers)
      throws UnusableKeyException {
    return of(parameters, privateKey, providers::publicKey);
  }

  /** Finds the public key of a private one. */
  private interface PublicHalf {
    SubjectPublicKeyInfo of(Algorithm algorithm, PrivateKeyInfo privateKey)
        throws UnusableKeyException;
  }

  private static SigningKey of(
      KeyParameters parameters, PrivateKeyInfo privateKey, PublicHalf publicHalf)
      throws UnusableKeyException {
    Algorithm given = parameters.algorithm();
    Algorithm algorithm =
        required("algorithm", given == null ? Algorithm.onlyOneOf(privateKey).orElse(null) : given);
    int flags = required("flags", parameters.flags());
    DnsName zone = required("zone", parameters.zone());
    KeyFamily family = algorithm.family();
    SubjectPublicKeyInfo publicKey = publicHalf.of(algorithm, privateKey);
    Dnskey dnskey =
        new Dnskey(flags, Dnskey.PROTOCOL, algorithm.number(), family.dnskeyForm(publicKey));
    return new SigningKey(ZoneKey.of(zone, dnskey), family.usualForm(privateKey, publicKey));
  }

  private static <T> T required(String name, @Nullable T value) throws UnusableKeyException {
    if (value == null) {
      throw new UnusableKeyException(
          "nothing says which " + name + " the key has, so it must be given");
    }
    return value;
  }

  /** Returns what is public about the key. */
  public ZoneKey facts() {
    return facts;
  }

  /** Returns the same key with other public facts about it; the DNSKEY must be the same key. */
  public SigningKey with(ZoneKey changed) throws UnusableKeyException {
    // What the private key was compared with before, it need not be compared with again.
    return changed.dnskey().toRdata().equals(facts.dnskey().toRdata())
        ? new SigningKey(changed, privateKey)
        : of(changed, privateKey);
  }

  /** Returns the key as it is when its algorithm, flags or zone are what someone says they are. */
  public SigningKey withParameters(KeyParameters parameters) throws UnusableKeyException {
    return new SigningKey(facts.withParameters(parameters), privateKey);
  }

  /** Starts signing with the fastest provider that handles the key; for one thread alone. */
  public Signer newSigner(CryptoProviders providers) throws SigningException {
    return providers.signer(facts, privateKey);
  }

  /** Starts signing a certificate; RSA keys do it with SHA-256 whatever their own algorithm. */
  public ContentSigner certificateSigner(CryptoProviders providers) throws SigningException {
    KeyParameters parameters = new KeyParameters(facts.algorithm().forCertificates(), null, null);
    try {
      return new CertificateSigner(withParameters(parameters).newSigner(providers));
    } catch (UnusableKeyException e) {
      throw new SigningException("no certificate can be signed with " + facts, e);
    }
  }

  /** Hands the key to a format that writes it. */
  public <R> R export(KeyExport<R> format) {
    return format.of(facts, privateKey);
  }

  /** Returns public facts only. */
  @Override
  public String toString() {
    return facts.toString();
  }
}
