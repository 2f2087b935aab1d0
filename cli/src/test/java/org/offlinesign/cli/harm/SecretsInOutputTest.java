package org.offlinesign.cli.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.delegation.ChildKeySource;

/** Drives commands into failures, and looks for secrets in all that they say. */
class SecretsInOutputTest {
  private static final String PASSWORD = "Marker-7Qx9-vLw3";

  @TempDir Path folder;
  private CommandLineUser user;
  private final List<Traces> secrets = new ArrayList<>();

  @BeforeEach
  void makeAKeyInEveryFormat() throws Exception {
    user = new CommandLineUser(folder).with("OFFLINESIGN_KEYSTORE", "keys.p12");
    Files.writeString(user.file("pw"), PASSWORD + "\n");
    user.with("OFFLINESIGN_PASSWORD_FILE", "pw");
    Files.writeString(user.file("zone"), "$TTL 1h\n@ SOA ns.x. h.x. 1 3h 1h 2w 10m\n@ NS ns.x.\n");
    user.succeed("genkey", "--zone", "x", "--alg", "8", "--length", "1024", "--friendlyname", "K");
    user.succeed("exportkey", "K", "--format", "pem", "--output", "key.pem");
    user.succeed("exportkey", "K", "--format", "bind", "--output", "bind");
    secrets.add(Traces.ofPassword(PASSWORD));
    byte[] der =
        Base64.getMimeDecoder().decode(text("key.pem").replaceAll("-----[A-Z ]+-----", ""));
    // The private exponent begins behind modulus and public exponent, and has their length.
    secrets.add(Traces.ofOctets(Arrays.copyOfRange(der, 200, 224)));
    secrets.add(Traces.ofOctets(Arrays.copyOfRange(der, 340, 364)));
  }

  private String text(String name) throws IOException {
    return Files.readString(user.file(name));
  }

  private Path privateFile() throws IOException {
    try (var files = Files.list(user.file("bind"))) {
      return files.filter(file -> file.toString().endsWith(".private")).findFirst().orElseThrow();
    }
  }

  private void assertSilent(Result result) {
    for (Traces secret : secrets) {
      assertThat(secret.in(result.out())).as(result.toString()).isEmpty();
      assertThat(secret.in(result.err())).as(result.toString()).isEmpty();
    }
  }

  @Test
  void theFormsOfTheSecretsAreFoundWhereTheyAre() throws Exception {
    assertThat(secrets.get(0).in(text("pw"))).isNotEmpty();
    assertThat(secrets.get(1).in(text("key.pem").replaceAll("\\s", ""))).isNotEmpty();
    assertThat(secrets.get(2).in(text("key.pem").replaceAll("\\s", ""))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listkeys",
        "listkeys --json",
        "listkeys --trash --json",
        "signzone --zone x --input zone --output s --signkey-allrr K",
        "signzone --zone x --input zone --output s --signkey-allrr K --json",
        "signzone --zone x --input zone --output no/where/s --signkey-allrr K",
        "signzone --zone x --input nowhere --output s --signkey-allrr K",
        "signzone --zone x --input zone --output s --signkey-allrr unknown",
        "genkey --zone x --alg 999",
        "deletekey unknown",
        "deletekey K",
        "exportkey K --format pem --output key.pem",
        "exportkey K --format pem --output no/where",
        "exportkey K --format bind --output zone",
        "exportkey K --format pkcs12 --output new.p12 --export-password-file pw",
        "importkey pw",
        "importkey zone",
        "importkey key.pem",
        "importkey --zone x --flags KSK key.pem",
        "importkey --zone x --flags ZSK --alg 13 key.pem",
        "importkey keys.p12 --import-password-file pw",
        "version -v"
      })
  void noCommandTellsASecret(String line) {
    assertSilent(user.run(line.split(" ")));
  }

  @Test
  void noDamagedKeyFileIsQuoted() throws Exception {
    String whole = Files.readString(privateFile());
    String pem = text("key.pem");
    for (int cut = 1; cut < 8; cut++) {
      // An octet that is no base 64, a line too short, a number that fits no other.
      Files.writeString(privateFile(), damaged(whole, whole.length() * cut / 8, "*"));
      assertSilent(user.run("importkey", privateFile().toString()));
      Files.writeString(privateFile(), whole.substring(0, whole.length() * cut / 8));
      assertSilent(user.run("importkey", privateFile().toString()));
      Files.writeString(privateFile(), damaged(whole, whole.length() * cut / 8, "A"));
      assertSilent(user.run("importkey", privateFile().toString()));
      for (String wrong : List.of("*", "A", "", "\n\n")) {
        Files.writeString(user.file("bad.pem"), damaged(pem, pem.length() * cut / 8, wrong));
        assertSilent(user.run("importkey", "--zone", "x", "--flags", "KSK", "bad.pem"));
      }
      byte[] store = Files.readAllBytes(user.file("keys.p12"));
      store[store.length * cut / 8] ^= 1;
      Files.write(user.file("bad.p12"), store);
      assertSilent(user.run("listkeys", "--keystore", "bad.p12"));
      assertSilent(user.run("importkey", "bad.p12", "--import-password-file", "pw"));
    }
  }

  private static String damaged(String text, int place, String wrong) {
    return text.substring(0, place) + wrong + text.substring(place + 1);
  }

  @Test
  void aWrongPasswordIsNotRepeated() throws Exception {
    Path right = Files.writeString(user.file("right"), "another one altogether\n");
    user.succeed("genkey", "--zone", "x", "--keystore", "o.p12", "--password-file", "right");
    Result wrong = user.run("listkeys", "--keystore", "o.p12");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.KEYS);
    assertSilent(wrong);
    assertThat(right).exists();
  }

  @Test
  void aBugReportTellsNoSecret() {
    ChildKeySource broken =
        (zoneFolder, wanted) -> {
          throw new IllegalStateException("planted");
        };
    Result result =
        user.with(broken)
            .run("signzone --zone x --input zone --output s --signkey-allrr K".split(" "));
    assertThat(result.exitCode()).isEqualTo(ExitCode.BUG);
    assertSilent(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listkeys --password Marker-7Qx9-vLw3",
        "listkeys --password=Marker-7Qx9-vLw3",
        "listkeys --Password:Marker-7Qx9-vLw3",
        "listkeys Marker-7Qx9-vLw3 --passphrase",
        "listkeys -passin pass:Marker-7Qx9-vLw3",
        "listkeys -pMarker-7Qx9-vLw3 -p",
        "listkeys -passwordMarker-7Qx9-vLw3",
        "listkeys -storepass Marker-7Qx9-vLw3",
        "genkey --password Marker-7Qx9-vLw3",
        "exportkey K --password Marker-7Qx9-vLw3",
        "importkey key.pem --import-password Marker-7Qx9-vLw3"
      })
  void aPasswordOnTheLineIsRefusedAndNotRepeated(String line) {
    assertRefused(user.run(line.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Password=Marker-7Qx9-vLw3",
        "/Password Marker-7Qx9-vLw3",
        "/pwd:Marker-7Qx9-vLw3"
      })
  void norIsItTakenInTheOtherSpelling(String option) {
    String line = "/OfflineSign /GenKey /Alg rsasha256 /Flags KSK /Length 1024 /Zone x " + option;
    assertRefused(user.dnscmd(line.split(" ")));
  }

  private void assertRefused(Result result) {
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("no password is taken from the command line", "--password-file FILE");
    assertSilent(result);
  }
}
