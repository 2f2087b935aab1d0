package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;

class MistypedPasswordTest {
  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void prepare() {
    user = new CommandLineUser(folder).with("OFFLINESIGN_AUDIT", "audit.log");
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("audit.log"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--password hunter2",
        "--pasword hunter2",
        "--pwd=hunter2",
        "--pw hunter2",
        "--password:hunter2",
        "--pasword:hunter2",
        "--passwordhunter2",
        "--pasword=correct hunter2",
        "--pasword --pwd hunter2",
        "--pasword -hunter2",
        "--json --kennwort hunter2",
        "--kennwort -- hunter2",
        "-k hunter2",
        "-phunter2",
        "-khunter2",
        "-Phunter2",
        "-p=hunter2",
        "-p:hunter2",
        "-p hunter2",
        "--pasword=hunter2",
        "--paswordhunter2",
        "--password-hunter2",
        "--storepasshunter2",
        "--pinhunter2",
        "--json=hunter2"
      })
  void aPasswordBehindAnOptionThatIsNotKnownIsNeitherKeptNorRepeated(String typed)
      throws IOException {
    assertKeptFromAll(
        "genkey --zone example. " + typed + " --alg ed25519",
        "importkey key.pem " + typed,
        "rollover plan " + typed,
        "gnekey " + typed);
  }

