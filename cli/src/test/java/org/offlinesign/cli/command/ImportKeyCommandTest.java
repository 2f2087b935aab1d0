package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.PemKeyFile;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Peers;

/** Keys from elsewhere: files of BIND, PEM, and key stores. */
class ImportKeyCommandTest {
  private static final String TAG = "(?s).*\"tag\" : (\\d+).*";

  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() throws IOException {
    user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", "secret");
    Files.writeString(folder.resolve("password"), "travels\n");
  }

  private void genkey(String name, String algorithm) {
    user.succeed(
        "genkey",
        "--zone",
        "example.com",
        "--friendlyname",
        name,
        "--flags",
        "KSK",
        "--alg",
        algorithm);
  }

  /** Exports keys into the key store {@code k.p12}. */
  private void pack(String... names) {
    List<String> line = new ArrayList<>(List.of("exportkey"));
    line.addAll(List.of(names));
    line.addAll(List.of("--format", "pkcs12", "--output", "k.p12"));
    line.addAll(List.of("--export-password-file", "password"));
    user.succeed(line.toArray(new String[0]));
  }

  private CommandLineUser otherMachine() {
    return new CommandLineUser(folder)
        .with("OFFLINESIGN_PASSWORD", "another")
        .with("OFFLINESIGN_HOME", folder.resolve("other").toString());
  }

