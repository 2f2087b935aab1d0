package org.offlinesign.cli.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** The life of a key in the key store: made, listed, exported, deleted, recovered, imported. */
class KeyCommandsTest {
  // The shortest keys that the algorithm has: these tests are not about their strength.
  private static final String[] QUICK = {"--length", "512"};

  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() {
    user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", "secret");
  }

  private Result genkey(String... more) {
    return user.succeed(
        Stream.of(new String[] {"genkey", "--zone", "example.com"}, QUICK, more)
            .flatMap(Stream::of)
            .toArray(String[]::new));
  }

  private static String tagIn(String text) {
    Matcher tag = Pattern.compile("SK (\\d+) of example").matcher(text);
    assertThat(tag.find()).as(text).isTrue();
    return tag.group(1);
  }

  @Test
  void genkeyTellsWhatItMadeAndHowToSelectIt() {
    Result result = genkey("--flags", "KSK", "--friendlyname", "KSK-example.com");
    assertThat(result.out())
        .containsPattern("^Made the KSK \\d+ of example\\.com\\., RSASHA256 with 512 bits\\.\n")
        .containsPattern("\n  friendly name   KSK-example.com\n")
        .containsPattern("\n  serial number   [0-9a-f]{10,}\n")
        .containsPattern(
            "\n  certificate     CN=example\\.com \\d+ RSASHA256 257, valid 2026-03-01 to 2031-03-01")
        .contains("home/MS-DNSSEC.p12")
        .endsWith("select it with  KSK-example.com\n");
    assertThat(user.file("home/MS-DNSSEC.p12")).isRegularFile();
  }