  /** A command that takes files takes them for files. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/password:hunter2",
        "/pasword:hunter2",
        "/Pwd=hunter2",
        "/p:hunter2",
        "\u2014\u2014password hunter2",
        "\u2013phunter2",
        "password=hunter2",
        "pass:hunter2"
      })
  void neitherIsOneBehindTheOptionOfAnotherProgram(String typed) throws IOException {
    assertKeptFromAll(
        "genkey --zone example. " + typed + " --alg ed25519",
        "rollover plan zsk-prepublish " + typed,
        "gnekey " + typed);
  }

  private void assertKeptFromAll(String... lines) throws IOException {
    for (String line : lines) {
      CommandLineUser.Result result = user.run(line.split(" "));
      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err()).doesNotContain("hunter2");
    }
    assertThat(log()).doesNotContain("hunter2").contains("(hidden)");
    assertThat(log()).contains("\"genkey\",\"--zone\",\"example.\",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Pasword hunter2",
        "/Pwd:hunter2",
        "/Kennwort:hunter2",
        "/Kennwort=hunter2",
        "-pasword hunter2",
        "/Zone /Pasword hunter2",
        "/password:hunter2",
        "/phunter2",
        "-phunter2",
        "-p:hunter2",
        "--pasword=hunter2",
        "/Paswordhunter2",
        "/Password-hunter2",
        "password=hunter2",
        "/SSCert=hunter2",
        "/Zone /phunter2",
        "/Zone /Pasword:hunter2"
      })
  void neitherIsOneInTheSpellingOfDnscmd(String typed) throws IOException {
    String line = "/OfflineSign /GenKey /Alg ECDSAP256SHA256 /FriendlyName z " + typed;
    CommandLineUser.Result result = user.dnscmd(line.split(" "));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).doesNotContain("hunter2");
    assertThat(log())
        .doesNotContain("hunter2")
        .contains("(hidden)")
        .contains("\"/GenKey\",\"/Alg\",\"ECDSAP256SHA256\",\"/FriendlyName\",\"z\"");
  }

  /** Whoever forgets the option of another program types its password alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "genkey hunter2",
        "genkey --zone example. hunter2 --json",
        "genkey --json hunter2",
        "genkey --zone example. -- hunter2",
        "rollover plan zsk-prepublish hunter2",
        "checkzone --zone example. zone hunter2",
        "deletekey key hunter2"
      })
  void neitherIsAWordThatTheCommandHasNoUseFor(String line) throws IOException {
    CommandLineUser.Result result = user.run(line.split(" "));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).doesNotContain("hunter2").contains("may be a password");
    assertThat(log()).doesNotContain("hunter2").contains("(hidden)");
  }

  /** Whoever forgets the command, too, types it in the place of its name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2 | the first word is no command",
        "hunter2 --zone example. | the first word is no command",
        "rollover hunter2 | the word behind rollover makes no command of it",
        "signzonehunter2 | the first word is no command",
        "hunter | the first word is no command",
        "rollover hunter | the word behind rollover makes no command of it",
        "hunter --json hunter2 | the first word is no command"
      })
  void neitherIsAWordInThePlaceOfACommand(String lineAndError) throws IOException {
    String[] parts = lineAndError.split(" \\| ", 2);
    CommandLineUser.Result result = user.run(parts[0].split(" "));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .doesNotContain("hunter")
        .startsWith("error: " + parts[1] + "\n")
        .contains("\n  it is not repeated, because it may be a password\n");
    assertThat(log()).doesNotContain("hunter").contains("(hidden)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sginzone | signzone",
        "sign-zone | signzone",
        "rolover | rollover",
        "rollover paln | rollover plan"
      })
  void aSlipOfACommandIsToldAndKeptButNoWordBehindIt(String slipAndName) throws IOException {
    String[] parts = slipAndName.split(" \\| ", 2);
    CommandLineUser.Result result = user.run((parts[0] + " hunter2").split(" "));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .startsWith("error: there is no command '" + parts[0] + "'\n  did you mean " + parts[1])
        .doesNotContain("password", "hunter2");
    assertThat(log())
        .contains("\"offlinesign\",\"" + parts[0].replace(" ", "\",\"") + "\",\"(hidden)\"")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "/OfflineSign hunter2",
        "hunter2 /OfflineSign /GenKey",
        "localhost hunter2",
        "/OfflineSign /GenKey hunter2",
        "/OfflineSign /GenKey /Zone example. hunter2",
        "/OfflineSign /GenKey /SSCert hunter2",
        "/OfflineSign /SignZone /StartEnd 1 2 hunter2"
      })
  void norInTheSpellingOfDnscmd(String typed) throws IOException {
    CommandLineUser.Result result = user.dnscmd(typed.split(" "));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).doesNotContain("hunter2");
    assertThat(log()).doesNotContain("hunter2").contains("(hidden)");
  }

  @Test
  void everyWordOfALineThatIsUnderstoodIsKept() throws IOException {
    user.run(
        "genkey",
        "--zone=example.",
        "--activate",
        "-1d",
        "--friendlyname",
        "z",
        "--json",
        "--password-file",
        "/etc/passwd",
        "--alg",
        "ed25519");
    assertThat(log())
        .contains(
            "\"--zone=example.\",\"--activate\",\"-1d\",\"--friendlyname\",\"z\",\"--json\","
                + "\"--password-file\",\"/etc/passwd\",\"--alg\",\"ed25519\"]");
    user.run("checkzone", "--zone", "example.", "/no/zone");
    assertThat(log()).contains("\"example.\",\"/no/zone\"]");
    user.run("checkzone", "--zone", "example.", "--", "-k");
    assertThat(log()).contains("\"example.\",\"--\",\"-k\"]");
    user.run("rollover", "plan", "zsk-prepublish", "--zone", "example.");
    assertThat(log()).contains("\"rollover\",\"plan\",\"zsk-prepublish\",\"--zone\"");
    user.run("importkey", "a", "b", "c");
    assertThat(log()).contains("\"a\",\"b\",\"c\"]");
    user.dnscmd("/OfflineSign", "/SignZone", "/Input", "/zone", "/Output", "/x", "/zone", "a");
    assertThat(log()).contains("\"/Input\",\"/zone\",\"/Output\",\"/x\",\"/zone\",\"a\"]");
    user.dnscmd(".", "/OfflineSign", "/DeleteKey", "/Cert", "/Serial", "40", "c1", "81");
    assertThat(log())
        .contains(
            "\".\",\"/OfflineSign\",\"/DeleteKey\",\"/Cert\",\"/Serial\",\"40\",\"c1\",\"81\"]");
    user.dnscmd("/OfflineSign", "/SignZone", "/StartEnd", "20260101", "20260201");
    assertThat(log()).contains("\"/StartEnd\",\"20260101\",\"20260201\"]");
  }
}
