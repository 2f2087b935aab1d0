package org.offlinesign.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** RSA keys (RFC 3110 §2). */
final class RsaFamily implements KeyFamily {
  static final RsaFamily INSTANCE = new RsaFamily();

  private static final AlgorithmIdentifier RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
  private static final int MAX_SHORT_EXPONENT = 255;
  // RFC 3110 §2: modulus and exponent are limited to 4096 bits each.
  private static final int MAX_OCTETS = 512;
  // A longer one makes each verification take as long as a signature. Nearly all keys have 65537.
  private static final int MAX_EXPONENT_BITS = 128;

  private RsaFamily() {}

  @Override
  public String jcaKeyName() {
    return "RSA";
  }

  @Override
  public boolean isCalled(AlgorithmIdentifier name) {
    return name.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
  }

  @Override
  public boolean takesNonces() {
    return false;
  }

  @Override
  public FaultEffect faultEffect(Nonces nonces) {
    return FaultEffect.REVEALS_KEY;
  }

  @Override
  public Optional<AlgorithmParameterSpec> generation(KeySpec spec) {
    return Optional.of(new RSAKeyGenParameterSpec(spec.bits(), RSAKeyGenParameterSpec.F4));
  }

  @Override
  public byte[] dnskeyForm(SubjectPublicKeyInfo publicKey) throws UnusableKeyException {
    RSAPublicKey key = parse(publicKey);
    byte[] exponent = BigIntegers.asUnsignedByteArray(key.getPublicExponent());
    byte[] modulus = BigIntegers.asUnsignedByteArray(key.getModulus());
    WireWriter out = new WireWriter(3 + exponent.length + modulus.length);
    if (exponent.length <= MAX_SHORT_EXPONENT) {
      out.u8(exponent.length);
    } else {
      out.u8(0).u16(exponent.length);
    }
    return out.bytes(exponent).bytes(modulus).toByteArray();
  }

  @Override
  public SubjectPublicKeyInfo publicKey(byte[] dnskeyForm) throws UnusableKeyException {
    BigInteger exponent;
    BigInteger modulus;
    try {
      WireReader in = new WireReader(dnskeyForm);
      int shortLength = in.u8();
      exponent = new BigInteger(1, in.bytes(shortLength == 0 ? in.u16() : shortLength));
      modulus = new BigInteger(1, in.bytes(in.remaining()));
    } catch (WireFormatException e) {
      throw new UnusableKeyException("the RSA public key is cut short: " + e.getMessage(), e);
    }
    checkNumbers(modulus, exponent);
    return encode(modulus, exponent);
  }

  private static void checkNumbers(BigInteger modulus, BigInteger exponent)
      throws UnusableKeyException {
    int longest = Math.max(modulus.bitLength(), exponent.bitLength());
    if (longest > MAX_OCTETS * Byte.SIZE) {
      throw new UnusableKeyException(
          "expected an RSA modulus and exponent of at most 4096 bits but found " + longest);
    }
    if (exponent.bitLength() > MAX_EXPONENT_BITS) {
      throw new UnusableKeyException(
          "expected an RSA exponent of at most "
              + MAX_EXPONENT_BITS
              + " bits but found one of "
              + exponent.bitLength());
    }
    if (!modulus.testBit(0)) {
      throw new UnusableKeyException("expected an odd RSA modulus but found an even one");
    }
    if (!exponent.testBit(0) || exponent.equals(BigInteger.ONE)) {
      throw new UnusableKeyException(
          "expected an odd exponent above 1 but found "
              + (exponent.bitLength() <= Long.SIZE ? exponent : "a longer even one"));
    }
  }

  private static SubjectPublicKeyInfo encode(BigInteger modulus, BigInteger exponent) {
    try {
      return new SubjectPublicKeyInfo(RSA, new RSAPublicKey(modulus, exponent));
    } catch (IOException e) {
      throw new AssertionError("two integers have a DER form", e);
    }
  }

  @Override
  public SubjectPublicKeyInfo publicKey(PrivateKeyInfo privateKey) throws UnusableKeyException {
    RSAPrivateKey key = parse(privateKey);
    checkNumbers(key.getModulus(), key.getPublicExponent());
    return encode(key.getModulus(), key.getPublicExponent());
  }

