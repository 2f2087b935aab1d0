package org.offlinesign.keystore;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.offlinesign.key.CertificateFacts;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;

/** Makes and reads the certificates that keys are kept with. */
final class SelfSignedCertificate {
  private SelfSignedCertificate() {}

  /** Returns a certificate that a key signs for itself, its serial number a random GUID. */
  static X509CertificateHolder create(
      SigningKey key, CertificateValidity validity, CryptoProviders providers)
      throws SigningException {
    X500Name name = CertificateSubject.of(key.facts()).toName();
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name,
            randomSerial(),
            Date.from(validity.from()),
            Date.from(validity.to()),
            name,
            key.facts().publicKey());
    try {
      return builder.build(key.certificateSigner(providers));
    } catch (RuntimeOperatorException e) {
      throw new SigningException(
          "no certificate can be signed with " + key + ": " + e.getMessage(), e);
    }
  }

  private static BigInteger randomSerial() {
    UUID guid = UUID.randomUUID();
    ByteBuffer octets = ByteBuffer.allocate(2 * Long.BYTES);
    octets.putLong(guid.getMostSignificantBits()).putLong(guid.getLeastSignificantBits());
    return new BigInteger(1, octets.array());
  }

  /** Returns what is public about a certificate. */
  static CertificateFacts facts(X509CertificateHolder certificate) {
    return new CertificateFacts(
        certificate.getSerialNumber(),
        CertificateSubject.textOf(certificate.getSubject()),
        CertificateSubject.textOf(certificate.getIssuer()),
        validity(certificate));
  }

  /**
   * Returns when a certificate is valid.
   *
   * @throws RuntimeException if that is no time at all
   */
  static CertificateValidity validity(X509CertificateHolder certificate) {
    return new CertificateValidity(
        CertificateTime.instant(certificate.toASN1Structure().getStartDate()),
        CertificateTime.instant(certificate.toASN1Structure().getEndDate()));
  }
}
