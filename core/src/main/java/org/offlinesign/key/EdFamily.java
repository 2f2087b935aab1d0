package org.offlinesign.key;

import java.io.IOException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;

/**
 * Edwards-curve keys (RFC 8080 §3). Their octets are the same in DNSKEY records, in BIND's files
 * and inside the structures of RFC 8410.
 */
final class EdFamily implements KeyFamily {
  static final EdFamily ED25519 =
      new EdFamily(
          NamedParameterSpec.ED25519,
          EdECObjectIdentifiers.id_Ed25519,
          32,
          key -> new Ed25519PublicKeyParameters(key).getEncoded(),
          seed -> new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded());
  static final EdFamily ED448 =
      new EdFamily(
          NamedParameterSpec.ED448,
          EdECObjectIdentifiers.id_Ed448,
          57,
          key -> new Ed448PublicKeyParameters(key).getEncoded(),
          seed -> new Ed448PrivateKeyParameters(seed).generatePublicKey().getEncoded());

  private static final String PRIVATE_KEY = "PrivateKey";

  private final NamedParameterSpec spec;
  private final AlgorithmIdentifier identifier;
  private final int octets;
  private final UnaryOperator<byte[]> checked;
  private final UnaryOperator<byte[]> publicOfSeed;

  private EdFamily(
      NamedParameterSpec spec,
      ASN1ObjectIdentifier identifier,
      int octets,
      UnaryOperator<byte[]> checked,
      UnaryOperator<byte[]> publicOfSeed) {
    this.spec = spec;
    // RFC 8410 §3: parameters are absent.
    this.identifier = new AlgorithmIdentifier(identifier);
    this.octets = octets;
    this.checked = checked;
    this.publicOfSeed = publicOfSeed;
  }

  @Override
  public String jcaKeyName() {
    return spec.getName();
  }

  @Override
  public boolean isCalled(AlgorithmIdentifier name) {
    return name.getAlgorithm().equals(identifier.getAlgorithm());
  }

  @Override
  public boolean takesNonces() {
    return false;
  }

  @Override
  public FaultEffect faultEffect(Nonces nonces) {
    return FaultEffect.REVEALS_KEY_BESIDE_ANOTHER;
  }

  @Override
  public Optional<AlgorithmParameterSpec> generation(KeySpec wanted) {
    return Optional.empty();
  }

  @Override
  public byte[] dnskeyForm(SubjectPublicKeyInfo publicKey) throws UnusableKeyException {
    requireCurve(publicKey.getAlgorithm());
    return point(publicKey.getPublicKeyData().getOctets());
  }

  @Override
  public SubjectPublicKeyInfo publicKey(byte[] dnskeyForm) throws UnusableKeyException {
    return new SubjectPublicKeyInfo(identifier, point(dnskeyForm));
  }

  private byte[] point(byte[] encoded) throws UnusableKeyException {
    requireLength(encoded);
    try {
      return checked.apply(encoded);
    } catch (IllegalArgumentException e) {
      throw new UnusableKeyException(
          "expected a point of the curve " + spec.getName() + " but found none", e);
    }
  }

  private void requireLength(byte[] key) throws UnusableKeyException {
    if (key.length != octets) {
      throw new UnusableKeyException(
          "expected "
              + octets
              + " octets of an "
              + spec.getName()
              + " key but found "
              + key.length);
    }
  }

  @Override
  public SubjectPublicKeyInfo publicKey(PrivateKeyInfo privateKey) throws UnusableKeyException {
    return new SubjectPublicKeyInfo(identifier, publicOfSeed.apply(seed(privateKey)));
  }

  private byte[] seed(PrivateKeyInfo privateKey) throws UnusableKeyException {
    requireCurve(privateKey.getPrivateKeyAlgorithm());
    byte[] seed;
    try {
      seed = ASN1OctetString.getInstance(privateKey.parsePrivateKey()).getOctets();
    } catch (IOException | RuntimeException e) {
      // The cause is left out because its message may quote the octets.
      throw new UnusableKeyException("the " + spec.getName() + " private key is damaged");
    }
    requireLength(seed);
    return seed;
  }

  private void requireCurve(AlgorithmIdentifier found) throws UnusableKeyException {
    if (!isCalled(found)) {
      throw new UnusableKeyException(
          "expected an " + spec.getName() + " key but found " + KeyKind.of(found));
    }
  }

  /** Returns the first version of the structure: not every Java reads the second (RFC 5958). */
  @Override
  public PrivateKeyInfo usualForm(PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey)
      throws UnusableKeyException {
    return encode(seed(privateKey));
  }

  private PrivateKeyInfo encode(byte[] seed) {
    try {
      return new PrivateKeyInfo(identifier, new DEROctetString(seed));
    } catch (IOException e) {
      throw new AssertionError("octets have a DER form", e);
    }
  }

  @Override
  public int bits(SubjectPublicKeyInfo publicKey) {
    return octets * Byte.SIZE;
  }

  @Override
  public int signatureLength(SubjectPublicKeyInfo publicKey) {
    return 2 * octets;
  }

  @Override
  public AlgorithmIdentifier certificateIdentifier() {
    return identifier;
  }

  @Override
  public byte[] certificateForm(byte[] signature) {
    return signature;
  }

  @Override
  public Map<String, byte[]> bindFields(PrivateKeyInfo privateKey) {
    try {
      return Map.of(PRIVATE_KEY, seed(privateKey).clone());
    } catch (UnusableKeyException e) {
      throw new AssertionError("a signing key holds a private key that was checked", e);
    }
  }

  @Override
  public PrivateKeyInfo fromBindFields(Map<String, byte[]> fields) throws UnusableKeyException {
    byte[] seed = KeyFamily.required(fields, PRIVATE_KEY);
    requireLength(seed);
    return encode(seed);
  }
}
