package org.offlinesign.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** ECDSA keys on one curve (RFC 6605 §4). */
final class EcFamily implements KeyFamily {
  static final EcFamily P256 =
      new EcFamily(
          "P-256",
          PrimeCurve.P256,
          SECObjectIdentifiers.secp256r1,
          "secp256r1",
          new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
  static final EcFamily P384 =
      new EcFamily(
          "P-384",
          PrimeCurve.P384,
          SECObjectIdentifiers.secp384r1,
          "secp384r1",
          new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384));

  private static final String PRIVATE_KEY = "PrivateKey";
  private static final byte UNCOMPRESSED = 4;

  private final String name;
  private final PrimeCurve curve;
  private final String jcaCurve;
  private final AlgorithmIdentifier keyIdentifier;
  private final AlgorithmIdentifier certificateIdentifier;
  private final ASN1ObjectIdentifier identifier;

  private EcFamily(
      String name,
      PrimeCurve curve,
      ASN1ObjectIdentifier identifier,
      String jcaCurve,
      AlgorithmIdentifier certificateIdentifier) {
    this.name = name;
    this.curve = curve;
    this.identifier = identifier;
    this.jcaCurve = jcaCurve;
    this.keyIdentifier = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, identifier);
    this.certificateIdentifier = certificateIdentifier;
  }

  /** Returns the curve with arithmetic of its points, which is loaded when it is needed. */
  ECNamedDomainParameters parameters() {
    return ECNamedDomainParameters.lookup(identifier);
  }

  @Override
  public String jcaKeyName() {
    return "EC";
  }

  @Override
  public boolean isCalled(AlgorithmIdentifier name) {
    ASN1Encodable itsCurve = name.getParameters();
    return name.getAlgorithm().equals(keyIdentifier.getAlgorithm())
        && itsCurve != null
        && itsCurve.toASN1Primitive().equals(keyIdentifier.getParameters().toASN1Primitive());
  }

  @Override
  public boolean takesNonces() {
    return true;
  }

  @Override
  public FaultEffect faultEffect(Nonces nonces) {
    return nonces.faultEffect();
  }

  @Override
  public Optional<AlgorithmParameterSpec> generation(KeySpec spec) {
    return Optional.of(new ECGenParameterSpec(jcaCurve));
  }

  /** Returns both coordinates without the octet 4 that tells their form elsewhere. */
  @Override
  public byte[] dnskeyForm(SubjectPublicKeyInfo publicKey) throws UnusableKeyException {
    requireCurve(publicKey.getAlgorithm());
    byte[] encoded = uncompressed(publicKey.getPublicKeyData().getOctets());
    return Arrays.copyOfRange(encoded, 1, encoded.length);
  }

  @Override
  public SubjectPublicKeyInfo publicKey(byte[] dnskeyForm) throws UnusableKeyException {
    int expected = 2 * curve.octets();
    if (dnskeyForm.length != expected) {
      throw new UnusableKeyException(
          "expected " + expected + " octets of a " + name + " key but found " + dnskeyForm.length);
    }
    byte[] encoded = new byte[1 + expected];
    encoded[0] = UNCOMPRESSED;
    System.arraycopy(dnskeyForm, 0, encoded, 1, expected);
    return encode(uncompressed(encoded));
  }

  /** Returns 4, x and y of a point of the curve in any form. */
  private byte[] uncompressed(byte[] encoded) throws UnusableKeyException {
    return curve.hasUncompressed(encoded) ? encoded : point(encoded).getEncoded(false);
  }

  private ECPoint point(byte[] encoded) throws UnusableKeyException {
    ECNamedDomainParameters parameters = parameters();
    try {
      return parameters.validatePublicPoint(parameters.getCurve().decodePoint(encoded));
    } catch (IllegalArgumentException e) {
      throw new UnusableKeyException(
          "expected a point of the curve " + name + " but found none: " + e.getMessage(), e);
    }
  }

  private SubjectPublicKeyInfo encode(byte[] uncompressed) {
    return new SubjectPublicKeyInfo(keyIdentifier, uncompressed);
  }

  @Override
  public SubjectPublicKeyInfo publicKey(PrivateKeyInfo privateKey) throws UnusableKeyException {
    return encode(publicPoint(number(privateKey)));
  }

  private byte[] publicPoint(BigInteger number) {
    return new FixedPointCombMultiplier()
        .multiply(parameters().getG(), number)
        .normalize()
        .getEncoded(false);
  }

  @Override
  public Optional<SubjectPublicKeyInfo> claimedPublicKey(PrivateKeyInfo privateKey) {
    try {
      requireCurve(privateKey.getPrivateKeyAlgorithm());
      ASN1BitString claimed = ECPrivateKey.getInstance(privateKey.parsePrivateKey()).getPublicKey();
      return claimed != null && curve.hasUncompressed(claimed.getOctets())
          ? Optional.of(encode(claimed.getOctets()))
          : Optional.empty();
    } catch (UnusableKeyException | IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private BigInteger number(PrivateKeyInfo privateKey) throws UnusableKeyException {
    requireCurve(privateKey.getPrivateKeyAlgorithm());
    try {
      return inRange(ECPrivateKey.getInstance(privateKey.parsePrivateKey()).getKey());
    } catch (IOException | RuntimeException e) {
      // The cause is left out because its message may quote the octets.
      throw new UnusableKeyException("the " + name + " private key is damaged");
    }
  }

  private BigInteger inRange(BigInteger number) throws UnusableKeyException {
    if (number.signum() <= 0 || number.compareTo(curve.order()) >= 0) {
      throw new UnusableKeyException(
          "expected a private number from 1 to the order of the curve " + name);
    }
    return number;
  }

  private void requireCurve(AlgorithmIdentifier found) throws UnusableKeyException {
    if (!isCalled(found)) {
      throw new UnusableKeyException(
          "expected a key on the named curve " + name + " but found " + KeyKind.of(found));
    }
  }

  @Override
  public PrivateKeyInfo usualForm(PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey)
      throws UnusableKeyException {
    return encode(number(privateKey), publicKey);
  }

  private PrivateKeyInfo encode(BigInteger number, SubjectPublicKeyInfo publicKey) {
    try {
      return new PrivateKeyInfo(
          keyIdentifier,
          new ECPrivateKey(curve.bits(), number, publicKey.getPublicKeyData(), null));
    } catch (IOException e) {
      throw new AssertionError("a number and a point have a DER form", e);
    }
  }

  @Override
  public int bits(SubjectPublicKeyInfo publicKey) {
    return curve.bits();
  }

  @Override
  public int signatureLength(SubjectPublicKeyInfo publicKey) {
    return 2 * curve.octets();
  }

  @Override
  public AlgorithmIdentifier certificateIdentifier() {
    return certificateIdentifier;
  }

  /** Returns the sequence of two integers that certificates have in place of r and s in a row. */
  @Override
  public byte[] certificateForm(byte[] signature) {
    try {
      BigInteger[] numbers = PlainDSAEncoding.INSTANCE.decode(curve.order(), signature);
      return StandardDSAEncoding.INSTANCE.encode(curve.order(), numbers[0], numbers[1]);
    } catch (IOException e) {
      throw new AssertionError("two integers have a DER form", e);
    }
  }

  @Override
  public Map<String, byte[]> bindFields(PrivateKeyInfo privateKey) {
    try {
      byte[] padded = BigIntegers.asUnsignedByteArray(curve.octets(), number(privateKey));
      return Map.of(PRIVATE_KEY, padded);
    } catch (UnusableKeyException e) {
      throw new AssertionError("a signing key holds a private key that was checked", e);
    }
  }

  @Override
  public PrivateKeyInfo fromBindFields(Map<String, byte[]> fields) throws UnusableKeyException {
    BigInteger number = inRange(new BigInteger(1, KeyFamily.required(fields, PRIVATE_KEY)));
    return encode(number, encode(publicPoint(number)));
  }
}
