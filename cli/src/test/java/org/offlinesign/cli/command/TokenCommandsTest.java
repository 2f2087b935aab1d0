package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.SoftToken;

/** Commands whose keys are in a token of SoftHSM. */
class TokenCommandsTest {
  private static final String ZONE_FILE =
      """
      $TTL 3600
      @    SOA ns hostmaster 1 7200 3600 1209600 900
           NS  ns
      ns   A   192.0.2.1
      www  A   192.0.2.80
      """;

  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDownWithAToken() throws Exception {
    SoftToken.require().configure(folder.resolve("hsm.cfg"));
    Files.writeString(folder.resolve("zone"), ZONE_FILE);
    user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", SoftToken.PIN);
  }

  @ParameterizedTest
  @CsvSource({"rsasha256, rsa.example", "ecdsap256sha256, p256.example"})
  void keysAreMadeListedAndSignedWithInTheToken(String algorithm, String zone) throws Exception {
    for (String role : List.of("KSK", "ZSK")) {
      Result made =
          user.succeed(
              "genkey",
              "--pkcs11",
              "hsm.cfg",
              "--zone",
              zone,
              "--alg",
              algorithm,
              "--flags",
              role,
              "--friendlyname",
              role + "-" + zone);
      assertThat(made.out()).contains("token").contains("hsm.cfg").doesNotContain("key store");
    }
    Result listed = user.succeed("listkeys", "--pkcs11", "hsm.cfg", "--zone", zone, "--json");
    assertThat(listed.out())
        .contains("\"friendlyName\" : \"KSK-" + zone + "\"", "\"friendlyName\" : \"ZSK-" + zone)
        .containsIgnoringCase("\"algorithm\" : \"" + algorithm + "\"")
        .contains("\"state\" : \"active\"", "\"zone\" : \"" + zone + ".\"");
    Result signed =
        user.succeed(
            "signzone",
            "--pkcs11",
            "hsm.cfg",
            "--zone",
            zone,
            "--input",
            "zone",
            "--output",
            "signed",
            "--signkey",
            "KSK-" + zone,
            "--signkey",
            "ZSK-" + zone,
            "--start",
            "20260101000000Z",
            "--end",
            "20380101000000Z");
    assertThat(signed.out()).contains("DS record");
    Peers.require("dnssec-verify").run(folder, "-o", zone, "signed").orFail();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void withoutAKeyBeingNamedAllKeysOfTheZoneSign() throws Exception {
    user.with("OFFLINESIGN_PKCS11", "hsm.cfg");
    for (String role : List.of("KSK", "ZSK")) {
      user.succeed(
          "genkey", "--zone", "smart.example", "--alg", "ecdsap256sha256", "--flags", role);
    }
    Result signed =
        user.succeed(
            "signzone",
            "--zone",
            "smart.example",
            "--input",
            "zone",
            "--output",
            "signed",
            "--smart",
            "--json");
    assertThat(signed.out()).contains("\"KSK\"", "\"ZSK\"");
    String ds = user.succeed("dsset", "--zone", "smart.example", "--format", "bind").out();
    assertThat(Files.readString(folder.resolve("dsset-smart.example")))
        .isEqualToNormalizingWhitespace(ds);
  }

  @Test
  void theWindowsSpellingUsesTheTokenThatTheVariableNames() {
    Result made =
        user.with("OFFLINESIGN_PKCS11", "hsm.cfg")
            .dnscmd(
                "/OfflineSign",
                "/GenKey",
                "/Alg",
                "ecdsap256sha256",
                "/Zone",
                "windows.example",
                "/SSCert",
                "/FriendlyName",
                "windows-key");
    assertThat(made.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(user.succeed("listkeys").out()).contains("windows-key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deletekey some-key                                            | has no trash
          listkeys --trash                                              | has no trash
          exportkey some-key --format pem                               | does not give private keys away
          importkey some.key                                            | makes its keys itself
          settime some-key --inactive now                               | keeps no times
          genkey --zone a.example --publish +1d                         | keeps no times
          rollover status                                               | how far a rollover has come
          rollover plan zsk-prepublish --zone a.example                 | how far a rollover has come
          rollover next zsk-prepublish --zone a.example --input zone --output o | how far a rollover
          rollover abandon --zone a.example                             | how far a rollover has come
          """)
  void whatATokenCannotDoIsRefusedBeforeAnythingIsDone(String line, String why) {
    Result refused = user.with("OFFLINESIGN_PKCS11", "hsm.cfg").run(line.split(" +"));
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("the token of ", why, "--keystore FILE");
  }

  @Test
  void aTokenAndAKeyStoreAreNotUsedTogether() {
    Result both = user.run("listkeys", "--pkcs11", "hsm.cfg", "--keystore", "keys.p12");
    assertThat(both.exitCode()).isEqualTo(ExitCode.USAGE);
    Result twice =
        user.with("OFFLINESIGN_PKCS11", "hsm.cfg")
            .with("OFFLINESIGN_KEYSTORE", "keys.p12")
            .run("listkeys");
    assertThat(twice.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(twice.err()).contains("unset one of them");
    Result named = user.run("listkeys", "--keystore", "keys.p12");
    assertThat(named.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(named.err()).contains("there is no key store");
  }

  @ParameterizedTest
  @CsvSource({
    "missing.cfg, KEYS, there is no PKCS #11 configuration",
    "., ENVIRONMENT, is a folder",
    "zone, KEYS, Unknown keyword"
  })
  void aConfigurationThatIsNoneIsToldFromATokenThatFails(
      String file, ExitCode code, String message) {
    Result refused = user.run("listkeys", "--pkcs11", file);
    assertThat(refused.exitCode()).isEqualTo(code);
    assertThat(refused.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "slot = 2147483647, no slot of that number",
    "slotListIndex = 2147483647, slotListIndex is 2147483647",
  })
  void aSlotThatIsNotThereIsToldWithTheWayToFindOne(String slot, String message) throws Exception {
    SoftToken.require().configure(folder.resolve("other.cfg"), slot);
    Result refused = user.run("listkeys", "--pkcs11", "other.cfg");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err()).contains(message, "--list-slots");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/libhsm.so", "zone"})
  void aLibraryThatIsNoneIsNamed(String library) throws Exception {
    Path file = folder.resolve(library);
    Files.writeString(folder.resolve("other.cfg"), "name = other\nlibrary = " + file + "\n");
    Result refused = user.run("listkeys", "--pkcs11", "other.cfg");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err()).contains(file.toString(), "leads to no PKCS #11 token");
  }

  @Test
  void thePinIsAskedForWhereThereIsAConsole() throws Exception {
    CommandLineUser asked = new CommandLineUser(folder).answering(SoftToken.PIN);
    asked.succeed("listkeys", "--pkcs11", "hsm.cfg");
    assertThat(asked.questions()).singleElement().asString().startsWith("PIN for the token of ");
    Result alone = new CommandLineUser(folder).run("listkeys", "--pkcs11", "hsm.cfg");
    assertThat(alone.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(alone.err()).contains("needs a PIN", "--password-file FILE");
  }

  @Test
  void noOutputTakesThePlaceOfTheConfiguration() throws Exception {
    String before = Files.readString(folder.resolve("hsm.cfg"));
    Result refused =
        user.run(
            "signzone",
            "--pkcs11",
            "hsm.cfg",
            "--zone",
            "rsa.example",
            "--input",
            "zone",
            "--output",
            "hsm.cfg",
            "--smart");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("hsm.cfg")).hasContent(before);
  }
}
