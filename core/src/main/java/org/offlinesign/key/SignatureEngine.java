package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.offlinesign.p256.P256Key;

/** Someone else's implementation of signing and verifying. Thread safe; its operations are not. */
interface SignatureEngine {
  /** Returns its name and version. */
  String description();

  /**
   * Returns what it finds wrong with itself by testing all it can do, which may take a while; empty
   * if it works, or has no such tests.
   */
  default Optional<String> defect() {
    return Optional.empty();
  }

  /** Says whether it has an algorithm; with a particular key it may still refuse. */
  boolean supports(Algorithm algorithm);

  /** Starts signing; refuses with an exception what it cannot do with this key. */
  SigningOperation signing(Algorithm algorithm, PrivateKeyInfo key) throws GeneralSecurityException;

  /** Starts verifying; refuses with an exception what it cannot do with this key. */
  VerifyingOperation verifying(Algorithm algorithm, SubjectPublicKeyInfo key)
      throws GeneralSecurityException;

  /** Makes a private key, of another length than asked for if the engine cannot do better. */
  PrivateKeyInfo generate(KeySpec spec, SecureRandom random) throws GeneralSecurityException;

  /** Returns a digest, if it computes that much faster than the Java platform does. */
  default Optional<MessageDigest> digest(String jcaName) {
    return Optional.empty();
  }

  /** Returns an HMAC, if it computes that much faster than can be done with its digest. */
  default Optional<Mac> hmac(String jcaName) {
    return Optional.empty();
  }

  /** Makes signatures, one after the other. */
  interface SigningOperation {
    byte[] sign(byte[] data, int offset, int length) throws GeneralSecurityException;
  }

  /** Checks signatures, one after the other; false too for those that are no signature at all. */
  interface VerifyingOperation {
    boolean verify(byte[] data, int offset, int length, byte[] signature)
        throws GeneralSecurityException;

    /** Returns a table of the key for a check that someone else does, if there is one. */
    default @Nullable P256Key tableForCheck() {
      return null;
    }
  }
}
