package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.FIVE_YEARS;
import static org.offlinesign.keystore.StoreFixture.PROVIDERS;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.ZONE;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** OpenSSL and keytool read our key stores, and we read theirs. */
class KeyStoreInteropTest extends StoreFileFixture {
  private static final String PASSWORD = new String(password());

  @Test
  void opensslReadsEveryKeyAndCertificate() throws Exception {
    Program openssl = Peers.require("openssl");
    List<StoredKey> keys = makeTwoKeysOfOneName();
    String text =
        openssl
            .run(folder, "pkcs12", "-in", "keys.p12", "-nodes", "-passin", "pass:" + PASSWORD)
            .orFail()
            .stdout();
    assertThat(text.split("-----BEGIN PRIVATE KEY-----", -1)).hasSize(3);
    assertThat(text.split("-----BEGIN CERTIFICATE-----", -1)).hasSize(3);
    for (StoredKey key : keys) {
      assertThat(text)
          .contains("CN = example.com " + key.facts().orElseThrow().keyTag() + " RSASHA256 257");
    }
    String structure =
        openssl
            .run(
                folder,
                "pkcs12",
                "-in",
                "keys.p12",
                "-info",
                "-noout",
                "-passin",
                "pass:" + PASSWORD)
            .orFail()
            .stderr();
    assertThat(structure)
        .contains("PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256");
  }

  @Test
  void opensslFindsTheCertificatesSound() throws Exception {
    Program openssl = Peers.require("openssl");
    makeTwoKeysOfOneName();
    openssl
        .run(
            folder,
            "pkcs12",
            "-in",
            "keys.p12",
            "-nokeys",
            "-out",
            "certs.pem",
            "-passin",
            "pass:" + PASSWORD)
        .orFail();
    String verdict =
        openssl
            .run(
                folder,
                "verify",
                "-attime",
                "1780000000",
                "-check_ss_sig",
                "-auth_level",
                "0",
                "-CAfile",
                "certs.pem",
                "certs.pem")
            .orFail()
            .stdout();
    assertThat(verdict).contains("certs.pem: OK");
  }

