package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

class UnsignZoneCommandTest {
  private static final String SIGNED =
      """
      $TTL 3600
      @ SOA ns1 hostmaster 41 7200 900 1209600 300
      @ NS ns1
      @ DNSKEY 257 3 8 AwEAAQ==
      @ NSEC ns1 NS SOA RRSIG NSEC DNSKEY
      ns1 A 192.0.2.1
      sub NS ns1
      sub DS 1 8 200 00
      """;

  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() throws IOException {
    user = new CommandLineUser(folder).with("TMPDIR", folder.toString());
    Files.writeString(folder.resolve("db.signed"), SIGNED);
  }

  private Result unsign(String... more) {
    String[] line = new String[7 + more.length];
    System.arraycopy(
        new String[] {"unsignzone", "--input", "db.signed", "--output", "db", "--zone", "example"},
        0,
        line,
        0,
        7);
    System.arraycopy(more, 0, line, 7, more.length);
    return user.run(line);
  }

  @Test
  void theReportTellsWhatWentAndWhatToDoFirst() throws IOException {
    Result result = unsign();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("Took the DNSSEC records out of example.\n")
        .contains("  written  5 records, 1 DS record among them\n")
        .contains("  dropped  1 NSEC, 1 DNSKEY\n")
        .contains("  serial   41 as before\n")
        .contains("have the parent remove the DS records of example.");
    assertThat(Files.readString(folder.resolve("db")))
        .startsWith("$ORIGIN example.\n@\t3600\tIN\tSOA\t")
        .contains("sub\t3600\tIN\tDS\t1 8 200 00\n")
        .doesNotContain("NSEC", "DNSKEY");
  }

  @Test
  void dsRecordsAreDroppedIfAsked() throws IOException {
    assertThat(unsign("--ds", "drop").out()).contains("dropped  1 DS, 1 NSEC, 1 DNSKEY\n");
    assertThat(Files.readString(folder.resolve("db"))).doesNotContain("DS");
  }

  @Test
  void theReportCanBeHadAsJson() {
    assertThat(unsign("--json").out())
        .startsWith("{\n  \"zone\" : \"example.\",\n  \"serial\" : 41,\n  \"records\" : 7,")
        .contains("\"dropped\" : {\n    \"NSEC\" : 1,\n    \"DNSKEY\" : 1\n  }");
  }

  @Test
  void dashesAreStdinAndStdout() throws IOException {
    Result result =
        user.typingIn(SIGNED)
            .run("unsignzone", "--input", "-", "--output", "-", "--zone", "example");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).startsWith("$ORIGIN example.\n").doesNotContain("DNSKEY");
    assertThat(result.err()).contains("Took the DNSSEC records out");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("db.signed"));
    }
  }

  @Test
  void theWindowsFormatAndQuietAreObeyed() throws IOException {
    Result result = unsign("--format", "windows", "--quiet");
    assertThat(result.out() + result.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("db"))).startsWith(";\r\n;  Database file ");
  }

  @Test
  void aZoneThatIsNotSignedIsToldSo() throws IOException {
    Files.writeString(
        folder.resolve("db.signed"), "$TTL 1\n@ SOA a b 1 2 3 4 5\nx.test. A 192.0.2.1\n");
    assertThat(unsign().err())
        .contains("warning: example. was not signed; the output has the same records\n")
        .contains("warning: 1 record outside example. stayed as in the input\n");
  }

  @Test
  void aZoneWithErrorsIsRefusedAndNothingIsWritten() throws IOException {
    Files.writeString(folder.resolve("db.signed"), SIGNED + "x A 1\n");
    Result result = unsign();
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err())
        .contains("db.signed:9:5: error: ")
        .contains("db.signed has 1 error, so nothing was written");
    assertThat(folder.resolve("db")).doesNotExist();
  }

  @Test
  void theZoneOfAnotherNameIsRefused() throws IOException {
    Files.writeString(folder.resolve("db.signed"), "$ORIGIN example.\n" + SIGNED);
    Result result =
        user.run("unsignzone", "--input", "db.signed", "--output", "db", "--zone", "a.example");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains("the zone a.example. has no SOA record");
  }

  @Test
  void theInputIsNotReplaced() throws IOException {
    Result result =
        user.run(
            "unsignzone", "--input", "db.signed", "--output", "db.signed", "--zone", "example");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--output would replace the zone that is read");
    assertThat(Files.readString(folder.resolve("db.signed"))).isEqualTo(SIGNED);
  }

  @Test
  void aMissingFolderIsAMatterOfTheFileSystem() {
    Result result =
        user.run("unsignzone", "--input", "db.signed", "--output", "no/db", "--zone", "example");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(unsign("--tmpdir", "nowhere").err()).contains("nowhere, does not exist");
    assertThat(unsign("--ds", "replace").exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
