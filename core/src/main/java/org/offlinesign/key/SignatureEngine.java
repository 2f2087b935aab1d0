package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Someone else's implementation of signing and verifying. Thread safe; its operations are not. */
interface SignatureEngine {
  /** Returns its name and version. */
  String description();

  /** Says whether it has an algorithm; with a particular key it may still refuse. */
  boolean supports(Algorithm algorithm);

  /** Starts signing; refuses with an exception what it cannot do with this key. */
  SigningOperation signing(Algorithm algorithm, PrivateKeyInfo key) throws GeneralSecurityException;

  /** Starts verifying; refuses with an exception what it cannot do with this key. */
  VerifyingOperation verifying(Algorithm algorithm, SubjectPublicKeyInfo key)
      throws GeneralSecurityException;

  /** Makes a private key, of another length than asked for if the engine cannot do better. */
  PrivateKeyInfo generate(KeySpec spec, SecureRandom random) throws GeneralSecurityException;

  /** Makes signatures, one after the other. */
  interface SigningOperation {
    byte[] sign(byte[] data, int offset, int length) throws GeneralSecurityException;
  }

  /** Checks signatures, one after the other; false too for those that are no signature at all. */
  interface VerifyingOperation {
    boolean verify(byte[] data, int offset, int length, byte[] signature)
        throws GeneralSecurityException;
  }
}
