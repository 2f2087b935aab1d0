package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.FIVE_YEARS;
import static org.offlinesign.keystore.StoreFixture.NOW;
import static org.offlinesign.keystore.StoreFixture.PROVIDERS;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.ZONE;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;
import static org.offlinesign.keystore.StoreFixture.settingsAt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CertificateFacts;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.Signer;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFileException.Reason;
import org.offlinesign.rdata.Dnskey;

class KeyStoreFileTest extends StoreFileFixture {
  @Test
  void aNewKeyIsThereAfterReopeningAndSigns() throws Exception {
    StoredKey made;
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      made = store.generate(request("KSK-example.com", KeyRole.KSK));
    }
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      StoredKey found = store.find(KeySelector.parse("ksk-EXAMPLE.com"));
      ZoneKey facts = found.facts().orElseThrow();
      assertThat(facts.zone()).isEqualTo(ZONE);
      assertThat(facts.role()).isEqualTo(KeyRole.KSK);
      assertThat(facts.dnskey()).isEqualTo(made.facts().orElseThrow().dnskey());
      assertThat(facts.friendlyName()).hasValue("KSK-example.com");
      assertThat(facts.timing().events()).isEqualTo(Map.of(KeyEvent.CREATED, NOW));
      Signer signer = found.signingKey().orElseThrow().newSigner(PROVIDERS);
      assertThat(signer.sign(new byte[10], 0, 10)).hasSize(64);
    }
  }

  @Test
  void theCertificateSaysWhatTheKeyIs() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey key = store.generate(request("KSK", KeyRole.KSK));
      CertificateFacts certificate = key.certificate().orElseThrow();
      int tag = key.facts().orElseThrow().keyTag();
      assertThat(certificate.subject()).isEqualTo("CN=example.com " + tag + " RSASHA256 257");
      assertThat(certificate.issuer()).isEqualTo(certificate.subject());
      assertThat(certificate.validity()).isEqualTo(FIVE_YEARS);
      assertThat(certificate.serial().bitLength()).isBetween(90, 128);
    }
  }

  @Test
  void twoKeysWithOneFriendlyNameSurviveAndAreToldApart() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey one = store.generate(request("Key", KeyRole.ZSK));
      StoredKey two = store.generate(request("key", KeyRole.ZSK));
      store.add(
          store
              .keys()
              .get(0)
              .signingKey()
              .orElseThrow()
              .withParameters(new KeyParameters(null, 257, null)),
          FIVE_YEARS);
      assertThat(store.keys()).hasSize(3);
      assertThatThrownBy(() -> store.find(KeySelector.parse("KEY")))
          .isInstanceOf(KeySelectionException.class)
          .hasMessageContaining("tag " + one.facts().orElseThrow().keyTag())
          .hasMessageContaining("serial " + two.certificate().orElseThrow().serialHex());
      String serial = two.certificate().orElseThrow().serialHex();
      assertThat(store.find(KeySelector.parse("Key,serial:" + serial)).friendlyName())
          .hasValue("key");
    }
  }

  @Test
  void aMissingStoreIsAnErrorExceptWhenOneIsToBeMade() throws Exception {
    assertRefused(Reason.MISSING, () -> KeyStoreFile.open(file, password(), SETTINGS));
    Path deep = folder.resolve("home").resolve("offlinesign").resolve("keys.p12");
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(deep, password(), SETTINGS)) {
      store.generate(request("one", KeyRole.ZSK));
    }
    assertThat(permissions(deep.getParent())).isEqualTo("rwx------");
    assertThat(permissions(deep)).isEqualTo("rw-------");
  }

  @Test
  void aClosedStoreIsNotWrittenWithItsWipedPassword() throws Exception {
    KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS);
    StoredKey key = store.generate(request("Key", KeyRole.ZSK));
    store.close();
    assertThatThrownBy(() -> store.delete(key)).isInstanceOf(IllegalStateException.class);
    try (KeyStoreFile reopened = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(reopened.keys()).hasSize(1);
    }
  }

  @Test
  void aNewStoreNeedsAPassword() {
    assertRefused(
        Reason.WRONG_PASSWORD, () -> KeyStoreFile.openOrCreate(file, new char[0], SETTINGS));
  }

  @Test
  void aWrongPasswordIsToldApartFromADamagedFile() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      store.generate(request("Key", KeyRole.ZSK));
    }
    assertRefused(
        Reason.WRONG_PASSWORD, () -> KeyStoreFile.open(file, "wrong".toCharArray(), SETTINGS));
    byte[] whole = Files.readAllBytes(file);
    for (int at : List.of(whole.length / 3, whole.length / 2, whole.length - 40)) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file, flipped);
      assertRefused(Reason.DAMAGED, () -> KeyStoreFile.open(file, password(), SETTINGS));
    }
    for (int length : List.of(0, 1, 100, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(Reason.DAMAGED, () -> KeyStoreFile.open(file, password(), SETTINGS));
    }
    Files.writeString(file, "this is no key store");
    assertRefused(Reason.DAMAGED, () -> KeyStoreFile.open(file, password(), SETTINGS));
  }

  @Test
  void theCopyBeforeTheLastChangeStays() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      store.generate(request("one", KeyRole.ZSK));
      byte[] before = Files.readAllBytes(file);
      store.generate(request("two", KeyRole.ZSK));
      Path backup = folder.resolve("keys.p12.bak");
      assertThat(backup).hasBinaryContent(before);
      assertThat(permissions(backup)).isEqualTo("rw-------");
    }
  }

  @Test
  void aStoreBehindASymbolicLinkIsChangedThere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.p12"), file.getFileName());
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(link, password(), SETTINGS)) {
      store.generate(request("one", KeyRole.ZSK));
    }
    assertThat(link).isSymbolicLink();
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(store.keys()).hasSize(1);
      assertThat(store.path()).isEqualTo(file.toRealPath());
    }
  }

  @Test
  void aStoreOpenToOthersIsWarnedAboutAndClosedByTheNextChange() throws Exception {
    StoreFixture.makeEmpty(file, password());
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(store.warnings()).isEmpty();
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      assertThat(store.warnings()).singleElement().asString().contains("chmod 600");
      store.generate(request("one", KeyRole.ZSK));
      assertThat(store.warnings()).isEmpty();
    }
  }

  @Test
  void aFolderThatOthersMayWriteIntoIsWarnedAbout() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      assertThat(store.warnings()).singleElement().asString().contains("replace the key store");
    }
  }

  @Test
  void aDeletedKeyCanBeRecoveredForThirtyDays() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey key = store.generate(request("one", KeyRole.ZSK));
      store.generate(request("two", KeyRole.ZSK));
      store.delete(key);
      assertThat(store.keys()).hasSize(1);
      assertThat(store.trash()).singleElement().matches(key::isSameKey);
    }
    try (KeyStoreFile late = open(NOW.plus(Duration.ofDays(31)))) {
      assertThat(late.trash()).isEmpty();
    }
    try (KeyStoreFile store = open(NOW.plus(Duration.ofDays(29)))) {
      StoredKey recovered = store.recover(KeySelector.parse("one"));
      assertThat(recovered.certificate()).isPresent();
      assertThat(store.keys()).hasSize(2);
      assertThat(store.trash()).isEmpty();
    }
  }

  @Test
  void aKeyThatACrashLeftInTheStoreAndTheTrashIsRecoveredAllTheSame() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey key = store.generate(request("one", KeyRole.ZSK));
      byte[] before = Files.readAllBytes(file);
      store.delete(key);
      Files.write(file, before);
    }
    try (KeyStoreFile store = open(NOW)) {
      assertThat(store.trash()).hasSize(1);
      store.recover(KeySelector.parse("one"));
      assertThat(store.keys()).hasSize(1);
      assertThat(store.trash()).isEmpty();
    }
  }

  @Test
  void theTrashIsEmptiedOfWhatIsTooOldWithTheNextDeletion() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      store.delete(store.generate(request("one", KeyRole.ZSK)));
    }
    try (KeyStoreFile store = open(NOW.plus(Duration.ofDays(31)))) {
      store.delete(store.generate(request("two", KeyRole.ZSK)));
    }
    try (KeyStoreFile store = open(NOW)) {
      assertThat(store.trash())
          .singleElement()
          .extracting(StoredKey::friendlyName)
          .asString()
          .contains("two");
    }
  }

  @Test
  void aKeyDeletedElsewhereCannotBeDeletedAgain() throws Exception {
    StoreFixture.makeEmpty(file, password());
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS);
        KeyStoreFile other = KeyStoreFile.open(file, password(), SETTINGS)) {
      StoredKey key = store.generate(request("one", KeyRole.ZSK));
      other.delete(key);
      assertRefused(Reason.MISSING, () -> store.delete(key));
    }
  }

  @Test
  void theSameKeyIsNotKeptTwice() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      SigningKey key = store.generate(request("one", KeyRole.ZSK)).signingKey().orElseThrow();
      assertRefused(Reason.DUPLICATE, () -> store.add(key, FIVE_YEARS));
      assertThat(store.keys()).hasSize(1);
    }
  }

  @Test
  void aDnskeyWrittenUnusuallyIsKeptOctetForOctet() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      SigningKey usual = store.generate(request("one", KeyRole.ZSK)).signingKey().orElseThrow();
      Dnskey dnskey = usual.facts().dnskey();
      ZoneKey odd = ZoneKey.of(ZONE, withLeadingZeroInModulus(dnskey));
      store.add(usual.with(odd), FIVE_YEARS);
    }
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      Dnskey usual = store.keys().get(0).facts().orElseThrow().dnskey();
      Dnskey odd = store.keys().get(1).facts().orElseThrow().dnskey();
      assertThat(odd).isEqualTo(withLeadingZeroInModulus(usual)).isNotEqualTo(usual);
    }
  }

  private static Dnskey withLeadingZeroInModulus(Dnskey key) {
    byte[] octets = key.publicKey();
    byte[] longer = new byte[octets.length + 1];
    int modulus = 1 + octets[0];
    System.arraycopy(octets, 0, longer, 0, modulus);
    System.arraycopy(octets, modulus, longer, modulus + 1, octets.length - modulus);
    return new Dnskey(key.flags(), key.protocol(), key.algorithm(), longer);
  }

  @Test
  void keysForAnotherMachineAreWrittenUnderAnotherPassword() throws Exception {
    Path exported = folder.resolve("for-the-other.p12");
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey key = store.generate(request("one", KeyRole.ZSK));
      KeyStoreFile.export(List.of(key), exported, "other".toCharArray());
      assertRefused(Reason.EXISTS, () -> KeyStoreFile.export(List.of(key), exported, password()));
    }
    assertThat(permissions(exported)).isEqualTo("rw-------");
    Path second = folder.resolve("second.p12");
    try (KeyStoreFile from = KeyStoreFile.open(exported, "other".toCharArray(), SETTINGS);
        KeyStoreFile to = KeyStoreFile.openOrCreate(second, password(), SETTINGS)) {
      StoredKey copied = to.add(from.keys().get(0));
      assertThat(copied.certificate()).isEqualTo(from.keys().get(0).certificate());
    }
  }

  @Test
  void nothingPrintedHoldsASecret() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey key = store.generate(request("one", KeyRole.ZSK));
      int tag = key.facts().orElseThrow().keyTag();
      assertThat(store.toString()).isEqualTo(file.toRealPath().toString());
      assertThat(key.signingKey().orElseThrow().toString())
          .isEqualTo("example.com./" + Algorithm.RSASHA256 + "/" + tag);
      assertThat(key.toString().length()).isLessThan(200);
    }
  }

  private KeyStoreFile open(Instant now) throws Exception {
    return KeyStoreFile.open(file, password(), settingsAt(now));
  }

  private static void assertRefused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KeyStoreFileException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
