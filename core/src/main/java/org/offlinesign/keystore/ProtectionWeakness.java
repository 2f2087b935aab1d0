package org.offlinesign.keystore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** Says what of a PKCS #12 file is easier to break than what this program writes. */
final class ProtectionWeakness {
  private static final Map<ASN1ObjectIdentifier, String> OLD_CIPHERS =
      Map.of(
          PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, "Triple DES",
          PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC, "Triple DES with two keys",
          PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC, "RC2",
          PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, "RC2 with 40 bits");
  private static final Set<ASN1ObjectIdentifier> AES =
      Set.of(
          NISTObjectIdentifiers.id_aes128_CBC,
          NISTObjectIdentifiers.id_aes192_CBC,
          NISTObjectIdentifiers.id_aes256_CBC);

  /** Each is told once, however many keys have it. */
  private final Set<String> found = new LinkedHashSet<>();

  private ProtectionWeakness() {}

  /**
   * Returns what is weak in a file that has been read, in words.
   *
   * @param bags what was in it once it was decrypted
   */
  static List<String> of(Pfx file, List<PKCS12SafeBag> bags) {
    ProtectionWeakness weakness = new ProtectionWeakness();
    boolean wrapped = weakness.lookAtContents(file);
    for (PKCS12SafeBag bag : bags) {
      if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo key) {
        // Whoever wants the key has to break both, where both are there.
        if (!wrapped) {
          weakness.lookAt(key.getEncryptionAlgorithm());
        }
      } else if (!wrapped && bag.getType().equals(PKCSObjectIdentifiers.keyBag)) {
        weakness.found.add("private keys in the clear");
      }
    }
    weakness.lookAtMac(file.getMacData());
    return new ArrayList<>(weakness.found);
  }

  private boolean lookAtContents(Pfx file) {
    boolean allEncrypted = true;
    byte[] octets = ASN1OctetString.getInstance(file.getAuthSafe().getContent()).getOctets();
    for (ContentInfo part : AuthenticatedSafe.getInstance(octets).getContentInfo()) {
      if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
        lookAt(EncryptedData.getInstance(part.getContent()).getEncryptionAlgorithm());
      } else {
        allEncrypted = false;
      }
    }
    return allEncrypted;
  }

  private void lookAt(AlgorithmIdentifier encryption) {
    String old = OLD_CIPHERS.get(encryption.getAlgorithm());
    if (old != null) {
      found.add(old);
      lookAtRounds(
          "the key", PKCS12PBEParams.getInstance(encryption.getParameters()).getIterations());
    } else if (encryption.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      lookAtPbes2(PBES2Parameters.getInstance(encryption.getParameters()));
    } else {
      found.add("an old encryption, " + encryption.getAlgorithm());
    }
  }

  private void lookAtPbes2(PBES2Parameters scheme) {
    ASN1ObjectIdentifier cipher = scheme.getEncryptionScheme().getAlgorithm();
    if (!AES.contains(cipher)) {
      found.add("the cipher " + cipher);
    }
    if (scheme.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      Object parameters = scheme.getKeyDerivationFunc().getParameters();
      lookAtRounds("the key", PBKDF2Params.getInstance(parameters).getIterationCount());
    }
  }

  private void lookAtMac(@Nullable MacData mac) {
    if (mac == null) {
      return;
    }
    AlgorithmIdentifier algorithm = mac.getMac().getAlgorithmId();
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
      return;
    }
    if (algorithm.getAlgorithm().equals(OIWObjectIdentifiers.idSHA1)) {
      found.add("SHA-1 in the MAC");
    }
    lookAtRounds("the MAC", mac.getIterationCount());
  }

  private void lookAtRounds(String what, BigInteger rounds) {
    if (rounds.compareTo(BigInteger.valueOf(PasswordCipher.ITERATIONS)) < 0) {
      found.add(
          String.format(
              Locale.ROOT,
              "%,d %s for %s",
              rounds,
              rounds.intValue() == 1 ? "round" : "rounds",
              what));
    }
  }
}
