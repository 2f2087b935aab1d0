package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.PROVIDERS;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.KeyRole;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/** What is believed of a key store, and what is done before it is. */
@Timeout(60)
class KeyStoreTrustTest {
  private static final char[] WRONG = "wrong".toCharArray();

  @TempDir Path folder;
  private Path file;
  private StoredKey key;

  @BeforeEach
  void makeAStore() throws Exception {
    file = folder.resolve("keys.p12");
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      key = store.generate(request("Key", KeyRole.ZSK));
    }
  }

  private Pfx written() throws IOException {
    return Pfx.getInstance(Files.readAllBytes(file));
  }

  private void write(ContentInfo content, MacData mac) throws IOException {
    Files.write(file, new Pfx(content, mac).getEncoded());
  }

  private static void assertRefused(Reason reason, String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KeyStoreFileException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(message);
  }

  private void assertRefusedByBoth(Reason reason, String message) {
    assertRefused(reason, message, () -> KeyStoreFile.open(file, password(), SETTINGS));
    assertRefused(reason, message, () -> ForeignKeyStore.read(file, password(), PROVIDERS));
  }

  @Test
  void rfc7292_4_ourOwnStoreIsNotBelievedWithoutItsMac() throws Exception {
    write(written().getAuthSafe(), null);
    for (char[] typed : List.of(password(), WRONG)) {
      assertRefused(
          Reason.UNPROVEN,
          "has no MAC, so nothing proves whose keys it holds",
          () -> KeyStoreFile.open(file, typed, SETTINGS));
    }
  }

  @Test
  void norIsOneThatLosesItsMacWhileItIsOpen() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      write(written().getAuthSafe(), null);
      byte[] before = Files.readAllBytes(file);
      assertRefused(
          Reason.UNPROVEN, "has no MAC", () -> store.generate(request("Next", KeyRole.ZSK)));
      assertThat(file).hasBinaryContent(before);
    }
  }

  @Test
  void keysOfAnotherProgramAreReadWithoutAMacAndSaidToBeUnproven() throws Exception {
    assertThat(ForeignKeyStore.read(file, password(), PROVIDERS).proven()).isTrue();
    write(written().getAuthSafe(), null);
    ForeignKeyStore read = ForeignKeyStore.read(file, password(), PROVIDERS);
    assertThat(read.proven()).isFalse();
    assertThat(read.keys()).singleElement().matches(key::isSameKey);
    assertRefused(
        Reason.WRONG_PASSWORD,
        "wrong password for " + file + ", or the file is damaged: it has no MAC",
        () -> ForeignKeyStore.read(file, WRONG, PROVIDERS));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 10_000_001, Integer.MAX_VALUE})
  void aMacThatTakesForeverIsNotComputed(int iterations) throws Exception {
    MacData mac = written().getMacData();
    write(written().getAuthSafe(), new MacData(mac.getMac(), mac.getSalt(), iterations));
    assertRefusedByBoth(
        Reason.UNSUPPORTED,
        "expected 1 to 10000000 iterations to derive a key from a password but found "
            + iterations);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 32, expected 1 to 10000000 iterations",
    "2147483647, 32, expected 1 to 10000000 iterations",
    "1000, 1000000, expected a key of 32 octets for the cipher but found 1000000"
  })
  void norIsAKeyDerivedAheadThatTakesForever(int iterations, int keyOctets, String message)
      throws Exception {
    AlgorithmIdentifier encryption =
        aes256(new PBKDF2Params(new byte[16], iterations, keyOctets, hmacWithSha256()));
    write(encrypted(encryption), written().getMacData());
    assertRefusedByBoth(Reason.UNSUPPORTED, message);
    write(encrypted(encryption), null);
    assertRefused(
        Reason.UNSUPPORTED, message, () -> ForeignKeyStore.read(file, password(), PROVIDERS));
  }

  /** Each is within the limit of one; together they would take hours. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void norAreKeysThatTakeForeverTogether(boolean shrouded) throws Exception {
    ContentInfo[] parts = new ContentInfo[1000];
    for (int i = 0; i < parts.length; i++) {
      byte[] salt = BigInteger.valueOf(i + 1_000_000).toByteArray();
      AlgorithmIdentifier encryption =
          aes256(new PBKDF2Params(salt, 10_000_000, 32, hmacWithSha256()));
      parts[i] = shrouded ? shrouded(encryption) : part(encryption);
    }
    write(contentOf(parts), null);
    assertRefused(
        Reason.UNSUPPORTED,
        "cannot be decrypted: expected at most 100000000 iterations for all keys",
        () -> ForeignKeyStore.read(file, password(), PROVIDERS));
  }

  /** RFC 7292 §4.2.2: a private key in a bag of its own that is encrypted alone. */
  private static ContentInfo shrouded(AlgorithmIdentifier encryption) throws IOException {
    SafeBag bag =
        new SafeBag(
            PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
            new EncryptedPrivateKeyInfo(encryption, new byte[64]));
    return new ContentInfo(
        PKCSObjectIdentifiers.data, new DEROctetString(new DERSequence(bag).getEncoded()));
  }

  private static AlgorithmIdentifier hmacWithSha256() {
    return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
  }

  private static AlgorithmIdentifier aes256(PBKDF2Params parameters) {
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBES2,
        new PBES2Parameters(
            new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, parameters),
            new EncryptionScheme(
                NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]))));
  }

  private static ContentInfo encrypted(AlgorithmIdentifier encryption) throws IOException {
    return contentOf(part(encryption));
  }

  private static ContentInfo part(AlgorithmIdentifier encryption) {
    EncryptedData data =
        new EncryptedData(PKCSObjectIdentifiers.data, encryption, new BEROctetString(new byte[64]));
    return new ContentInfo(PKCSObjectIdentifiers.encryptedData, data);
  }

  private static ContentInfo contentOf(ContentInfo... parts) throws IOException {
    return new ContentInfo(
        PKCSObjectIdentifiers.data, new DEROctetString(new AuthenticatedSafe(parts).getEncoded()));
  }

  @Test
  void anEncryptionThatIsNotKnownIsNotTakenForAWrongPassword() throws Exception {
    ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.840.113549.2.99");
    PBKDF2Params parameters =
        new PBKDF2Params(new byte[16], 1000, 32, new AlgorithmIdentifier(unknown));
    write(encrypted(aes256(parameters)), null);
    assertRefused(
        Reason.UNSUPPORTED,
        "cannot be decrypted",
        () -> ForeignKeyStore.read(file, password(), PROVIDERS));
  }

  @ParameterizedTest
  @CsvSource({"SHA224, 28", "SHA256, 32", "SHA512, 64"})
  void rfc9879_aMacWhoseKeyComesFromPbkdf2IsCheckedToo(String digest, int keyOctets)
      throws Exception {
    byte[] salt = "a salt of its own".getBytes(StandardCharsets.US_ASCII);
    PBEKeySpec typed = new PBEKeySpec(password(), salt, 2048, keyOctets * Byte.SIZE);
    byte[] derived =
        SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest).generateSecret(typed).getEncoded();
    Mac hmac = Mac.getInstance("Hmac" + digest);
    hmac.init(new SecretKeySpec(derived, "Hmac" + digest));
    ContentInfo content = written().getAuthSafe();
    byte[] mac = hmac.doFinal(ASN1OctetString.getInstance(content.getContent()).getOctets());

    write(
        content, pbmac1(hmac(digest), new PBKDF2Params(salt, 2048, keyOctets, hmac(digest)), mac));
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(store.keys()).singleElement().matches(key::isSameKey);
    }
    mac[0] ^= 1;
    write(
        content, pbmac1(hmac(digest), new PBKDF2Params(salt, 2048, keyOctets, hmac(digest)), mac));
    assertRefusedByBoth(Reason.DAMAGED, "is damaged");
    assertRefused(
        Reason.WRONG_PASSWORD, "wrong password", () -> KeyStoreFile.open(file, WRONG, SETTINGS));
  }

  private static AlgorithmIdentifier hmac(String digest) {
    ASN1ObjectIdentifier hmac =
        switch (digest) {
          case "SHA224" -> PKCSObjectIdentifiers.id_hmacWithSHA224;
          case "SHA256" -> PKCSObjectIdentifiers.id_hmacWithSHA256;
          default -> PKCSObjectIdentifiers.id_hmacWithSHA512;
        };
    return new AlgorithmIdentifier(hmac, DERNull.INSTANCE);
  }

  private static MacData pbmac1(
      AlgorithmIdentifier hmac, @Nullable PBKDF2Params derivation, byte[] mac) {
    PBMAC1Params parameters =
        new PBMAC1Params(
            derivation == null
                ? new AlgorithmIdentifier(MiscObjectIdentifiers.id_scrypt)
                : new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, derivation),
            hmac);
    DigestInfo info =
        new DigestInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1, parameters), mac);
    // RFC 9879 §4: salt and iterations of the MAC itself are not used.
    return new MacData(info, new byte[8], 1);
  }

  @ParameterizedTest
  @CsvSource({
    "2147483647, 32, expected 1 to 10000000 iterations",
    "2048, 0, 'expected a key of 32 octets for its MAC (PBMAC1) but found null'",
    "2048, 1000000, 'expected a key of 32 octets for its MAC (PBMAC1) but found 1000000'",
    "0, 0, 'expected PBKDF2 to derive the key of its MAC (PBMAC1) but found '"
  })
  void rfc9879_aMacThatAsksForTooMuchOrTooLittleIsNotComputed(
      int iterations, int keyOctets, String message) throws Exception {
    PBKDF2Params derivation =
        keyOctets == 0
            ? new PBKDF2Params(new byte[8], 2048, hmac("SHA256"))
            : new PBKDF2Params(new byte[8], iterations, keyOctets, hmac("SHA256"));
    write(
        written().getAuthSafe(),
        pbmac1(hmac("SHA256"), iterations == 0 ? null : derivation, new byte[32]));
    assertRefusedByBoth(Reason.UNSUPPORTED, message);
  }

  @Test
  void rfc9879_aMacWithoutParametersIsNotTakenForDamage() throws Exception {
    MacData mac = written().getMacData();
    DigestInfo pbmac1 =
        new DigestInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1), mac.getMac().getDigest());
    write(written().getAuthSafe(), new MacData(pbmac1, mac.getSalt(), 1));
    assertRefusedByBoth(Reason.UNSUPPORTED, "cannot be decrypted: its MAC (PBMAC1) has no");
  }
}
