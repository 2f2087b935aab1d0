package org.offlinesign.verify;

import java.math.BigInteger;
import java.util.Optional;
import org.offlinesign.key.Algorithm;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;

/**
 * The numbers of an RSA key as a DNSKEY record has them (RFC 3110 §2).
 *
 * @param oddity in what the octets differ from the only right form; empty if in nothing
 */
record RsaKeyForm(BigInteger exponent, BigInteger modulus, String oddity) {
  private static final int LONGEST_OF_ONE_OCTET = 255;
  private static final int WEAK_BITS = 1024;
  private static final int SHORT_BITS = 2048;
  private static final BigInteger USUAL_EXPONENT = BigInteger.valueOf(65537);

  /** Returns the numbers of a key; empty if it is no RSA key, or no key at all. */
  static Optional<RsaKeyForm> of(Dnskey dnskey) {
    if (Algorithm.of(dnskey.algorithm()).filter(Algorithm::isRsa).isEmpty()) {
      return Optional.empty();
    }
    try {
      WireReader in = new WireReader(dnskey.publicKey());
      int first = in.u8();
      byte[] exponent = in.bytes(first == 0 ? in.u16() : first);
      byte[] modulus = in.bytes(in.remaining());
      String oddity = oddity(exponent, modulus, first == 0);
      return Optional.of(
          new RsaKeyForm(new BigInteger(1, exponent), new BigInteger(1, modulus), oddity));
    } catch (WireFormatException e) {
      // The key is reported as unusable already.
      return Optional.empty();
    }
  }

  private static String oddity(byte[] exponent, byte[] modulus, boolean longLength) {
    if (startsWithZero(exponent)) {
      return "the exponent begins with an octet of zeros";
    }
    if (startsWithZero(modulus)) {
      return "the modulus begins with an octet of zeros";
    }
    return longLength && exponent.length <= LONGEST_OF_ONE_OCTET
        ? "the length of the exponent, " + exponent.length + ", stands in three octets, not one"
        : "";
  }

  private static boolean startsWithZero(byte[] number) {
    return number.length > 0 && number[0] == 0;
  }

  /** Reports what is odd about the key. */
  void report(Subject subject, Findings findings) {
    if (!oddity.isEmpty()) {
      findings.add(FindingCode.DNSKEY_RSA_FORM, subject, oddity);
    }
    reportExponent(subject, findings);
    reportLength(modulus.bitLength(), subject, findings);
  }

  private void reportExponent(Subject subject, Findings findings) {
    if (!exponent.equals(USUAL_EXPONENT)) {
      findings.add(
          FindingCode.DNSKEY_RSA_EXPONENT,
          subject,
          "expected the exponent 65537 but found "
              + (exponent.bitLength() < Long.SIZE
                  ? exponent
                  : "one of " + exponent.bitLength() + " bits"));
    }
  }

  private static void reportLength(int bits, Subject subject, Findings findings) {
    if (bits < SHORT_BITS) {
      findings.add(
          bits < WEAK_BITS ? FindingCode.DNSKEY_RSA_WEAK : FindingCode.DNSKEY_RSA_SHORT,
          subject,
          "expected an RSA key of 2048 bits or more but found " + bits);
    }
  }
}