  private static String after(String label, String text) {
    Matcher line = Pattern.compile("(?m)^  " + label + " +(.*)$").matcher(text);
    assertThat(line.find()).as(text).isTrue();
    return line.group(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsap256sha256", "ecdsap384sha384", "ed25519", "ed448", "rsasha256"})
  void aKeyTravelsInEveryFormat(String algorithm) {
    genkey("K", algorithm);
    String tag = user.succeed("listkeys", "--json").out().replaceAll(TAG, "$1");
    user.succeed("exportkey", "K", "--format", "pem", "--output", "k.pem");
    user.succeed("exportkey", "K", "--format", "bind", "--output", "bind");
    pack("K");
    CommandLineUser there = otherMachine();
    String[] bind = {"importkey", "--friendlyname", "B", bindFile()};
    assertThat(there.succeed(bind).out()).contains("Imported the KSK " + tag);
    there.succeed("deletekey", "--force", "B");
    String[] pem = {
      "importkey", "--zone", "example.com", "--flags", "KSK", "--alg", algorithm, "k.pem"
    };
    assertThat(there.succeed(pem).out()).contains("Imported the KSK " + tag);
    there.succeed("deletekey", "--force", "tag:" + tag);
    String[] store = {"importkey", "--import-password-file", "password", "k.p12"};
    assertThat(there.succeed(store).out()).contains("Imported the KSK " + tag);
  }

  @Test
  void aKeyFileThatOthersCanReadIsWarnedOfAndTakenAllTheSame() throws IOException {
    genkey("K", "13");
    user.succeed("exportkey", "K", "--format", "pem", "--output", "k.pem");
    user.succeed("exportkey", "K", "--format", "bind", "--output", "bind");
    String pem = "importkey --zone example.com --flags KSK k.pem";
    assertThat(otherMachine().succeed(pem.split(" ")).err()).doesNotContain("open to others");
    Path bind = user.file(bindFile().replaceAll("key$", "private"));
    for (Path file : List.of(user.file("k.pem"), bind)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Files.delete(folder.resolve("other/MS-DNSSEC.p12"));
    assertThat(otherMachine().succeed(pem.split(" ")).err())
        .contains("the private key file " + user.file("k.pem") + " is open to others (rw-r--r--)")
        .contains("chmod 600");
    assertThat(otherMachine().run("importkey", bindFile()).err())
        .contains("the private key file " + bind + " is open to others (rw-r--r--)");
  }

  private String bindFile() {
    try (var files = Files.list(folder.resolve("bind"))) {
      return files.map(Path::toString).filter(file -> file.endsWith(".key")).findFirst().get();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFileOfAnotherKindIsNoKeyFile() throws IOException {
    Files.writeString(folder.resolve("junk.txt"), "nothing\n");
    Result result = user.run("importkey", "junk.txt");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err())
        .startsWith("error: junk.txt is no key file\n")
        .contains(".private or .key", "PEM", ".p12")
        .doesNotContain("junk.txt.key");
  }

  @Test
  void allKeysOfAStoreMoveWithNamesAndCertificates() {
    genkey("K", "ed25519");
    user.succeed("genkey", "--zone", "example.com", "--alg", "13", "--friendlyname", "Z");
    Result made = user.succeed("listkeys", "--json");
    pack("K", "Z");
    CommandLineUser there = otherMachine();
    there.succeed("importkey", "--import-password-file", "password", "k.p12");
    assertThat(there.succeed("listkeys", "--json").out()).isEqualTo(made.out());
    Result again = there.run("importkey", "--import-password-file", "password", "k.p12");
    assertThat(again.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(again.err())
        .contains("holds this key already", "\n  `offlinesign listkeys` shows the keys it holds");
  }

  @Test
  void oneNameIsNotForTheTwoKeysOfAStore() {
    genkey("K", "13");
    genkey("L", "13");
    pack("K", "L");
    Result result =
        otherMachine()
            .run("importkey", "--friendlyname", "M", "--import-password-file", "password", "k.p12");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--friendlyname is for one key, but the file holds 2");
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void aKeyThatGetsAnotherNameGetsACertificateToo() {
    genkey("K", "13");
    pack("K");
    Result moved =
        otherMachine()
            .succeed(
                "importkey", "--friendlyname", "N", "--import-password-file", "password", "k.p12");
    assertThat(after("friendly name", moved.out())).isEqualTo("N");
    assertThat(user.succeed("listkeys", "--json").out())
        .doesNotContain(after("serial number", moved.out()));
  }

  @Test
  void aStoreWithoutAMacIsImportedWithAWarningAndOtherwiseRefused() throws Exception {
    genkey("K", "13");
    user.succeed("exportkey", "K", "--format", "pem", "--output", "k.pem");
    Peers.require("openssl")
        .run(
            folder,
            ("pkcs12 -export -nomac -nocerts -inkey k.pem -name F -out f.p12"
                    + " -passout file:password")
                .split(" "))
        .orFail();
    String[] line = {
      "importkey", "--zone", "example.com", "--flags", "KSK", "--import-password-file"
    };
    CommandLineUser there = otherMachine();
    Result imported = there.succeed(with(line, "password", "f.p12"));
    assertThat(imported.out()).contains("Imported the KSK ");
    assertThat(imported.err()).contains("f.p12 has no MAC: nothing proves that its keys are those");

    Files.writeString(folder.resolve("slip"), "wrong\n");
    Result slip = there.run(with(line, "slip", "f.p12"));
    assertThat(slip.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(slip.err()).contains("wrong password for ");

    Result own = user.with("OFFLINESIGN_KEYSTORE", "f.p12").run("listkeys");
    assertThat(own.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(own.err()).contains("has no MAC", "`offlinesign importkey`");
  }

  @Test
  void anImportedKeyWithTheTagOfAnotherIsWarnedOfAndSoIsTheZoneSignedWithBoth() throws Exception {
    List<SigningKey> pair = keysOfOneTag();
    for (SigningKey key : pair) {
      PemKeyFile.write(key, folder.resolve(pair.indexOf(key) + ".pem"));
    }
    String[] line = {"importkey", "--zone", "example.com", "--flags", "ZSK", "--friendlyname"};
    String told =
        "two keys of algorithm 15 have the key tag " + pair.get(0).facts().keyTag() + ": resolvers";
    assertThat(user.succeed(with(line, "A", "0.pem")).err()).doesNotContain(told);
    assertThat(user.succeed(with(line, "B", "1.pem")).err()).contains(told);

    genkey("K", "ed25519");
    Files.writeString(folder.resolve("db"), "@ 60 SOA a b 1 2 3 4 5\n@ 60 NS ns.test.\n");
    String[] sign = {
      "signzone", "--zone", "example.com", "--input", "db", "--output", "db.signed", "--signkey"
    };
    Result signed = user.succeed(with(sign, "K", "--signkey", "A", "--addkey", "B"));
    assertThat(signed.err()).contains(told);
    user.succeed(with(sign, "K", "--signkey", "A"));
    String[] add = {
      "addkey", "--zone", "example.com", "--input", "db.signed", "--output", "db.next", "--addkey"
    };
    Result added = user.succeed(with(add, "B", "--signkey", "K", "--signkey", "A"));
    assertThat(added.err()).contains(told);
  }

  /** Some three hundred keys are enough, as with birthdays. */
  private static List<SigningKey> keysOfOneTag() {
    KeyGenerator generator = new KeyGenerator(CryptoProviders.detect());
    KeySpec spec = KeySpec.of(Algorithm.ED25519, KeyRole.ZSK);
    Map<Integer, SigningKey> known = new HashMap<>();
    while (true) {
      SigningKey key = generator.generate(DnsName.of("example.com."), spec, List.of());
      SigningKey same = known.put(key.facts().keyTag(), key);
      if (same != null) {
        return List.of(same, key);
      }
    }
  }

  private static String[] with(String[] line, String... more) {
    return Stream.of(line, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void aPemFileDoesNotSayWhoseKeyItHolds() {
    genkey("K", "ecdsap256sha256");
    user.succeed("exportkey", "K", "--format", "pem", "--output", "k.pem");
    Result result = user.run("importkey", "--zone", "example.com", "k.pem");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err())
        .contains("nothing says which flags the key has")
        .contains("say it with --flags KSK or --flags ZSK");
  }

  @ParameterizedTest
  @CsvSource({"EC, ec_paramgen_curve:P-256, ECDSAP256SHA256", "ED25519, , ED25519"})
  void anEncryptedKeyOfOpensslNeedsItsPassword(String kind, String option, String name)
      throws Exception {
    List<String> line = new ArrayList<>(List.of("genpkey", "-algorithm", kind));
    if (option != null) {
      line.addAll(List.of("-pkeyopt", option));
    }
    line.addAll(List.of("-aes256", "-pass", "file:password", "-out", "key.pem"));
    Peers.require("openssl").run(folder, new byte[0], line).orFail();
    String[] known = {"importkey", "--zone", "example.com", "--flags", "ZSK", "key.pem"};
    Result asked = user.run(known);
    assertThat(asked.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(asked.err()).contains("--import-password-file");
    String[] told = {
      "importkey",
      "--zone",
      "example.com",
      "--flags",
      "ZSK",
      "--import-password-file",
      "password",
      "key.pem"
    };
    assertThat(user.succeed(told).out()).contains("Imported the ZSK").contains(name);
  }

  @Test
  void filesOfBindTellAllThemselves() {
    genkey("K", "ecdsap256sha256");
    user.succeed("exportkey", "K", "--format", "bind", "--output", "bind");
    Result result = otherMachine().run("importkey", "--zone", "example.org", bindFile());
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("tells zone, algorithm and flags itself");
  }
}
