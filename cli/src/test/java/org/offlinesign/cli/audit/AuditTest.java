package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;

class AuditTest {
  private static final String ZONE =
      """
      $TTL 3600
      @ SOA ns hostmaster 1 7200 3600 1209600 3600
      @ NS ns
      ns A 192.0.2.1
      child NS ns.child
      ns.child A 192.0.2.2
      """;

  private static final String LOG = "audit.log";

  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(folder.resolve("password"), "correct horse\n");
    Files.writeString(folder.resolve("zone"), ZONE);
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD_FILE", folder.resolve("password").toString())
            .with("OFFLINESIGN_AUDIT", LOG);
  }

  private List<Map<String, Object>> lines() throws IOException {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(LOG))) {
      lines.add(JSON.std.mapFrom(line));
    }
    return lines;
  }

  private Map<String, Object> lastLine() throws IOException {
    List<Map<String, Object>> lines = lines();
    return lines.get(lines.size() - 1);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> line, String name) {
    return (List<Map<String, Object>>) line.get(name);
  }

  /** Returns the files of a line with the digests that are told of them. */
  private Map<Path, String> files(Map<String, Object> line, String name) {
    Map<Path, String> files = new TreeMap<>();
    for (Map<String, Object> file : list(line, name)) {
      files.put(
          folder.resolve(file.get("file").toString()).normalize(),
          String.valueOf(file.get("sha256")));
    }
    return files;
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  /** Returns the digest of every file that a command is to have written. */
  private Map<Path, String> filesOnDisk() throws Exception {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals(LOG) && !name.endsWith(".lock") && !name.endsWith(".bak")) {
          files.put(file, sha256(file));
        }
      }
    }
    return files;
  }

  /** Runs a command, and holds what its last line says it wrote against what is on the disk. */
  private Map<String, Object> audited(String... words) throws Exception {
    Map<Path, String> before = filesOnDisk();
    user.succeed(words);
    Map<Path, String> changed = filesOnDisk();
    changed.entrySet().removeIf(file -> file.getValue().equals(before.get(file.getKey())));
    Map<String, Object> line = lastLine();
    assertThat(files(line, "outputs")).isEqualTo(changed);
    assertThat(line).containsEntry("event", "end").containsEntry("exitCode", 0);
    return line;
  }

  private void genkey(String role) {
    user.succeed(
        "genkey",
        "--zone",
        "example.",
        "--alg",
        "ecdsap256sha256",
        "--flags",
        role,
        "--friendlyname",
        role);
  }

  private static String[] signing(String output) {
    return new String[] {
      "signzone",
      "--input",
      "zone",
      "--output",
      output,
      "--zone",
      "example.",
      "--signkey",
      "KSK",
      "--signkey",
      "ZSK"
    };
  }

  private ExitCode verify(String... more) {
    return user.run(
            Stream.concat(Stream.of("verifyaudit", LOG), Stream.of(more)).toArray(String[]::new))
        .exitCode();
  }

  private String head() {
    String out = user.succeed("verifyaudit", LOG).out();
    return out.substring(out.indexOf("head ") + 5).strip();
  }

  @Test
  void aCommandIsToldBeforeAndAfterWithKeysAndFiles() throws Exception {
    Map<String, Object> made =
        audited("genkey", "--zone", "example.", "--alg", "ed25519", "--friendlyname", "ZSK");
    assertThat(made).containsEntry("zone", "example.").containsKeys("user", "host", "pid", "time");
    assertThat(list(made, "keys").get(0))
        .containsEntry("name", "ZSK")
        .containsEntry("algorithm", "ED25519")
        .containsEntry("role", "ZSK")
        .containsEntry("use", "made")
        .containsKey("tag");
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0))
        .containsEntry("event", "begin")
        .containsEntry("run", made.get("run"));
    assertThat(verify()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void everythingThatIsSignedWithAndReadAndWrittenIsTold() throws Exception {
    genkey("KSK");
    genkey("ZSK");
    Files.writeString(folder.resolve("part"), "www A 192.0.2.3\n");
    Files.writeString(folder.resolve("zone"), ZONE + "$INCLUDE part\n");
    Files.writeString(
        folder.resolve("dsset-child.example"),
        "child.example. DS 1 13 2 " + "AB".repeat(32) + "\n");
    Map<String, Object> line = audited(signing("signed"));
    assertThat(files(line, "inputs"))
        .containsEntry(folder.resolve("zone"), sha256(folder.resolve("zone")))
        .containsEntry(folder.resolve("part"), sha256(folder.resolve("part")))
        .containsEntry(
            folder.resolve("dsset-child.example"), sha256(folder.resolve("dsset-child.example")))
        .containsEntry(
            folder.resolve("home/MS-DNSSEC.p12"), sha256(folder.resolve("home/MS-DNSSEC.p12")))
        .hasSize(4);
    assertThat(files(line, "outputs"))
        .containsOnlyKeys(
            folder.resolve("signed"),
            folder.resolve("dsset-example"),
            folder.resolve("keyset-example"));
    assertThat(list(line, "keys"))
        .extracting(key -> key.get("name") + " " + key.get("use"))
        .containsExactly("KSK signs", "ZSK signs");
    assertThat(list(line, "inputs").toString()).contains("octets=");
  }

  @Test
  void aFormerOutputThatSignaturesAreTakenFromIsTold() throws Exception {
    genkey("KSK");
    genkey("ZSK");
    user.succeed(signing("signed"));
    String former = sha256(folder.resolve("signed"));
    Map<String, Object> line =
        audited(
            Stream.concat(
                    Stream.of(signing("signed")),
                    Stream.of("--keep-until", "1d", "--previous", "signed"))
                .toArray(String[]::new));
    assertThat(files(line, "inputs")).containsEntry(folder.resolve("signed"), former);
  }

  @Test
  void everyCommandThatChangesSomethingIsTold() throws Exception {
    genkey("KSK");
    genkey("ZSK");
    assertUse(audited("settime", "ZSK", "--inactive", "+30d", "--force"), "changed");
    assertUse(audited("exportkey", "ZSK", "--output", "keys"), "exported");
    assertUse(audited("exportkey", "ZSK", "--format", "pem", "--output", "key.pem"), "exported");
    assertUse(audited("deletekey", "ZSK", "--force"), "deleted");
    assertUse(audited("importkey", "--from-trash", "ZSK"), "recovered");
    audited("deletekey", "ZSK", "--force");
    Map<String, Object> imported = audited("importkey", privateKeyFile());
    assertUse(imported, "imported");
    assertThat(files(imported, "inputs")).hasSize(3);
    user.succeed("settime", privateKeyName(), "--inactive", "none");
    user.succeed("deletekey", privateKeyName(), "--force");
    genkey("ZSK");
    audited(signing("signed"));
    audited(
        "dsset",
        "--zone",
        "example.",
        "--keysetdir",
        Files.createDirectory(folder.resolve("sets")).toString());
    audited("trustanchor", "--zone", "example.", "--from", "signed", "--output", "anchor");
    audited("unsignzone", "--input", "signed", "--output", "unsigned", "--zone", "example.");
    Map<String, Object> added =
        audited(
            "addkey",
            "--input",
            "zone",
            "--output",
            "added",
            "--zone",
            "example.",
            "--addkey",
            "KSK");
    assertUse(added, "published");
    audited(
        "rollover",
        "plan",
        "zsk-prepublish",
        "--zone",
        "example.",
        "--input",
        "zone",
        "--output",
        "signed",
        "--ics",
        "plan.ics");
    Map<String, Object> step =
        audited(
            "rollover",
            "next",
            "zsk-prepublish",
            "--zone",
            "example.",
            "--input",
            "zone",
            "--output",
            "signed");
    assertThat(list(step, "keys"))
        .extracting(key -> key.get("use"))
        .contains("made", "signs", "changed", "published");
    assertUse(audited("rollover", "abandon", "--zone", "example.", "--force", "a test"), "changed");
    audited("checkzone", "--zone", "example.", "zone");
    audited("verifyzone", "--zone", "example.", "--input", "signed");
    assertThat(verify()).isEqualTo(ExitCode.DONE);
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
    assertThat(list(line, "keys")).extracting(key -> key.get("use")).isNotEmpty().containsOnly(use);
  }

  @Test
  void aZoneForStdoutIsToldAsThat() throws Exception {
    genkey("KSK");
    genkey("ZSK");
    user.typingIn(ZONE);
    String[] words = signing("-");
    words[2] = "-";
    user.succeed(words);
    assertThat(list(lastLine(), "outputs"))
        .extracting(file -> file.get("file"))
        .contains("<stdout>")
        .hasSize(3);
    assertThat(list(lastLine(), "inputs")).extracting(file -> file.get("file")).contains("<stdin>");
  }

  @Test
  void failuresAreToldToo() throws Exception {
    assertThat(user.run(signing("signed")).exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(lastLine()).containsEntry("exitCode", 3);
    assertThat(lastLine().get("error").toString()).startsWith("there is no key store");
    assertThat(user.run("signzone", "--inptu", "zone").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(lastLine()).containsEntry("exitCode", 2).containsKey("error");
    assertThat(user.run("sginzone").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(lastLine()).containsEntry("exitCode", 2);
    assertThat(lines()).hasSize(6);
    assertThat(verify()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theOptionGoesBeforeTheVariableAndIsHeardOnALineThatIsRefused() throws Exception {
    user.run("genkey", "--audit=other.log", "--nonsense");
    assertThat(folder.resolve(LOG)).doesNotExist();
    assertThat(Files.readAllLines(folder.resolve("other.log"))).hasSize(2);
    user.succeed("checkzone", "--zone", "example.", "zone", "--audit", "other.log");
    assertThat(Files.readAllLines(folder.resolve("other.log"))).hasSize(4);
  }

  @Test
  void helpAndChecksOfTheLogLeaveNoLines() throws Exception {
    user.succeed("--help");
    user.succeed("signzone", "--help");
    user.succeed("version");
    user.dnscmd("/OfflineSign", "/?");
    assertThat(folder.resolve(LOG)).doesNotExist();
    genkey("ZSK");
    String head = head();
    assertThat(head()).isEqualTo(head);
  }

  @Test
  void linesInTheSpellingOfDnscmdAreToldAsTyped() throws Exception {
    user.dnscmd("/OfflineSign", "/DeleteKey", "/Cert", "/FriendlyName", "ZSK");
    assertThat(lastLine().get("command").toString())
        .startsWith("[dnscmd, /OfflineSign, /DeleteKey");
    assertThat(lastLine()).containsEntry("exitCode", 3);
  }

  @Test
  void nothingIsDoneWhereTheLogCannotBeWritten() throws Exception {
    Files.writeString(folder.resolve(LOG), "example. NS ns\n");
    CommandLineUser.Result result = user.run("genkey", "--zone", "example.");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.err()).contains("the audit log").contains("nothing was done");
    assertThat(folder.resolve("home")).doesNotExist();
    assertThat(user.run("genkey", "--zone", "example.", "--audit", "none/audit.log").exitCode())
        .isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(user.run("genkey", "--zone", "example.", "--audit", "-").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void eachLineOfABatchIsToldByItself() throws Exception {
    Files.writeString(
        folder.resolve("lines"),
        """
        genkey --zone a.example --alg ed25519 --friendlyname a
        genkey --zone b.example --alg ed25519 --friendlyname b
        genkey --zone c.example --alg ed25519 --friendlyname c
        checkzone --zone example. zone
        deletekey nothing
        """);
    assertThat(user.run("batch", "lines", "--jobs", "4").exitCode()).isEqualTo(ExitCode.KEYS);
    List<Map<String, Object>> lines = lines();
    assertThat(lines).hasSize(12);
    Object batch = lines.get(0).get("run");
    assertThat(lines.subList(1, 11))
        .allSatisfy(line -> assertThat(line).containsEntry("batch", batch));
    assertThat(files(lines.get(11), "inputs")).containsOnlyKeys(folder.resolve("lines"));
    assertThat(lines)
        .filteredOn(line -> Integer.valueOf(3).equals(line.get("exitCode")))
        .hasSize(2);
    assertThat(verify()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void noPasswordIsKept() throws Exception {
    user.run("genkey", "--zone", "example.", "--password", "hunter2", "--pin=hunter2");
    user.dnscmd("/OfflineSign", "/GenKey", "/Password", "hunter2");
    genkey("ZSK");
    assertThat(Files.readString(folder.resolve(LOG)))
        .doesNotContain("hunter2")
        .doesNotContain("correct horse")
        .contains("(hidden)");
  }

  @Test
  void verifyauditNamesTheFirstPlaceThatWasChanged() throws Exception {
    genkey("KSK");
    genkey("ZSK");
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(LOG)));
    String head = head();
    Collections.swap(lines, 1, 2);
    Files.write(folder.resolve(LOG), lines);
    CommandLineUser.Result result = user.run("verifyaudit", LOG);
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains(LOG + ":2: line 2 is missing before this one");
    Collections.swap(lines, 1, 2);
    Files.write(folder.resolve(LOG), lines);
    assertThat(verify("--expect", head)).isEqualTo(ExitCode.DONE);
    Files.write(folder.resolve(LOG), lines.subList(0, 3));
    assertThat(verify()).isEqualTo(ExitCode.DONE);
    assertThat(user.run("verifyaudit", LOG).err()).contains("the command of line 3, begun at");
    assertThat(verify("--expect", head)).isEqualTo(ExitCode.ZONE);
    assertThat(verify("--expect", "1234")).isEqualTo(ExitCode.USAGE);
    assertThat(user.run("verifyaudit", "none").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    Map<String, Object> json = JSON.std.mapFrom(user.run("verifyaudit", LOG, "--json").out());
    assertThat(json).containsEntry("inOrder", true).containsEntry("lines", 3);
  }
}
