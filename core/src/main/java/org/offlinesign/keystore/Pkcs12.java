package org.offlinesign.keystore;

import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.DerivationSum;
import org.offlinesign.key.MaskedPassword;
import org.offlinesign.key.PasswordDecryptor;
import org.offlinesign.key.PrivateHalf;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/**
 * The octets of a PKCS #12 file (RFC 7292).
 *
 * <p>All bags lie in one encrypted content, so that names and times are not readable either; each
 * private key is in a shrouded bag besides, because the JDK looks at no others. The JDK's own key
 * store is not used: it merges keys whose friendly names differ in case only.
 */
final class Pkcs12 implements Closeable {
  private static final int MAC_SALT_OCTETS = 20;
  private static final int LOCAL_ID_OCTETS = 20;
  private static final int MAX_PADDING = 16;

  /** As many tell such a file from others. */
  static final int BEGINNING_OCTETS = 16;

  // RFC 7292 §4: the version, an INTEGER, is 3.
  private static final byte[] VERSION = {2, 1, 3};

  private final String file;
  private final SecureRandom random;
  private final CryptoProviders providers;
  private final PasswordDecryptor decryptor;
  private final PasswordCipher cipher;
  private final IntegrityCheck integrity;

  /**
   * What a file holds: keys, and certificates of no key, which are kept as they are.
   *
   * @param weaknesses what of its encryption is weaker than what this program writes, in words
   */
  record Content(
      List<StoredKey> keys,
      List<PKCS12SafeBag> others,
      List<String> weaknesses,
      Lazy<KeyIndex> index) {
    static final Content EMPTY = new Content(List.of(), List.of());

    Content(List<StoredKey> keys, List<PKCS12SafeBag> others) {
      this(keys, others, List.of());
    }

    Content(List<StoredKey> keys, List<PKCS12SafeBag> others, List<String> weaknesses) {
      this(keys, others, weaknesses, new Lazy<>(() -> new KeyIndex(keys)));
    }
  }

  Pkcs12(String file, MaskedPassword password, CryptoProviders providers) {
    this.file = file;
    this.random = new SecureRandom();
    this.providers = providers;
    this.decryptor = new PasswordDecryptor(password, providers);
    this.cipher = new PasswordCipher(decryptor, random);
    this.integrity = new IntegrityCheck(password, providers, decryptor);
  }

  /** Wipes the keys that were derived from the password. */
  @Override
  public void close() {
    decryptor.close();
  }

  /** Says whether a file begins like one of this format, with any password. */
  static boolean isBegunBy(byte[] start) {
    if (start.length < BEGINNING_OCTETS || start[0] != DerHeader.SEQUENCE) {
      return false;
    }
    int header = DerHeader.octets(start);
    int end = Math.min(header + VERSION.length, start.length);
    return header < end && Arrays.equals(VERSION, Arrays.copyOfRange(start, header, end));
  }

  /** Returns the octets of a file. */
  byte[] encode(Content content) {
    try {
      List<PKCS12SafeBag> bags = new ArrayList<>();
      for (StoredKey key : content.keys()) {
        addBags(key, bags);
      }
      bags.addAll(content.others());
      ContentInfo safe =
          new PKCS12PfxPduBuilder()
              .addEncryptedData(cipher.encryptor(), bags.toArray(new PKCS12SafeBag[0]))
              .build(null, null)
              .toASN1Structure()
              .getAuthSafe();
      byte[] salt = new byte[MAC_SALT_OCTETS];
      random.nextBytes(salt);
      return new Pfx(safe, integrity.of(safe, salt, cipher.iterations())).getEncoded();
    } catch (IOException | PKCSException e) {
      throw new AssertionError("keys have a PKCS #12 form", e);
    }
  }

