package org.offlinesign.selftest;

import java.util.OptionalInt;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;

/**
 * A key as an RFC prints it.
 *
 * @param tag the key tag, if it is printed too
 * @param dnskey the DNSKEY record
 * @param secret the private key, in the format of BIND
 */
record KeyText(OptionalInt tag, String dnskey, String secret) {
  SigningKey key() {
    try {
      return BindKeyFile.parse(dnskey, secret);
    } catch (UnusableKeyException e) {
      throw new AssertionError("the key of an RFC is read", e);
    }
  }
}
