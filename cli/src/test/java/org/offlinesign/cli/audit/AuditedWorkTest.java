package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.console.ExitCode;

/** What the log tells of the keys and files of commands, held against what they did. */
class AuditedWorkTest extends AuditFixture {
  @Test
  void aCommandIsToldBeforeAndAfterWithKeysAndFiles() throws Exception {
    Map<String, Object> made =
        audit.audited("genkey", "--zone", "example.", "--alg", "ed25519", "--friendlyname", "ZSK");
    assertThat(made).containsEntry("zone", "example.").containsKeys("user", "host", "pid", "time");
    assertThat(AuditedUser.list(made, "keys").get(0))
        .containsEntry("name", "ZSK")
        .containsEntry("algorithm", "ED25519")
        .containsEntry("role", "ZSK")
        .containsEntry("use", "made")
        .containsKey("tag");
    assertThat(audit.lines()).hasSize(2);
    assertThat(audit.lines().get(0))
        .containsEntry("event", "begin")
        .containsEntry("run", made.get("run"));
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void everythingThatIsSignedWithAndReadAndWrittenIsTold() throws Exception {
    audit.genkey("KSK");
    audit.genkey("ZSK");
    Files.writeString(folder.resolve("part"), "www A 192.0.2.3\n");
    Files.writeString(folder.resolve("zone"), AuditedUser.ZONE + "$INCLUDE part\n");
    Files.writeString(
        folder.resolve("dsset-child.example"),
        "child.example. DS 1 13 2 " + "AB".repeat(32) + "\n");
    Map<String, Object> line = audit.audited(AuditedUser.signing("signed"));
    assertThat(audit.files(line, "inputs"))
        .containsEntry(folder.resolve("zone"), AuditedUser.sha256(folder.resolve("zone")))
        .containsEntry(folder.resolve("part"), AuditedUser.sha256(folder.resolve("part")))
        .containsEntry(
            folder.resolve("dsset-child.example"),
            AuditedUser.sha256(folder.resolve("dsset-child.example")))
        .containsEntry(
            folder.resolve("home/MS-DNSSEC.p12"),
            AuditedUser.sha256(folder.resolve("home/MS-DNSSEC.p12")))
        .hasSize(4);
    assertThat(audit.files(line, "outputs"))
        .containsOnlyKeys(
            folder.resolve("signed"),
            folder.resolve("dsset-example"),
            folder.resolve("keyset-example"));
    assertThat(AuditedUser.list(line, "keys"))
        .extracting(key -> key.get("name") + " " + key.get("use"))
        .containsExactly("KSK signs", "ZSK signs");
    assertThat(AuditedUser.list(line, "inputs").toString()).contains("octets=");
  }

  @Test
  void aFormerOutputThatSignaturesAreTakenFromIsTold() throws Exception {
    audit.genkey("KSK");
    audit.genkey("ZSK");
    user.succeed(AuditedUser.signing("signed"));
    String former = AuditedUser.sha256(folder.resolve("signed"));
    Map<String, Object> line =
        audit.audited(
            Stream.concat(
                    Stream.of(AuditedUser.signing("signed")),
                    Stream.of("--keep-until", "1d", "--previous", "signed"))
                .toArray(String[]::new));
    assertThat(audit.files(line, "inputs")).containsEntry(folder.resolve("signed"), former);
  }

  /** Runs a command that is given in one text. */
  private Map<String, Object> audited(String line) throws Exception {
    return audit.audited(line.split(" "));
  }

  @Test
  void everyCommandThatChangesKeysIsTold() throws Exception {
    audit.genkey("ZSK");
    assertUse(audited("settime ZSK --inactive +30d --force"), "changed");
    assertUse(audited("exportkey ZSK --output keys"), "exported");
    assertUse(audited("exportkey ZSK --format pem --output key.pem"), "exported");
    assertUse(audited("deletekey ZSK --force"), "deleted");
    assertUse(audited("importkey --from-trash ZSK"), "recovered");
    audited("deletekey ZSK --force");
    Map<String, Object> imported = audit.audited("importkey", privateKeyFile());
    assertUse(imported, "imported");
    assertThat(audit.files(imported, "inputs")).hasSize(3);
    assertUse(audit.audited("settime", privateKeyName(), "--inactive", "none"), "changed");
    assertUse(audit.audited("deletekey", privateKeyName(), "--force"), "deleted");
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void everyCommandThatReadsOrWritesAZoneIsTold() throws Exception {
    audit.genkey("KSK");
    audit.genkey("ZSK");
    audit.audited(AuditedUser.signing("signed"));
    Files.createDirectory(folder.resolve("sets"));
    audited("dsset --zone example. --keysetdir sets");
    audited("trustanchor --zone example. --from signed --output anchor");
    audited("unsignzone --input signed --output unsigned --zone example.");
    assertUse(
        audited("addkey --input zone --output added --zone example. --addkey KSK"), "published");
    audited("checkzone --zone example. zone");
    audited("verifyzone --zone example. --input signed");
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void everyStepOfARolloverIsTold() throws Exception {
    audit.genkey("KSK");
    audit.genkey("ZSK");
    audit.audited(AuditedUser.signing("signed"));
    String zone = " zsk-prepublish --zone example. --input zone --output signed";
    audited("rollover plan" + zone + " --ics plan.ics");
    assertThat(AuditedUser.list(audited("rollover next" + zone), "keys"))
        .extracting(key -> key.get("use"))
        .contains("made", "signs", "changed", "published");
    assertUse(
        audit.audited("rollover", "abandon", "--zone", "example.", "--force", "a test"), "changed");
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
  }

  private String privateKeyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      return files
          .filter(file -> file.toString().endsWith(".private"))
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }

  private String privateKeyName() throws IOException {
    String name = Path.of(privateKeyFile()).getFileName().toString();
    return name.substring(0, name.length() - ".private".length());
  }

  private static void assertUse(Map<String, Object> line, String use) {
    assertThat(AuditedUser.list(line, "keys"))
        .extracting(key -> key.get("use"))
        .isNotEmpty()
        .containsOnly(use);
  }

  @Test
  void aZoneForStdoutIsToldAsThat() throws Exception {
    audit.genkey("KSK");
    audit.genkey("ZSK");
    user.typingIn(AuditedUser.ZONE);
    String[] words = AuditedUser.signing("-");
    words[2] = "-";
    user.succeed(words);
    assertThat(AuditedUser.list(audit.lastLine(), "outputs"))
        .extracting(file -> file.get("file"))
        .contains("<stdout>")
        .hasSize(3);
    assertThat(AuditedUser.list(audit.lastLine(), "inputs"))
        .extracting(file -> file.get("file"))
        .contains("<stdin>");
  }
}
