package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.PROVIDERS;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.KeyRole;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** Key stores of others are weaker than ours, which is said, and mended by the next change. */
class StoreProtectionTest extends StoreFileFixture {
  private static final String PASSWORD = new String(password());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-legacy | RC2 with 40 bits, 2,048 rounds for the key, Triple DES, SHA-1 in the MAC, 2,048 rounds for the MAC",
        "-legacy -noiter -nomaciter | RC2 with 40 bits, 1 round for the key, Triple DES, SHA-1 in the MAC, 1 round for the MAC",
        "-legacy -descert | Triple DES, 2,048 rounds for the key",
        "-certpbe NONE -keypbe NONE -macalg sha256 | private keys in the clear",
        "-certpbe AES-256-CBC -iter 2048 | 2,048 rounds for the key, 2,048 rounds for the MAC",
        "-certpbe AES-128-CBC -keypbe DES-EDE3-CBC -iter 200000 | weakly protected (the cipher"
      })
  void aWeakStoreIsSaidToBeAndIsNotAfterTheNextChange(String options, String weaknesses)
      throws Exception {
    makeWithOpenssl("pass:" + PASSWORD, options.split(" "));
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(store.warnings())
          .singleElement()
          .asString()
          .contains("is weakly protected (", weaknesses.replace("weakly protected (", ""))
          .contains("its next change writes it with AES-256 and 100,000 rounds of PBKDF2");
      assertThat(ForeignKeyStore.read(file, password(), PROVIDERS).weaknesses()).isNotEmpty();
      store.generate(request("New", KeyRole.KSK));
      assertThat(store.warnings()).isEmpty();
    }
    assertThat(ForeignKeyStore.read(file, password(), PROVIDERS).weaknesses()).isEmpty();
    assertThat(structure())
        .contains("MAC: sha256, Iteration 1")
        .contains("PBES2, PBKDF2, AES-256-CBC, Iteration 1", "PRF hmacWithSHA256")
        .doesNotContain("RC2", "3DES", "Iteration 1\n", "Iteration 1,", "Iteration 2048");
  }

  /**
   * The MAC and the old encryptions take a password as UTF-16, the others as UTF-8 (RFC 7292
   * appendix B.1, RFC 8018 §5.1); one of the letters is beyond the first 65,536.
   */
  @ParameterizedTest
  @ValueSource(strings = {"-certpbe AES-256-CBC", "-legacy", "-legacy -descert"})
  void aPasswordWithOtherLettersOpensTheStoresOfOthersAndOurs(String options) throws Exception {
    String letters = "pa\u00dfw\u00f6rter \u043f\u0430\u0440\u043e\u043b\u044c \ud834\udd1e";
    Files.writeString(folder.resolve("password"), letters + "\n");
    makeWithOpenssl("file:password", options.split(" "));
    try (KeyStoreFile store = KeyStoreFile.open(file, letters.toCharArray(), SETTINGS)) {
      assertThat(store.keys()).hasSize(1);
      store.generate(request("New", KeyRole.KSK));
    }
    assertThatThrownBy(
            () -> KeyStoreFile.open(file, letters.replace('\u00f6', 'o').toCharArray(), SETTINGS))
        .hasMessageContaining("wrong password");
    String keys =
        Peers.require("openssl")
            .run(folder, "pkcs12 -in keys.p12 -nodes -nocerts -passin file:password".split(" "))
            .orFail()
            .stdout();
    assertThat(keys.split("BEGIN PRIVATE KEY", -1)).hasSize(3);
  }

  /** keytool writes what we write but for the number of rounds, whose salt is taken over. */
  @ParameterizedTest
  @CsvSource({"10000, 100000", "150000, 150000"})
  void roundsAreRaisedAndNeverLoweredForTheMacEither(int found, int written) throws Exception {
    makeWithKeytool(found);
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      store.generate(request("New", KeyRole.KSK));
    }
    Pfx changed = Pfx.getInstance(Files.readAllBytes(file));
    assertThat(changed.getMacData().getIterationCount().intValueExact()).isEqualTo(written);
    assertThat(structure()).contains("AES-256-CBC, Iteration " + written + ", PRF hmacWithSHA256");
  }

  private void makeWithKeytool(int rounds) throws Exception {
    String count = "-J-Dkeystore.pkcs12.%sIterationCount=" + rounds;
    new Program(Path.of(System.getProperty("java.home"), "bin", "keytool"))
        .run(
            folder,
            count.formatted("keyPbe"),
            count.formatted("certPbe"),
            count.formatted("mac"),
            "-genkeypair",
            "-keyalg",
            "RSA",
            "-keysize",
            "1024",
            "-alias",
            "made",
            "-dname",
            "CN=a",
            "-keystore",
            "keys.p12",
            "-storepass",
            PASSWORD)
        .orFail();
  }

  private String structure() throws Exception {
    return Peers.require("openssl")
        .run(folder, "pkcs12", "-in", "keys.p12", "-info", "-noout", "-passin", "pass:" + PASSWORD)
        .orFail()
        .stderr();
  }

  private void makeWithOpenssl(String password, String... options) throws Exception {
    Program openssl = Peers.require("openssl");
    String request = "req -x509 -newkey rsa:1024 -nodes -subj /CN=a -keyout key.pem -out cert.pem";
    openssl.run(folder, request.split(" ")).orFail();
    List<String> line =
        new ArrayList<>(
            List.of("pkcs12 -export -inkey key.pem -in cert.pem -out keys.p12".split(" ")));
    line.addAll(List.of("-passout", password));
    line.addAll(List.of(options));
    openssl.run(folder, new byte[0], line).orFail();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