  private void addBags(StoredKey key, List<PKCS12SafeBag> bags) throws IOException {
    byte[] id = new byte[LOCAL_ID_OCTETS];
    random.nextBytes(id);
    List<PKCS12SafeBagBuilder> builders = new ArrayList<>();
    PKCS12SafeBagBuilder keyBag = new PKCS12SafeBagBuilder(key.privateKey(), cipher.encryptor());
    keyBag.addBagAttribute(KeyAttributes.OID, new DERUTF8String(key.attributes().toString()));
    builders.add(keyBag);
    if (key.holder().isPresent()) {
      builders.add(new PKCS12SafeBagBuilder(key.holder().get()));
    }
    for (PKCS12SafeBagBuilder builder : builders) {
      key.friendlyName()
          .ifPresent(
              name ->
                  builder.addBagAttribute(
                      PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(name)));
      builder.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(id));
      bags.add(builder.build());
    }
  }

  /** Returns what the octets of a file hold that this program wrote. */
  Content decode(byte[] octets) throws KeyStoreFileException {
    PKCS12PfxPdu pfx = parse(octets);
    if (!pfx.hasMac()) {
      // RFC 7292 §4: whoever can write such a file can put keys into it, password or not.
      throw new KeyStoreFileException(
          Reason.UNPROVEN,
          file
              + " has no MAC, so nothing proves whose keys it holds, and this program wrote it not"
              + " like that");
    }
    return content(pfx);
  }

  /** Returns what the octets of a file of any program hold, which may come without a MAC. */
  ForeignKeyStore decodeForeign(byte[] octets) throws KeyStoreFileException {
    PKCS12PfxPdu pfx = parse(octets);
    Content content = content(pfx);
    return new ForeignKeyStore(content.keys(), pfx.hasMac(), content.weaknesses());
  }

  private PKCS12PfxPdu parse(byte[] octets) throws KeyStoreFileException {
    try {
      return new PKCS12PfxPdu(octets);
    } catch (IOException | RuntimeException e) {
      throw octets.length == 0
          ? new KeyStoreFileException(Reason.DAMAGED, file + " is empty")
          : damaged(e);
    }
  }

  private Content content(PKCS12PfxPdu pfx) throws KeyStoreFileException {
    try {
      DerivationSum sum = derivationsOf(pfx);
      deriveAhead(pfx);
      checkMac(pfx);
      List<PKCS12SafeBag> bags = new ArrayList<>();
      for (ContentInfo part : pfx.getContentInfos()) {
        bags.addAll(List.of(bags(part)));
      }
      addTo(sum, bags);
      return join(bags, ProtectionWeakness.of(pfx.toASN1Structure(), bags));
    } catch (OperatorCreationException e) {
      throw new KeyStoreFileException(
          Reason.UNSUPPORTED, file + " cannot be decrypted: " + e.getMessage(), e);
    } catch (PKCSException | RuntimeException e) {
      throw pfx.hasMac() ? damaged(e) : undecrypted(e);
    }
  }

  /** Looks at all that is to be derived before the MAC has proved anything. */
  private static DerivationSum derivationsOf(PKCS12PfxPdu pfx) throws OperatorCreationException {
    DerivationSum sum = new DerivationSum();
    if (pfx.hasMac()) {
      IntegrityCheck.addTo(sum, pfx.toASN1Structure().getMacData());
    }
    for (ContentInfo part : pfx.getContentInfos()) {
      if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
        sum.add(EncryptedData.getInstance(part.getContent()).getEncryptionAlgorithm());
      }
    }
    return sum;
  }

  /** A MAC does not make them cheap: who gives away a file may give away its password, too. */
  private static void addTo(DerivationSum sum, List<PKCS12SafeBag> bags)
      throws OperatorCreationException {
    for (PKCS12SafeBag bag : bags) {
      if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo key) {
        sum.add(key.getEncryptionAlgorithm());
      }
    }
  }

  /** Begins to derive the key that is needed next while the MAC is checked, which takes as long. */
  private void deriveAhead(PKCS12PfxPdu pfx) throws OperatorCreationException {
    for (ContentInfo part : pfx.getContentInfos()) {
      if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
        AlgorithmIdentifier encryption =
            EncryptedData.getInstance(part.getContent()).getEncryptionAlgorithm();
        if (PasswordDecryptor.isPbes2WithAes(encryption)) {
          decryptor.deriveAhead(encryption);
        }
        return;
      }
    }
  }

  private KeyStoreFileException damaged(@Nullable Exception cause) {
    String message = file + " is damaged, or not a PKCS #12 file";
    return cause == null
        ? new KeyStoreFileException(Reason.DAMAGED, message)
        : new KeyStoreFileException(Reason.DAMAGED, message, cause);
  }

  private KeyStoreFileException undecrypted(Exception cause) {
    return new KeyStoreFileException(
        Reason.WRONG_PASSWORD,
        "wrong password for "
            + file
            + ", or the file is damaged: it has no MAC, which would tell which",
        cause);
  }

  private void checkMac(PKCS12PfxPdu pfx) throws KeyStoreFileException, OperatorCreationException {
    Pfx whole = pfx.toASN1Structure();
    if (!pfx.hasMac() || integrity.isRight(whole.getMacData(), whole.getAuthSafe())) {
      return;
    }
    if (opens(pfx)) {
      throw damaged(null);
    }
    throw new KeyStoreFileException(Reason.WRONG_PASSWORD, "wrong password for " + file);
  }

  /** Says whether the password is right although the MAC is not: it decrypts something sound. */
  private boolean opens(PKCS12PfxPdu pfx) {
    for (ContentInfo part : pfx.getContentInfos()) {
      if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
        EncryptedData data = EncryptedData.getInstance(part.getContent());
        byte[] encrypted = data.getContent().getOctets();
        return PasswordDecryptor.isPbes2WithAes(data.getEncryptionAlgorithm())
            && encrypted.length > MAX_PADDING
            && beginsSequence(data, encrypted);
      }
    }
    return false;
  }

  private boolean beginsSequence(EncryptedData data, byte[] encrypted) {
    byte[] start;
    try {
      start = decryptor.firstBlock(data.getEncryptionAlgorithm(), encrypted);
    } catch (RuntimeException wrongParameters) {
      return false;
    }
    DerHeader header = DerHeader.of(start);
    int padding = encrypted.length - header.totalLength();
    return header.tag() == DerHeader.SEQUENCE && padding >= 1 && padding <= MAX_PADDING;
  }

  private PKCS12SafeBag[] bags(ContentInfo part) throws PKCSException, OperatorCreationException {
    if (!part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
      return new PKCS12SafeBagFactory(part).getSafeBags();
    }
    EncryptedData data = EncryptedData.getInstance(part.getContent());
    return new PKCS12SafeBagFactory(part, decryptorOf(data.getEncryptionAlgorithm())).getSafeBags();
  }

  /** Begins to decrypt, so that what is not supported is not taken for a wrong password. */
  private InputDecryptorProvider decryptorOf(AlgorithmIdentifier algorithm)
      throws OperatorCreationException {
    InputDecryptor decryptor = cipher.get(algorithm);
    return same -> decryptor;
  }

  private Content join(List<PKCS12SafeBag> bags, List<String> weaknesses)
      throws PKCSException, OperatorCreationException {
    List<PKCS12SafeBag> rest = new ArrayList<>(bags);
    List<StoredKey> keys = new ArrayList<>();
    for (PKCS12SafeBag bag : bags) {
      PrivateKeyInfo privateKey = privateKey(bag);
      if (privateKey != null) {
        rest.remove(bag);
        PKCS12SafeBag certificate = certificateOf(bag, rest);
        rest.remove(certificate);
        keys.add(storedKey(bag, privateKey, certificate));
      }
    }
    return new Content(List.copyOf(keys), List.copyOf(rest), weaknesses);
  }

  private @Nullable PrivateKeyInfo privateKey(PKCS12SafeBag bag)
      throws PKCSException, OperatorCreationException {
    Object value = bag.getBagValue();
    if (value instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
      return encrypted.decryptPrivateKeyInfo(decryptorOf(encrypted.getEncryptionAlgorithm()));
    }
    return value instanceof PrivateKeyInfo plain ? plain : null;
  }

  private static @Nullable PKCS12SafeBag certificateOf(
      PKCS12SafeBag key, List<PKCS12SafeBag> candidates) {
    ASN1Encodable id = attribute(key, PKCS12SafeBag.localKeyIdAttribute);
    for (PKCS12SafeBag candidate : candidates) {
      ASN1Encodable candidateId = attribute(candidate, PKCS12SafeBag.localKeyIdAttribute);
      if (candidate.getBagValue() instanceof X509CertificateHolder
          && id != null
          && candidateId != null
          && Arrays.equals(octets(id), octets(candidateId))) {
        return candidate;
      }
    }
    return null;
  }

  private static byte[] octets(ASN1Encodable value) {
    return ASN1OctetString.getInstance(value).getOctets();
  }

  private StoredKey storedKey(
      PKCS12SafeBag bag, PrivateKeyInfo privateKey, @Nullable PKCS12SafeBag certificate) {
    String name = text(bag, PKCS12SafeBag.friendlyNameAttribute);
    if (name == null && certificate != null) {
      name = text(certificate, PKCS12SafeBag.friendlyNameAttribute);
    }
    String attributes = text(bag, KeyAttributes.OID);
    return new StoredKey(
        PrivateHalf.held(privateKey),
        certificate == null ? null : checked((X509CertificateHolder) certificate.getBagValue()),
        name,
        attributes == null ? KeyAttributes.NONE : KeyAttributes.parse(attributes),
        providers);
  }

  /** Finds damage now that would else be found when the certificate is shown. */
  private static X509CertificateHolder checked(X509CertificateHolder certificate) {
    SelfSignedCertificate.validity(certificate);
    return certificate;
  }

  private static @Nullable String text(PKCS12SafeBag bag, ASN1ObjectIdentifier type) {
    return attribute(bag, type) instanceof ASN1String string ? string.getString() : null;
  }

  private static @Nullable ASN1Encodable attribute(PKCS12SafeBag bag, ASN1ObjectIdentifier type) {
    Attribute[] attributes = bag.getAttributes();
    if (attributes == null) {
      return null;
    }
    for (Attribute attribute : attributes) {
      if (attribute.getAttrType().equals(type)) {
        return attribute.getAttributeValues()[0];
      }
    }
    return null;
  }
}
