package org.offlinesign.key;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A format that a key can leave the program in: the one way to a private key. */
@FunctionalInterface
public interface KeyExport<R> {
  /** Writes a key; must not keep the private part. */
  R of(ZoneKey facts, PrivateKeyInfo privateKey);
}
