package org.offlinesign.key;

import java.security.spec.AlgorithmParameterSpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** How keys of one kind are written: in DNSKEY records, in BIND's files and for Java. */
sealed interface KeyFamily permits RsaFamily, EcFamily, EdFamily {
  /** Returns the name of the keys among the Java security standard algorithm names. */
  String jcaKeyName();

  /** Says whether a key that PKCS #8 or a certificate calls so is one of this kind. */
  boolean isCalled(AlgorithmIdentifier name);

  /** Says whether each signature needs a secret number that may be drawn at random. */
  boolean takesNonces();

  /** Returns what a wrong signature tells of the private key. */
  FaultEffect faultEffect(Nonces nonces);

  /** Returns what a generator of such keys is told; empty where its name says it all. */
  Optional<AlgorithmParameterSpec> generation(KeySpec spec);

  /** Returns the public key field of a DNSKEY record. */
  byte[] dnskeyForm(SubjectPublicKeyInfo publicKey) throws UnusableKeyException;

  /** Returns the key in the public key field of a DNSKEY record. */
  SubjectPublicKeyInfo publicKey(byte[] dnskeyForm) throws UnusableKeyException;

  /** Returns the public key that belongs to a private one. */
  SubjectPublicKeyInfo publicKey(PrivateKeyInfo privateKey) throws UnusableKeyException;

  /**
   * Returns the public key that is written beside a private one, which may be another's; empty
   * where there is none, or to compute it costs nothing.
   */
  default Optional<SubjectPublicKeyInfo> claimedPublicKey(PrivateKeyInfo privateKey) {
    return Optional.empty();
  }

  /** Returns a private key in the form that programs agree on; refuses one that is damaged. */
  PrivateKeyInfo usualForm(PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey)
      throws UnusableKeyException;

  /** Returns the length of the key in bits. */
  int bits(SubjectPublicKeyInfo publicKey) throws UnusableKeyException;

  /** Returns the length in octets of the signatures of a key. */
  int signatureLength(SubjectPublicKeyInfo publicKey) throws UnusableKeyException;

  /** Returns how certificates name the signature of such a key. */
  AlgorithmIdentifier certificateIdentifier();

  /** Returns a signature of an RRSIG record as a certificate holds it. */
  byte[] certificateForm(byte[] signature);

  /** Returns the numbers of a private key under the names they have in BIND's files, in order. */
  Map<String, byte[]> bindFields(PrivateKeyInfo privateKey);

  /** Returns the private key that BIND's file has the numbers of. */
  PrivateKeyInfo fromBindFields(Map<String, byte[]> fields) throws UnusableKeyException;

  /** Returns a field of BIND's file that must be there. */
  static byte[] required(Map<String, byte[]> fields, String label) throws UnusableKeyException {
    byte[] octets = fields.get(label);
    if (octets == null) {
      throw new UnusableKeyException("expected a line '" + label + ":' but found none");
    }
    return octets;
  }
}
