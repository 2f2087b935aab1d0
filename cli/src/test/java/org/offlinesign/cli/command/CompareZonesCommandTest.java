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

class CompareZonesCommandTest {
  private static final String ZONE =
      """
      $ORIGIN example.
      $TTL 3600
      @ SOA ns1 hostmaster 41 7200 900 1209600 300
      @ NS ns1
      ns1 A 192.0.2.1
      sub NS ns1
      sub DS 1 8 200 00
      """;

  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() throws IOException {
    user = new CommandLineUser(folder);
    Files.writeString(folder.resolve("old"), ZONE);
  }

  private Result compare(String second, String... options) throws IOException {
    Files.writeString(folder.resolve("new"), second);
    String[] line = new String[3 + options.length];
    line[0] = "comparezones";
    line[1] = "old";
    line[2] = "new";
    System.arraycopy(options, 0, line, 3, options.length);
    return user.run(line);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void theSameDataIsSummedUp() throws IOException {
    String signed =
        ZONE.replace(" 41 ", " 42 ").replace("DS 1 8", "DS 2 8")
            + "sub NSEC example. NS RRSIG NSEC\nsub NS NS1\nx.test. A 192.0.2.1\n";
    Result result = compare(signed);
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .isEqualTo(
            "example.: the same 5 records in %s and %s\n".formatted(path("old"), path("new"))
                + "  serial    41 -> 42\n"
                + "  DS        differ at 1 name, which does not count; --with-ds lists them\n"
                + "  left out  1 DNSSEC record of %s\n".formatted(path("new"))
                + "  left out  1 record outside the zone of %s\n".formatted(path("new"))
                + "  left out  1 duplicate of %s\n".formatted(path("new")));
  }

  @Test
  void differencesAreListedWithTheirPlaces() throws IOException {
    Result result =
        compare(ZONE.replace("ns1 A 192.0.2.1", "ns1 60 A 192.0.2.1\nns1 60 A 192.0.2.2"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out())
        .isEqualTo(
            "- %s:5:1: ns1.example. 3600 IN A 192.0.2.1\n".formatted(path("old"))
                + "+ %s:5:1: ns1.example. 60 IN A 192.0.2.1\n".formatted(path("new"))
                + "+ %s:6:1: ns1.example. 60 IN A 192.0.2.2\n".formatted(path("new"))
                + "example.: 2 differences in %s and %s\n".formatted(path("old"), path("new"))
                + "  serial    41 in both\n");
    assertThat(compare(ZONE.replace("ns1 A", "ns1 60 A"), "--ignore-ttl").exitCode())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatCountsCanBeChosen() throws IOException {
    String changed = ZONE.replace(" 41 ", " 42 ");
    assertThat(compare(changed, "--with-serial", "--quiet").out().lines()).hasSize(2);
    assertThat(compare(ZONE.replace("DS 1", "DS 2"), "--with-ds").exitCode())
        .isEqualTo(ExitCode.ZONE);
    assertThat(compare(ZONE.replace("DS 1", "DS 2"), "--with-dnssec").exitCode())
        .isEqualTo(ExitCode.ZONE);
    assertThat(compare(ZONE + "@ NSEC3PARAM 1 0 0 -\n", "--with-dnssec").out())
        .contains("+ " + path("new") + ":8:1: example. 3600 IN NSEC3PARAM 1 0 0 -\n");
    assertThat(compare(ZONE.replace("sub NS", "SUB NS")).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(compare(ZONE.replace("sub NS", "SUB NS"), "--match-case").out())
        .contains("- ", ": sub.example. ", "+ ", ": SUB.example. ");
  }

  @Test
  void aLongListIsCutShort() throws IOException {
    Result result = compare(ZONE + "a A 192.0.2.1\nb A 192.0.2.1\n", "--max-findings", "1");
    assertThat(result.out().lines().filter(line -> line.startsWith("+ "))).hasSize(1);
    assertThat(result.err()).contains("and 1 further difference; --max-findings lists more");
    assertThat(result.out()).contains("2 differences");
    assertThat(compare(ZONE, "--max-findings", "-1").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theListCanBeHadAsJson() throws IOException {
    Result result = compare(ZONE + "a A 192.0.2.1\n", "--json");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out())
        .startsWith("{\n  \"zone\" : \"example.\",\n  \"equal\" : false,\n  \"counts\" : {\n")
        .contains("\"record\" : 1,")
        .contains("\"kind\" : \"record\",\n      \"second\" : {")
        .contains("\"line\" : 8,")
        .contains("\"rdata\" : \"192.0.2.1\"")
        .doesNotContain("\"first\" : {\n        ");
  }

  @Test
  void theZoneIsThatOfTheFirstFileUnlessNamed() throws IOException {
    String relative = ZONE.replace("$ORIGIN example.\n", "");
    assertThat(compare(relative).exitCode()).isEqualTo(ExitCode.DONE);
    Files.writeString(folder.resolve("old"), relative);
    Result unnamed = compare(relative);
    assertThat(unnamed.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unnamed.err())
        .contains("old does not say which zone it is of\n  name the zone with --zone");
    assertThat(compare(relative, "--zone", "example").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(compare(ZONE, "--zone", "other").exitCode()).isEqualTo(ExitCode.ZONE);
  }

  @Test
  void oneOfTheFilesMayBeStdin() {
    user.typingIn(ZONE);
    assertThat(user.run("comparezones", "old", "-").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(user.run("comparezones", "--zone", "example", "-", "old").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(user.run("comparezones", "-", "old").err()).contains("name the zone with --zone");
    assertThat(user.run("comparezones", "-", "-").err()).contains("both files are stdin");
  }

  @Test
  void wrongFilesAreRefused() throws IOException {
    Result result = compare(ZONE + "x A 1\n");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err())
        .contains("new:8:5: error: ")
        .contains("error: what is to be compared has 1 error, so nothing was compared");
    assertThat(user.run("comparezones", "old", "nowhere").exitCode())
        .isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(user.run("comparezones", "old").exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