  @Test
  void theKeyOfAVeryLongZoneIsReadByOthersToo() throws Exception {
    DnsName zone = DnsName.of(("a".repeat(62) + ".").repeat(4));
    KeySpec spec = new KeySpec(Algorithm.RSASHA256, 512, KeyRole.KSK);
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      store.generate(KeyRequest.of(zone, spec, FIVE_YEARS).withFriendlyName("long"));
    }
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(store.find(KeySelector.parse("long")).facts().orElseThrow().zone())
          .isEqualTo(zone);
    }
    Program openssl = Peers.require("openssl");
    assertThat(
            openssl
                .run(folder, "pkcs12", "-in", "keys.p12", "-nodes", "-passin", "pass:" + PASSWORD)
                .orFail()
                .stdout())
        .contains("CN = " + "a".repeat(62) + ".");
    assertThat(
            keytool()
                .run(folder, "-list", "-keystore", "keys.p12", "-storepass", PASSWORD)
                .orFail()
                .stdout())
        .contains("long, ", "PrivateKeyEntry");
  }

  @Test
  void aPasswordMayHoldAnyLetters() throws Exception {
    Program openssl = Peers.require("openssl").with(Map.of("LC_ALL", "C.UTF-8"));
    String odd = "p\u00e4ss \u20ac \ud83d\udd11";
    StoreFixture.makeEmpty(file, odd.toCharArray());
    Files.writeString(folder.resolve("password"), odd);
    assertThat(
            openssl
                .run(folder, "pkcs12", "-in", "keys.p12", "-nodes", "-passin", "file:password")
                .exitCode())
        .isZero();
  }

  @Test
  void anEmptyStoreOpensToo() throws Exception {
    Program openssl = Peers.require("openssl");
    StoreFixture.makeEmpty(file, password());
    assertThat(
            openssl
                .run(folder, "pkcs12", "-in", "keys.p12", "-nodes", "-passin", "pass:" + PASSWORD)
                .orFail()
                .stdout())
        .doesNotContain("BEGIN");
  }

  @Test
  void keytoolListsTheKeys() throws Exception {
    makeTwoKeysOfOneName();
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      store.generate(request("third", KeyRole.ZSK));
    }
    String listed =
        keytool()
            .run(folder, "-list", "-v", "-keystore", "keys.p12", "-storepass", PASSWORD)
            .orFail()
            .stdout();
    assertThat(listed)
        .contains("Alias name: shared", "Alias name: third", "Entry type: PrivateKeyEntry")
        .contains("Owner: CN=example.com ");
  }

  private List<StoredKey> makeTwoKeysOfOneName() throws Exception {
    List<StoredKey> keys = new ArrayList<>();
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      keys.add(store.generate(request("shared", KeyRole.KSK)));
      keys.add(store.generate(request("shared", KeyRole.KSK)));
    }
    return keys;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-legacy", "-noiter", "-nodes"})
  void aStoreMadeByOpensslNeedsToBeToldWhatItsKeyIs(String option) throws Exception {
    makeWithOpenssl("/CN=someone", option);
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      StoredKey key = store.find(KeySelector.parse("subject:CN=someone"));
      assertThat(key.friendlyName()).hasValue("Foreign Key");
      assertThat(key.facts()).isEmpty();
      KeyParameters noZone = new KeyParameters(Algorithm.RSASHA512, 257, null);
      assertThatThrownBy(() -> key.signingKey(noZone))
          .isInstanceOf(UnusableKeyException.class)
          .hasMessageContaining("which zone");
      SigningKey told =
          key.signingKey(noZone.orElse(new KeyParameters(Algorithm.RSASHA1, null, ZONE)));
      assertThat(told.facts().algorithm()).isEqualTo(Algorithm.RSASHA512);
      assertThat(told.newSigner(PROVIDERS).sign(new byte[3], 0, 3)).hasSize(128);
      // What was in the file stays in it when a key is added.
      store.add(told, FIVE_YEARS);
      assertThat(store.keys()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-nomac", "-nomac -nodes", "-nomac -legacy", "-nomac -certpbe NONE"})
  void aStoreThatOpensslMadeWithoutAMacIsForImportAlone(String options) throws Exception {
    makeWithOpenssl("/CN=someone", options.split(" "));
    assertThatThrownBy(() -> KeyStoreFile.open(file, password(), SETTINGS))
        .isInstanceOf(KeyStoreFileException.class)
        .hasMessageContaining("has no MAC");
    ForeignKeyStore read = ForeignKeyStore.read(file, password(), PROVIDERS);
    assertThat(read.proven()).isFalse();
    assertThat(read.keys()).singleElement().matches(key -> key.friendlyName().isPresent());
    if (!options.contains("-nodes")) {
      assertThatThrownBy(() -> ForeignKeyStore.read(file, "wrong".toCharArray(), PROVIDERS))
          .isInstanceOf(KeyStoreFileException.class)
          .hasMessageStartingWith("wrong password for ");
    }
  }

  @Test
  void aSubjectOfOurFormWithTheWrongTagIsNotBelieved() throws Exception {
    makeWithOpenssl("/CN=example.com 0 RSASHA1 257", "");
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(store.keys().get(0).facts()).isEmpty();
    }
  }

  @Test
  void theWrongPasswordOfAnOlderEncryptionIsSaidToBeWrong() throws Exception {
    makeWithOpenssl("/CN=someone", "-legacy");
    assertThatThrownBy(() -> KeyStoreFile.open(file, "wrong".toCharArray(), SETTINGS))
        .isInstanceOf(KeyStoreFileException.class)
        .hasMessageStartingWith("wrong password for ");
  }

  private void makeWithOpenssl(String subject, String... options) throws Exception {
    Program openssl = Peers.require("openssl");
    openssl
        .run(
            folder,
            "req",
            "-x509",
            "-newkey",
            "rsa:1024",
            "-nodes",
            "-subj",
            subject,
            "-keyout",
            "key.pem",
            "-out",
            "cert.pem")
        .orFail();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "pkcs12",
                "-export",
                "-inkey",
                "key.pem",
                "-in",
                "cert.pem",
                "-name",
                "Foreign Key",
                "-out",
                "keys.p12",
                "-passout",
                "pass:" + PASSWORD));
    for (String option : options) {
      if (option.equals("-nodes")) {
        arguments.addAll(List.of("-keypbe", "NONE", "-certpbe", "NONE"));
      } else if (!option.isEmpty()) {
        arguments.add(option);
      }
    }
    openssl.run(folder, new byte[0], arguments).orFail();
  }

  @Test
  void aStoreMadeByKeytoolIsRead() throws Exception {
    keytool()
        .run(
            folder,
            "-genkeypair",
            "-keyalg",
            "RSA",
            "-keysize",
            "1024",
            "-alias",
            "made",
            "-dname",
            "CN=a, O=b",
            "-keystore",
            "keys.p12",
            "-storepass",
            PASSWORD)
        .orFail();
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      StoredKey key = store.find(KeySelector.parse("made"));
      assertThat(key.certificate().orElseThrow().subject()).contains("O=b");
      KeyParameters parameters = new KeyParameters(Algorithm.RSASHA256, 256, ZONE);
      assertThat(key.signingKey(parameters).newSigner(PROVIDERS).sign(new byte[3], 0, 3))
          .hasSize(128);
    }
  }

  private static Program keytool() {
    return new Program(Path.of(System.getProperty("java.home"), "bin", "keytool"));
  }
}