  @Override
  public PrivateKeyInfo usualForm(PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey)
      throws UnusableKeyException {
    RSAPrivateKey key = parse(privateKey);
    checkNumbers(key.getModulus(), key.getPublicExponent());
    return privateKey;
  }

  @Override
  public int bits(SubjectPublicKeyInfo publicKey) throws UnusableKeyException {
    return parse(publicKey).getModulus().bitLength();
  }

  @Override
  public int signatureLength(SubjectPublicKeyInfo publicKey) throws UnusableKeyException {
    return (bits(publicKey) + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Returns SHA-256 with RSA, whatever the key's own algorithm. */
  @Override
  public AlgorithmIdentifier certificateIdentifier() {
    return new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
  }

  @Override
  public byte[] certificateForm(byte[] signature) {
    return signature;
  }

  @Override
  public Map<String, byte[]> bindFields(PrivateKeyInfo privateKey) {
    RSAPrivateKey key;
    try {
      key = parse(privateKey);
    } catch (UnusableKeyException e) {
      throw new AssertionError("a signing key holds a private key that was checked", e);
    }
    Map<String, byte[]> fields = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      fields.put(field.label, BigIntegers.asUnsignedByteArray(field.of(key)));
    }
    return fields;
  }

  @Override
  public PrivateKeyInfo fromBindFields(Map<String, byte[]> fields) throws UnusableKeyException {
    List<BigInteger> numbers = new ArrayList<>();
    for (Field field : Field.values()) {
      numbers.add(new BigInteger(1, KeyFamily.required(fields, field.label)));
    }
    RSAPrivateKey key =
        new RSAPrivateKey(
            numbers.get(0),
            numbers.get(1),
            numbers.get(2),
            numbers.get(3),
            numbers.get(4),
            numbers.get(5),
            numbers.get(6),
            numbers.get(7));
    try {
      return new PrivateKeyInfo(RSA, key);
    } catch (IOException e) {
      throw new AssertionError("eight integers have a DER form", e);
    }
  }

  /** Returns the numbers of a public key. */
  static RSAPublicKey parse(SubjectPublicKeyInfo publicKey) throws UnusableKeyException {
    requireRsa(publicKey.getAlgorithm());
    try {
      return RSAPublicKey.getInstance(publicKey.parsePublicKey());
    } catch (IOException | RuntimeException e) {
      throw new UnusableKeyException("the RSA public key is damaged", e);
    }
  }

  /** Returns the numbers of a private key. */
  static RSAPrivateKey parse(PrivateKeyInfo privateKey) throws UnusableKeyException {
    requireRsa(privateKey.getPrivateKeyAlgorithm());
    try {
      return RSAPrivateKey.getInstance(privateKey.parsePrivateKey());
    } catch (IOException | RuntimeException e) {
      // The cause is left out because its message may quote the octets.
      throw new UnusableKeyException("the RSA private key is damaged");
    }
  }

  private static void requireRsa(AlgorithmIdentifier found) throws UnusableKeyException {
    if (!INSTANCE.isCalled(found)) {
      throw new UnusableKeyException("expected an RSA key but found " + KeyKind.of(found));
    }
  }

  /** The lines of a private key file, in BIND's order, which is also that of RFC 8017 A.1.2. */
  private enum Field {
    MODULUS("Modulus"),
    PUBLIC_EXPONENT("PublicExponent"),
    PRIVATE_EXPONENT("PrivateExponent"),
    PRIME1("Prime1"),
    PRIME2("Prime2"),
    EXPONENT1("Exponent1"),
    EXPONENT2("Exponent2"),
    COEFFICIENT("Coefficient");

    private final String label;

    Field(String label) {
      this.label = label;
    }

    BigInteger of(RSAPrivateKey key) {
      return switch (this) {
        case MODULUS -> key.getModulus();
        case PUBLIC_EXPONENT -> key.getPublicExponent();
        case PRIVATE_EXPONENT -> key.getPrivateExponent();
        case PRIME1 -> key.getPrime1();
        case PRIME2 -> key.getPrime2();
        case EXPONENT1 -> key.getExponent1();
        case EXPONENT2 -> key.getExponent2();
        case COEFFICIENT -> key.getCoefficient();
      };
    }
  }
}