  @Test
  void theDefaultsAreAZskOf2048BitsForRsasha256() {
    Result result = user.succeed("genkey", "--zone", "example.com");
    assertThat(result.out()).contains("Made the ZSK ").contains("RSASHA256 with 2048 bits");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void weakKeysAreMadeWithAWarningThatCitesTheRfc() {
    Result result = genkey("--alg", "rsasha1");
    assertThat(result.err())
        .contains("warning: RSASHA1 must not be used for signing (RFC 9905)")
        .contains("warning: an RSA key of 512 bits can be broken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --length 1000     | a key of 1000 bits is not possible with RSASHA256
          --length 500      | --length takes 512 to 4096 bits in steps of 64
          --alg rsasha512 --length 512 | --length takes 1024 to 4096 bits
          --alg ed25519 --length 512 | all its keys have 256 bits: leave --length out
          --alg ecdsap384sha384 --length 256 | a key of 256 bits is not possible with ECDSAP384SHA384
          --alg md5         | --alg: 'md5' is not an algorithm
          --flags 258       | --flags: '258' is not a role of a key
          --validto 20200101000000 | --validto (2020-01-01T00:00:00Z) is not after
          --publish +2d --activate +1d | lies before --publish
          --friendlyname=   | cannot be the friendly name
          --activate soon   | --activate: 'soon' is not a time
          """)
  void whatCannotBeMadeIsRefusedWithWhatCan(String options, String message) {
    Result result = user.run(("genkey --zone example.com " + options).split(" ", -1));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).startsWith("error: ").contains(message);
    assertThat(user.file("home")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "ecdsap256sha256, ECDSAP256SHA256, 256",
    "14, ECDSAP384SHA384, 384",
    "ED25519, ED25519, 256",
    "ed448, ED448, 456"
  })
  void keysOfCurvesHaveOneLength(String option, String name, int bits) {
    Result result = user.succeed("genkey", "--zone", "example.com", "--alg", option);
    assertThat(result.out()).contains("%s with %d bits".formatted(name, bits));
    assertThat(result.err()).isEmpty();
    user.succeed(
        "genkey", "--zone", "example.com", "--alg", option, "--length", String.valueOf(bits));
    assertThat(user.succeed("listkeys").out()).contains(name, String.valueOf(bits));
  }

  @Test
  void theSecondKeyOfANameIsMadeWithAWarningAndThenNeedsMoreToSelectIt() {
    genkey("--friendlyname", "twin");
    assertThat(genkey("--friendlyname", "twin").err()).contains("another key is called 'twin' too");
    Result result = user.run("deletekey", "twin");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("2 keys match").contains("serial");
    String shown = result.err().replaceAll("(?s).*such as (\\S+):\n.*", "$1");
    assertThat(shown).startsWith("twin,tag:");
    user.succeed("deletekey", shown);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whereNoFileCanBeMadeTheFolderIsNamed() {
    // Not even root makes files there.
    Result result =
        user.run("genkey", "--zone", "example.com", "--keystore", "/sys/kernel/keys.p12");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.err())
        .startsWith("error: /sys/kernel: the lock of the key store, keys.p12.lock, cannot be")
        .contains("\n  name a");
  }

  @Test
  void theSelectorThatIsShownFitsOneKeyAlone() {
    genkey("--friendlyname", "twin");
    String out = genkey("--friendlyname", "Twin").out();
    String selector = "Twin,tag:" + tagIn(out) + ",zone:";
    assertThat(out).contains("select it with  " + selector);
    String shown = out.substring(out.indexOf(selector)).lines().findFirst().orElseThrow();
    assertThat(user.succeed("deletekey", shown).out()).contains("--from-trash Twin\n");
  }

  @Test
  void listkeysShowsATableOfWhatTellsKeysApart() {
    String tag = tagIn(genkey("--flags", "KSK", "--friendlyname", "K1").out());
    genkey("--publish", "+1d", "--activate", "+8d");
    List<String> lines = user.succeed("listkeys").out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("ZONE ").endsWith("DATES");
    assertThat(lines.get(1)).containsPattern("example\\.com\\. +K1 +KSK +RSASHA256 +512 +" + tag);
    assertThat(lines.get(2))
        .containsPattern(
            " - +ZSK .* future .*publish 2026-03-02 12:00 UTC activate 2026-03-09 12:00 UTC$");
  }

  @Test
  void listkeysKnowsJsonAndZones() {
    genkey("--friendlyname", "K1", "--activate", "now");
    user.succeed("genkey", "--zone", "example.org", "--length", "512");
    assertThat(user.succeed("listkeys", "--zone", "EXAMPLE.com", "--json").out())
        .startsWith("[\n  {\n    \"zone\" : \"example.com.\",\n    \"role\" : \"ZSK\",")
        .contains("\"friendlyName\" : \"K1\"")
        .contains("\"algorithmNumber\" : 8,")
        .contains("\"state\" : \"active\"")
        .contains("\"activate\" : \"2026-03-01T12:00:00Z\"")
        .doesNotContain("example.org");
    Result none = user.succeed("listkeys", "--zone", "example.net");
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("no keys in ").contains("example.net.");
  }

  @Test
  void aDeletedKeyCanBeRecoveredForThirtyDays() {
    String tag = tagIn(genkey("--friendlyname", "K1").out());
    assertThat(user.succeed("deletekey", "K1").out())
        .contains("until 2026-03-31 it can be recovered: offlinesign importkey --from-trash K1");
    assertThat(user.succeed("listkeys").err()).contains("no keys");
    assertThat(user.succeed("listkeys", "--trash").out())
        .contains(" " + tag + "  deleted  ")
        .contains("recoverable until 2026-03-31 12:00");
    assertThat(user.succeed("listkeys", "--trash", "--json").out())
        .contains("\"state\" : \"deleted\"")
        .contains("\"recoverableUntil\" : \"2026-03-31T12:00:00Z\"");
    assertThat(user.succeed("importkey", "--from-trash", "K1").out()).contains("Recovered the ZSK");
    assertThat(user.succeed("listkeys").out()).contains(" " + tag + " ");

    user.succeed("deletekey", "tag:" + tag);
    user.at(CommandLineUser.NOW.plus(Duration.ofDays(31)), java.time.ZoneOffset.UTC);
    Result late = user.run("importkey", "--from-trash", "K1");
    assertThat(late.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(late.err()).contains("listkeys --trash");
  }

  @Test
  void aKeyThatItsTimingPutsToUseIsDeletedByForceAlone() {
    genkey("--friendlyname", "K1", "--activate", "-1d", "--delete", "+10d");
    Result refused = user.run("deletekey", "K1");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err())
        .contains("the key is in use: 'K1'")
        .contains("it is active, and leaves the zone on 2026-03-11T12:00:00Z")
        .contains("--force");
    user.succeed("deletekey", "K1", "--force");
  }

  @Test
  void keysTravelToBindAndBack() throws IOException {
    String tag = tagIn(genkey("--friendlyname", "K1", "--activate", "+1d").out());
    String base = "Kexample.com.+008+" + String.format("%05d", Integer.valueOf(tag));
    assertThat(user.succeed("exportkey", "K1", "--output", "bind").out())
        .contains(base + ".key")
        .contains(base + ".private");
    assertThat(Files.readString(user.file("bind/" + base + ".private")))
        .startsWith("Private-key-format: v1.3\n")
        .contains("Activate: 20260302120000");

    user.with("OFFLINESIGN_KEYSTORE", "other.p12");
    user.succeed("importkey", "--friendlyname", "again", "bind/" + base + ".private");
    assertThat(user.succeed("listkeys").out()).contains(" again ").contains(" " + tag + " ");
    assertThat(user.run("importkey", "bind/" + base + ".key").err()).contains("this key already");
  }

  @Test
  void filesOfBindAreNotOverwrittenEither() throws IOException {
    genkey("--friendlyname", "K1");
    List<String> files = user.succeed("exportkey", "K1").out().lines().toList();
    Result same = user.succeed("exportkey", "K1");
    assertThat(same.out().lines()).containsExactlyElementsOf(files);
    assertThat(same.err()).contains(files.get(1) + " is there already and says the same");

    byte[] before = (Files.readString(Path.of(files.get(1))) + "\n").getBytes(US_ASCII);
    Files.write(Path.of(files.get(1)), before);
    Result refused = user.run("exportkey", "K1");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(refused.err())
        .contains(files.get(1) + " exists, and is not overwritten with keys: it holds something")
        .contains("move the file away: it may be the only copy of a key");
    assertThat(Path.of(files.get(1))).hasBinaryContent(before);
  }

  @Test
  void keysAreExportedAsPemForTheirOwnerAlone() throws IOException {
    genkey("--friendlyname", "K1");
    user.succeed("exportkey", "K1", "--format", "pem", "--output", "k.pem");
    assertThat(Files.readString(user.file("k.pem")))
        .startsWith("-----BEGIN PRIVATE KEY-----\n")
        .endsWith("-----END PRIVATE KEY-----\n");
    assertThat(Files.getPosixFilePermissions(user.file("k.pem")))
        .map(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    Result again = user.run("exportkey", "K1", "--format", "pem", "--output", "k.pem");
    assertThat(again.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(again.err()).contains("k.pem exists, and is not overwritten");
  }

  @Test
  void keysAreExportedAsAKeyStoreWithAPasswordOfItsOwn() throws IOException {
    genkey("--friendlyname", "K1");
    Files.writeString(user.file("pass"), "travel\n");
    user.succeed(
        "exportkey",
        "K1",
        "--format",
        "pkcs12",
        "--output",
        "b.p12",
        "--export-password-file",
        "pass");
    assertThat(user.succeed("listkeys", "--keystore", "b.p12", "--password-file", "pass").out())
        .contains(" K1 ");
    assertThat(user.run("listkeys", "--keystore", "b.p12").exitCode()).isEqualTo(ExitCode.KEYS);
  }

  @Test
  void aMissingKeyStoreIsMadeByGenkeyAndImportkeyAlone() {
    for (String[] line : new String[][] {{"listkeys"}, {"deletekey", "K1"}, {"exportkey", "K1"}}) {
      Result result = user.run(line);
      assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
      assertThat(result.err()).contains("there is no key store").contains("genkey");
    }
    assertThat(user.file("home")).doesNotExist();
  }

  @Test
  void aKeyThatIsNotThereIsRefusedWithAListOfThoseThatAre() {
    genkey("--friendlyname", "K1");
    Result result = user.run("exportkey", "K2");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("no key matches friendly name 'K2'").contains("'K1' tag ");
  }

  @Test
  void importkeyWithoutFilesSaysWhatItTakes() {
    assertThat(user.run("importkey").err()).contains("no key file is named");
    assertThat(user.run("importkey", "--friendlyname", "a", "x", "y").err())
        .contains("--friendlyname is for one key, but 2 are named");
    Result missing = user.run("importkey", "Kexample.com.+008+00001.private");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(missing.err())
        .contains("there is no file or folder Kexample.com.+008+00001.private");
  }

  @Test
  void aPublicKeyAloneCannotBeImported() throws IOException {
    genkey("--friendlyname", "K1");
    List<String> files = user.succeed("exportkey", "K1").out().lines().toList();
    Files.delete(Path.of(files.get(1)));
    Result result = user.run("importkey", files.get(0));
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("the key cannot be imported").contains("it is missing");
  }
}
