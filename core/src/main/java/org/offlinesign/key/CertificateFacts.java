package org.offlinesign.key;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What is public about the certificate that a key is kept with.
 *
 * @param serial the serial number, positive
 * @param subject the distinguished name as {@code CN=...}
 * @param issuer the distinguished name of who signed it, the same when self-signed
 */
public record CertificateFacts(
    BigInteger serial, String subject, String issuer, CertificateValidity validity) {
  /** Returns the serial number in lower-case hex digits, two for each octet. */
  public String serialHex() {
    String hex = serial.toString(16);
    return hex.length() % 2 == 0 ? hex : "0" + hex;
  }

  /** Says whether the certificate has expired, or is not valid yet; a key signs all the same. */
  public boolean isValidAt(Instant now) {
    return !now.isBefore(validity.from()) && !now.isAfter(validity.to());
  }
}
