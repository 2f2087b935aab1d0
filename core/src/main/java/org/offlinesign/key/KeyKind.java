package org.offlinesign.key;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What people call the kinds of keys that key files tell by numbers. */
final class KeyKind {
  private static final Map<ASN1ObjectIdentifier, String> NAMES =
      Map.of(
          PKCSObjectIdentifiers.rsaEncryption, "an RSA key",
          PKCSObjectIdentifiers.id_RSASSA_PSS, "an RSA key for RSASSA-PSS",
          X9ObjectIdentifiers.id_ecPublicKey, "an elliptic curve key",
          X9ObjectIdentifiers.prime256v1, "on P-256",
          SECObjectIdentifiers.secp384r1, "on P-384",
          SECObjectIdentifiers.secp521r1, "on P-521",
          SECObjectIdentifiers.secp256k1, "on secp256k1",
          EdECObjectIdentifiers.id_Ed25519, "an Ed25519 key",
          EdECObjectIdentifiers.id_Ed448, "an Ed448 key");

  private KeyKind() {}

  /** Returns words for a message, with the number where there is no name. */
  static String of(AlgorithmIdentifier key) {
    String kind = NAMES.getOrDefault(key.getAlgorithm(), "one of the kind " + key.getAlgorithm());
    return key.getParameters() instanceof ASN1ObjectIdentifier curve
        ? kind + " " + NAMES.getOrDefault(curve, "on the curve " + curve)
        : kind;
  }
}
