package org.offlinesign.keystore;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CertificateFacts;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.KeyTiming.NextChange;
import org.offlinesign.key.PrivateHalf;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * A key in a key store. Immutable.
 *
 * <p>Its certificate may come from elsewhere and not say of which zone the key is; then zone,
 * algorithm and flags must be given to sign with it.
 */
public final class StoredKey {
  private final PrivateHalf privateHalf;
  private final @Nullable X509CertificateHolder certificate;
  private final @Nullable String friendlyName;
  private final KeyAttributes attributes;
  private final CryptoProviders providers;

  // Not found at once, because a store may hold the keys of thousands of zones of which one is
  // signed.
  private final Lazy<Optional<CertificateSubject>> subject = new Lazy<>(this::readSubject);
  private final Lazy<Optional<SigningKey>> signingKey = new Lazy<>(this::identify);

  StoredKey(
      PrivateHalf privateHalf,
      @Nullable X509CertificateHolder certificate,
      @Nullable String friendlyName,
      KeyAttributes attributes,
      CryptoProviders providers) {
    this.privateHalf = privateHalf;
    this.certificate = certificate;
    this.friendlyName = friendlyName;
    this.attributes = attributes;
    this.providers = providers;
  }

  /** Returns how a key is kept, with a new certificate; the key has proved that it signs. */
  static StoredKey of(SigningKey key, CertificateValidity validity, CryptoProviders providers)
      throws SigningException {
    X509CertificateHolder certificate = SelfSignedCertificate.create(key, validity, providers);
    ZoneKey facts = key.facts();
    String friendlyName = facts.friendlyName().orElse(null);
    KeyAttributes attributes = KeyAttributes.NONE.withTiming(facts.timing());
    StoredKey stored =
        new StoredKey(key.privateHalf(), certificate, friendlyName, attributes, providers);
    boolean usual = stored.facts().map(facts::isSameKey).orElse(false);
    return usual ? stored : stored.with(attributes.withPublicKey(facts.dnskey().publicKey()));
  }

  /** Returns what the certificate says of the key, true or not. */
  private Optional<CertificateSubject> readSubject() {
    return certificate == null
        ? Optional.empty()
        : CertificateSubject.parse(certificate.getSubject());
  }

  private Optional<SigningKey> identify() {
    Optional<CertificateSubject> said = subject.get();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    try {
      SigningKey key = identified(said.get().parameters());
      return Optional.of(key).filter(made -> made.facts().keyTag() == said.get().keyTag());
    } catch (UnusableKeyException notAsTheSubjectSays) {
      return Optional.empty();
    }
  }

  /** Returns the same key with other attributes. */
  StoredKey with(KeyAttributes changed) {
    return new StoredKey(privateHalf, certificate, friendlyName, changed, providers);
  }

  /** Returns the same key under another name. */
  StoredKey withFriendlyName(@Nullable String name) {
    return new StoredKey(privateHalf, certificate, name, attributes, providers);
  }

  /** Returns what is public about the key; empty where its certificate does not say enough. */
  public Optional<ZoneKey> facts() {
    return signingKey().map(SigningKey::facts);
  }

  /** Returns the zone that the certificate names, whether or not the key is as it says. */
  Optional<DnsName> zoneAsSaid() {
    return subject.get().map(CertificateSubject::zone);
  }

  /** Returns the key to sign with; empty where its certificate does not say enough. */
  public Optional<SigningKey> signingKey() {
    return signingKey.get();
  }

  /**
   * Returns the key to sign with, where someone says what the certificate does not, or says
   * otherwise.
   */
  public SigningKey signingKey(KeyParameters parameters) throws UnusableKeyException {
    Optional<SigningKey> known = signingKey();
    return known.isPresent() ? known.get().withParameters(parameters) : identified(parameters);
  }

  private SigningKey identified(KeyParameters parameters) throws UnusableKeyException {
    SigningKey key = SigningKey.of(parameters, privateHalf, providers);
    ZoneKey facts = key.facts();
    Optional<byte[]> unusual = attributes.publicKeyOctets();
    if (unusual.isPresent()) {
      Dnskey dnskey = facts.dnskey();
      facts =
          ZoneKey.of(
              facts.zone(),
              new Dnskey(dnskey.flags(), dnskey.protocol(), dnskey.algorithm(), unusual.get()));
    }
    return key.with(
        facts
            .withFriendlyName(friendlyName)
            .withTiming(attributes.timing())
            .withCertificate(certificate().orElse(null)));
  }

  /** Returns the name a person gave the key. */
  public Optional<String> friendlyName() {
    return Optional.ofNullable(friendlyName);
  }

  /** Returns what is public about the certificate; empty for a key that has none. */
  public Optional<CertificateFacts> certificate() {
    return Optional.ofNullable(certificate).map(SelfSignedCertificate::facts);
  }

  /** Returns what the key does at some time; one in the trash does nothing. */
  public KeyState stateAt(Instant time) {
    return attributes.deleted() == null ? timing().stateAt(time) : KeyState.DELETED;
  }

  /** Returns when the key next does something else; one in the trash never does. */
  public Optional<NextChange> nextChange(Instant now) {
    return attributes.deleted() == null ? timing().nextChange(now) : Optional.empty();
  }

  /** Returns until when a key in the trash can be recovered; empty for one that is not there. */
  public Optional<Instant> recoverableUntil() {
    return Optional.ofNullable(attributes.deleted()).map(time -> time.plus(KeyTrash.LIFETIME));
  }

  /** Returns when what happens to the key. */
  public KeyTiming timing() {
    return attributes.timing();
  }

  /**
   * Returns what a rollover that the key takes part in notes of its progress; empty without one.
   */
  public Optional<String> rollover() {
    return Optional.ofNullable(attributes.rollover());
  }

  KeyAttributes attributes() {
    return attributes;
  }

  PrivateHalf privateHalf() {
    return privateHalf;
  }

  PrivateKeyInfo privateKey() {
    return privateHalf.octets();
  }

  Optional<X509CertificateHolder> holder() {
    return Optional.ofNullable(certificate);
  }

  /** Says whether two are the same private key of the same zone with the same flags. */
  boolean isSameKey(StoredKey that) {
    Optional<CertificateSubject> said = subject.get();
    Optional<CertificateSubject> saidOfThat = that.subject.get();
    if (said.isPresent() && saidOfThat.isPresent() && !said.equals(saidOfThat)) {
      return false;
    }
    if (facts().isPresent() && that.facts().isPresent()) {
      return facts().get().isSameKey(that.facts().get());
    }
    return privateHalf.equals(that.privateHalf) && subjectText().equals(that.subjectText());
  }

  private String subjectText() {
    return certificate().map(CertificateFacts::subject).orElse("");
  }

  /** Returns in one line what tells the key apart from others; public facts only. */
  public String describe() {
    StringBuilder out = new StringBuilder();
    out.append(friendlyName().map(name -> "'" + name + "'").orElse("(no friendly name)"));
    facts()
        .ifPresent(
            key ->
                out.append(" tag ")
                    .append(key.keyTag())
                    .append(' ')
                    .append(key.role())
                    .append(" of ")
                    .append(key.zone())
                    .append(' ')
                    .append(key.algorithm())
                    .append(' ')
                    .append(key.bits())
                    .append(" bits"));
    certificate()
        .ifPresent(
            facts ->
                out.append(", serial ")
                    .append(facts.serialHex())
                    .append(", subject ")
                    .append(facts.subject()));
    return out.toString();
  }

  /** Returns public facts only. */
  @Override
  public String toString() {
    return describe();
  }
}
