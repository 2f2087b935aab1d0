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
  private final PrivateHalf privateHalf;

  private SigningKey(ZoneKey facts, PrivateHalf privateHalf) {
    this.facts = facts;
    this.privateHalf = privateHalf;
  }

  /** Returns a public key joined with its private one; refuses a private key of another. */
  public static SigningKey of(ZoneKey facts, PrivateKeyInfo privateKey)
      throws UnusableKeyException {
    return of(facts, new HeldHalf(privateKey));
  }

  private static SigningKey of(ZoneKey facts, PrivateHalf privateHalf) throws UnusableKeyException {
    KeyFamily family = facts.algorithm().family();
    byte[] expected = family.dnskeyForm(facts.publicKey());
    SubjectPublicKeyInfo publicKey = privateHalf.publicKey(family);
    if (!Arrays.equals(expected, family.dnskeyForm(publicKey))) {
      throw new UnusableKeyException("the private key does not belong to the DNSKEY of " + facts);
    }
    return new SigningKey(facts, privateHalf.usualForm(family, publicKey));
  }

  /**
   * Returns a key of which nothing but the private part and what a person says is known. The
   * algorithm need not be said where the kind of key leaves no choice.
   */
  public static SigningKey of(KeyParameters parameters, PrivateKeyInfo privateKey)
      throws UnusableKeyException {
    return of(parameters, new HeldHalf(privateKey));
  }

  static SigningKey of(KeyParameters parameters, PrivateHalf privateHalf)
      throws UnusableKeyException {
    return of(parameters, privateHalf, algorithm -> privateHalf.publicKey(algorithm.family()));
  }

  /** Returns the same; providers may prove the public key, which else has to be computed. */
  public static SigningKey of(
      KeyParameters parameters, PrivateHalf privateHalf, CryptoProviders providers)
      throws UnusableKeyException {
    return of(parameters, privateHalf, algorithm -> privateHalf.publicKey(algorithm, providers));
  }

  /** Finds the public key of a private one. */
  private interface PublicHalf {
    SubjectPublicKeyInfo of(Algorithm algorithm) throws UnusableKeyException;
  }

  private static SigningKey of(
      KeyParameters parameters, PrivateHalf privateHalf, PublicHalf publicHalf)
      throws UnusableKeyException {
    Algorithm given = parameters.algorithm();
    Algorithm algorithm =
        required(
            "algorithm",
            given == null ? Algorithm.onlyOneOf(privateHalf.kind()).orElse(null) : given);
    int flags = required("flags", parameters.flags());
    DnsName zone = required("zone", parameters.zone());
    KeyFamily family = algorithm.family();
    SubjectPublicKeyInfo publicKey = publicHalf.of(algorithm);
    Dnskey dnskey =
        new Dnskey(flags, Dnskey.PROTOCOL, algorithm.number(), family.dnskeyForm(publicKey));
    return new SigningKey(ZoneKey.of(zone, dnskey), privateHalf.usualForm(family, publicKey));
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
        ? new SigningKey(changed, privateHalf)
        : of(changed, privateHalf);
  }

  /** Returns the key as it is when its algorithm, flags or zone are what someone says they are. */
  public SigningKey withParameters(KeyParameters parameters) throws UnusableKeyException {
    return new SigningKey(facts.withParameters(parameters), privateHalf);
  }

  /** Starts signing with the fastest provider that handles the key; for one thread alone. */
  public Signer newSigner(CryptoProviders providers) throws SigningException {
    return privateHalf.signer(facts, providers);
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

  /** Returns the private half, to keep it somewhere. */
  public PrivateHalf privateHalf() {
    return privateHalf;
  }

  /**
   * Hands the key to a format that writes it.
   *
   * @throws IllegalStateException if the private key is in a token, which does not give it away
   */
  public <R> R export(KeyExport<R> format) {
    return format.of(facts, privateHalf.octets());
  }

  /** Returns public facts only. */
  @Override
  public String toString() {
    return facts.toString();
  }
}
