package org.offlinesign.keystore;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.DerivationSum;
import org.offlinesign.key.MaskedPassword;
import org.offlinesign.key.PasswordDecryptor;
import org.offlinesign.key.Pkcs12Derivation;
import org.offlinesign.key.Pkcs12Derivation.Purpose;
import org.offlinesign.key.PlatformDigest;

/** The MAC of a PKCS #12 file, which proves that its writer knew the password (RFC 7292 §4). */
final class IntegrityCheck {
  private static final Map<ASN1ObjectIdentifier, String> DIGESTS =
      Map.of(
          OIWObjectIdentifiers.idSHA1, "SHA-1",
          NISTObjectIdentifiers.id_sha256, "SHA-256",
          NISTObjectIdentifiers.id_sha384, "SHA-384",
          NISTObjectIdentifiers.id_sha512, "SHA-512");

  private final MaskedPassword password;
  private final CryptoProviders providers;
  private final PasswordDecryptor derivations;

  /**
   * Prepares to compute MACs.
   *
   * @param derivations derives keys as PBMAC1 has them (RFC 9879)
   */
  IntegrityCheck(
      MaskedPassword password, CryptoProviders providers, PasswordDecryptor derivations) {
    this.password = password;
    this.providers = providers;
    this.derivations = derivations;
  }

  /** Returns the MAC that this program writes. */
  MacData of(ContentInfo content, byte[] salt, int iterations) {
    AlgorithmIdentifier sha256 =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    byte[] mac = mac(platform("SHA-256"), salt, iterations, octets(content));
    return new MacData(new DigestInfo(sha256, mac), salt, iterations);
  }

  /**
   * Adds what a MAC asks for, before anything is computed.
   *
   * @throws OperatorCreationException if it is of a kind that is not known, or would take too long
   */
  static void addTo(DerivationSum sum, MacData mac) throws OperatorCreationException {
    AlgorithmIdentifier algorithm = mac.getMac().getAlgorithmId();
    sum.addIterations(
        isPbmac1(algorithm)
            ? pbkdf2(pbmac1(algorithm)).getIterationCount()
            : mac.getIterationCount());
  }

  /** Says whether the MAC of a file is the one that the password makes. */
  boolean isRight(MacData mac, ContentInfo content) throws OperatorCreationException {
    byte[] computed =
        isPbmac1(mac.getMac().getAlgorithmId())
            ? pbmac1Of(mac.getMac().getAlgorithmId(), octets(content))
            : mac(
                digest(mac.getMac().getAlgorithmId()),
                mac.getSalt(),
                mac.getIterationCount().intValueExact(),
                octets(content));
    return MessageDigest.isEqual(computed, mac.getMac().getDigest());
  }

  private static boolean isPbmac1(AlgorithmIdentifier algorithm) {
    return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1);
  }

  private static PBMAC1Params pbmac1(AlgorithmIdentifier algorithm)
      throws OperatorCreationException {
    if (algorithm.getParameters() == null) {
      throw new OperatorCreationException("its MAC (PBMAC1) has no parameters");
    }
    try {
      return PBMAC1Params.getInstance(algorithm.getParameters());
    } catch (RuntimeException e) {
      throw new OperatorCreationException("the parameters of its MAC (PBMAC1) are damaged", e);
    }
  }

  private static PBKDF2Params pbkdf2(PBMAC1Params scheme) throws OperatorCreationException {
    AlgorithmIdentifier derivation = scheme.getKeyDerivationFunc();
    if (!derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      throw new OperatorCreationException(
          "expected PBKDF2 to derive the key of its MAC (PBMAC1) but found "
              + derivation.getAlgorithm());
    }
    try {
      return PBKDF2Params.getInstance(derivation.getParameters());
    } catch (RuntimeException e) {
      throw new OperatorCreationException("the parameters of its MAC (PBMAC1) are damaged", e);
    }
  }

  /**
   * RFC 9879 §4: salt and iterations stand in the parameters; those beside the MAC mean nothing.
   */
  private byte[] pbmac1Of(AlgorithmIdentifier algorithm, byte[] octets)
      throws OperatorCreationException {
    PBMAC1Params scheme = pbmac1(algorithm);
    PBKDF2Params derivation = pbkdf2(scheme);
    ASN1ObjectIdentifier hmac = scheme.getMessageAuthScheme().getAlgorithm();
    Optional<String> digest = PasswordDecryptor.digestOf(hmac);
    BigInteger keyOctets = derivation.getKeyLength();
    if (digest.isEmpty()
        || PasswordDecryptor.digestOf(derivation.getPrf().getAlgorithm()).isEmpty()) {
      throw new OperatorCreationException(
          "expected HMACs with SHA-1 or SHA-2 in its MAC (PBMAC1) but found "
              + hmac
              + " and "
              + derivation.getPrf().getAlgorithm());
    }
    ExtendedDigest platform = platform(digest.get());
    if (keyOctets == null || !keyOctets.equals(BigInteger.valueOf(platform.getDigestSize()))) {
      throw new OperatorCreationException(
          "expected a key of "
              + platform.getDigestSize()
              + " octets for its MAC (PBMAC1) but found "
              + keyOctets);
    }
    KeyParameter key = derivations.derive(derivation, platform.getDigestSize());
    return hmac(platform, key, octets);
  }

  private byte[] mac(ExtendedDigest digest, byte[] salt, int iterations, byte[] octets) {
    byte[] key =
        password.use(
            clear ->
                new Pkcs12Derivation(digest, clear, salt, iterations)
                    .derive(Purpose.MAC, digest.getDigestSize()));
    try {
      return hmac(digest, new KeyParameter(key), octets);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] hmac(ExtendedDigest digest, KeyParameter key, byte[] octets) {
    HMac hmac = new HMac(digest);
    hmac.init(key);
    hmac.update(octets, 0, octets.length);
    byte[] mac = new byte[hmac.getMacSize()];
    hmac.doFinal(mac, 0);
    return mac;
  }

  private ExtendedDigest digest(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    String name = DIGESTS.get(algorithm.getAlgorithm());
    return name == null ? BcDefaultDigestProvider.INSTANCE.get(algorithm) : platform(name);
  }

  private ExtendedDigest platform(String jcaName) {
    return new PlatformDigest(providers.digest(jcaName));
  }

  private static byte[] octets(ContentInfo content) {
    return ASN1OctetString.getInstance(content.getContent()).getOctets();
  }
}
