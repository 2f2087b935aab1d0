package org.offlinesign.key;

import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * A key of a zone and all that is public about it. Immutable.
 *
 * <p>The DNSKEY record is kept octet for octet as it came, also where another way to write the same
 * key would be usual.
 */
public final class ZoneKey {
  private final DnsName zone;
  private final Dnskey dnskey;
  private final Algorithm algorithm;
  private final SubjectPublicKeyInfo publicKey;
  private final int bits;
  private final int signatureLength;
  private final Extras extras;

  private record Extras(
      @Nullable String friendlyName, @Nullable CertificateFacts certificate, KeyTiming timing) {
    static final Extras NONE = new Extras(null, null, KeyTiming.NONE);
  }

  private ZoneKey(ZoneKey that, Extras extras) {
    this.zone = that.zone;
    this.dnskey = that.dnskey;
    this.algorithm = that.algorithm;
    this.publicKey = that.publicKey;
    this.bits = that.bits;
    this.signatureLength = that.signatureLength;
    this.extras = extras;
  }

  private ZoneKey(DnsName zone, Dnskey dnskey, Algorithm algorithm, Extras extras)
      throws UnusableKeyException {
    this.zone = zone;
    this.dnskey = dnskey;
    this.algorithm = algorithm;
    this.publicKey = algorithm.family().publicKey(dnskey.publicKey());
    this.bits = algorithm.family().bits(publicKey);
    this.signatureLength = algorithm.family().signatureLength(publicKey);
    this.extras = extras;
    checkFlags();
    if (!algorithm.keyLengths().canUse(bits)) {
      throw new UnusableKeyException(
          "expected " + algorithm.keyLengths() + " for " + algorithm + " but found " + bits);
    }
  }

  private void checkFlags() throws UnusableKeyException {
    if (!dnskey.isZoneKey()) {
      throw new UnusableKeyException(
          "expected flags with the zone key bit (256) but found " + dnskey.flags());
    }
    if (dnskey.protocol() != Dnskey.PROTOCOL) {
      throw new UnusableKeyException("expected protocol 3 but found " + dnskey.protocol());
    }
  }

  /** Returns the key that a DNSKEY record holds. */
  public static ZoneKey of(DnsName owner, Dnskey dnskey) throws UnusableKeyException {
    return new ZoneKey(owner, dnskey, algorithmOf(dnskey.algorithm()), Extras.NONE);
  }

  private static Algorithm algorithmOf(int number) throws UnusableKeyException {
    return Algorithm.of(number)
        .orElseThrow(() -> new UnusableKeyException("algorithm " + number + " is not supported"));
  }

  /** Returns the same key with another friendly name. */
  public ZoneKey withFriendlyName(@Nullable String friendlyName) {
    return new ZoneKey(this, new Extras(friendlyName, extras.certificate, extras.timing));
  }

  /** Returns the same key with another certificate. */
  public ZoneKey withCertificate(@Nullable CertificateFacts certificate) {
    return new ZoneKey(this, new Extras(extras.friendlyName, certificate, extras.timing));
  }

  /** Returns the same key with other timing. */
  public ZoneKey withTiming(KeyTiming timing) {
    return new ZoneKey(this, new Extras(extras.friendlyName, extras.certificate, timing));
  }

  /** Returns the key as it is when its algorithm, flags or zone are what someone says they are. */
  public ZoneKey withParameters(KeyParameters parameters) throws UnusableKeyException {
    Algorithm newAlgorithm = parameters.algorithm() == null ? algorithm : parameters.algorithm();
    if (newAlgorithm.family() != algorithm.family()) {
      throw new UnusableKeyException(
          "a key for " + algorithm + " cannot be one for " + newAlgorithm);
    }
    int flags = parameters.flags() == null ? dnskey.flags() : parameters.flags();
    DnsName newZone = parameters.zone() == null ? zone : parameters.zone();
    Dnskey changed =
        new Dnskey(flags, dnskey.protocol(), newAlgorithm.number(), dnskey.publicKey());
    return new ZoneKey(newZone, changed, newAlgorithm, extras);
  }

  /** Returns the zone that the key belongs to. */
  public DnsName zone() {
    return zone;
  }

  /** Returns the data of the DNSKEY record. */
  public Dnskey dnskey() {
    return dnskey;
  }

  /** Returns the key tag (RFC 4034 appendix B), which other keys may share. */
  public int keyTag() {
    return dnskey.keyTag();
  }

  /** Returns the algorithm. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** Returns the length of the key in bits. */
  public int bits() {
    return bits;
  }

  /** Returns the length in octets of the signatures that the key makes. */
  public int signatureLength() {
    return signatureLength;
  }

  /** Returns the role that the SEP flag says. */
  public KeyRole role() {
    return KeyRole.ofFlags(dnskey.flags());
  }

  /** Returns the name a person gave the key. */
  public Optional<String> friendlyName() {
    return Optional.ofNullable(extras.friendlyName);
  }

  /** Returns what is public about the certificate; empty for a key that has none. */
  public Optional<CertificateFacts> certificate() {
    return Optional.ofNullable(extras.certificate);
  }

  /** Returns when what happens to the key. */
  public KeyTiming timing() {
    return extras.timing;
  }

  /** Says whether two are the same key of the same zone: owner and DNSKEY octets agree. */
  public boolean isSameKey(ZoneKey that) {
    return zone.equals(that.zone) && dnskey.toRdata().equals(that.dnskey.toRdata());
  }

  /** Returns the public key in the form that certificates have it. */
  public SubjectPublicKeyInfo publicKey() {
    return publicKey;
  }

  /** Returns zone, algorithm and key tag: {@code example.com./RSASHA256/32478}. */
  @Override
  public String toString() {
    return zone + "/" + algorithm + "/" + keyTag();
  }
}
