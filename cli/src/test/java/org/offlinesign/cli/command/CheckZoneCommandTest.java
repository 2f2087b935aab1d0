package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

class CheckZoneCommandTest {
  private static final String APEX =
      """
      $TTL 3600
      @ SOA ns1 hostmaster 1 7200 900 1209600 300
      @ NS ns1
      @ NS ns.test.
      ns1 A 192.0.2.1
      """;

  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() {
    user = new CommandLineUser(folder);
  }

  private Result check(String zone) throws IOException {
    Files.writeString(folder.resolve("db"), zone);
    return user.run("checkzone", "--zone", "example", "db");
  }

  @Test
  void aGoodZoneIsSummedUp() throws IOException {
    Result result = check(APEX + "www A 192.0.2.2\n");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).isEqualTo("example.: 0 errors, 0 warnings in 5 records at 3 names\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void allErrorsOfABrokenFileAreShownAtOnceWithTheirPlaces() throws IOException {
    Result result = check(APEX + "www A 192.0.2.256\nmail MX mail\n");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out())
        .containsPattern("db:6:7: error: .*192\\.0\\.2\\.256")
        .contains("  www A 192.0.2.256\n        ^")
        .containsPattern("db:7:9: error: .*'mail'")
        .contains("example.: 2 errors, 0 warnings\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a CNAME b;a A 192.0.2.1               | a.example. has a CNAME record
          a CNAME b;a CNAME c                   | a.example. has 2 different CNAME records
          a DNAME b;a DNAME c                   | a.example. has 2 different DNAME records
          a NS b.test.;a DNAME c                | a.example. has a DNAME and NS records
          @ SOA a b 1 2 3 4 5                   | example. has 2 different SOA records
          a SOA a b 1 2 3 4 5                   | a.example. has an SOA record
          @ NS ns2                              | ns2.example., a name server of example., has no A
          @ NS a;a CNAME ns1                    | a.example., a name server of example., is an alias
          @ NS n.a;a DNAME b                    | n.a.example., a name server of example., is below
          """)
  void aZoneThatNoServerWouldLoadIsRefused(String records, String message) throws IOException {
    Result result = check(APEX + records.replace(';', '\n') + "\n");
    assertThat(result.out()).contains("error: " + message);
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a NS n.a                     | n.a.example., a name server of a.example., has no A or AAAA
          a NS n                       | n.example., a name server of a.example., has no A or AAAA
          a NS b;b CNAME ns1           | b.example., a name server of a.example., is an alias
          a DS 1 8 200 00              | a.example. has a DS but no NS record
          a 60 A 192.0.2.1;a A 192.0.2.2 | the A records of a.example. have more than one TTL
          """)
  void whatHurtsOneNameAloneIsAWarning(String records, String message) throws IOException {
    Result result = check(APEX + records.replace(';', '\n') + "\n");
    assertThat(result.out()).contains("warning: " + message);
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a NS ns.elsewhere.test.
          a NS n.b;b NS n.b;n.b A 192.0.2.1
          a NS n.b;b NS ns1
          a NS n.w;*.w A 192.0.2.1
          """)
  void serversWithAnAddressOrOutsideTheZoneAreLeftInPeace(String records) throws IOException {
    Result result = check(APEX + records.replace(';', '\n') + "\n");
    assertThat(result.out()).contains("0 errors, 0 warnings");
  }

  @Test
  void aZoneWithoutSoaIsRefused() throws IOException {
    assertThat(check("$TTL 60\nwww A 192.0.2.1\n").out())
        .contains("db: error: the zone example. has no SOA record and no NS record");
    assertThat(check("$TTL 60\n@ NS a.test.\n").out())
        .contains("db: error: the zone example. has no SOA record");
  }

  @Test
  void aFileOfAnotherZoneIsToldByItsSoaRecord() throws IOException {
    String other = "$ORIGIN other.test.\n" + APEX;
    assertThat(check(other).out())
        .contains("the zone example. has no SOA record and no NS record")
        .contains("the SOA record here is that of the zone other.test.");
    assertThat(check("$TTL 60\nx.test. A 192.0.2.1\n").out()).doesNotContain("--zone");
  }

  @Test
  void stdinIsADash() {
    Result result = user.typingIn(APEX).run("checkzone", "--zone", "example.", "-");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(user.typingIn("oops\n").run("checkzone", "--zone", "example", "-").out())
        .startsWith("<stdin>:1:");
  }

  @Test
  void findingsCanBeHadAsJson() throws IOException {
    Files.writeString(folder.resolve("db"), APEX + "a CNAME ns1\na A 192.0.2.1\n");
    Result result = user.run("checkzone", "--zone", "example", "--json", "db");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out())
        .startsWith("{\n  \"zone\" : \"example.\",\n  \"good\" : false,\n  \"errors\" : 1,")
        .contains("\"code\" : \"cname-and-other-data\"")
        .contains("\"line\" : 6,")
        .endsWith("}\n");
  }

  @Test
  void aMissingFileIsAMatterOfTheFileSystem() {
    Result result = user.run("checkzone", "--zone", "example", "nowhere");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.err()).contains("error: there is no file ").contains("nowhere");
  }

  @Test
  void theZoneMustBeNamed() {
    Result result = user.run("checkzone", "db");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--zone");
  }

  @Test
  void includedFilesAreLookedForBesideTheIncluderAndThenInTheWorkingDirectory() throws IOException {
    Files.createDirectory(folder.resolve("zones"));
    Files.writeString(folder.resolve("zones/db"), APEX + "$INCLUDE beside\n$INCLUDE other\n");
    Files.writeString(folder.resolve("zones/beside"), "b A 192.0.2.3\n");
    Files.writeString(folder.resolve("other"), "c A 192.0.2.4\n");
    Result result = user.run("checkzone", "--zone", "example", "--include-dir", ".", "zones/db");
    assertThat(result.out()).contains("in 6 records");
  }

  @Test
  void aZoneCannotShowFilesOutsideItsFolder() throws IOException {
    Files.createDirectory(folder.resolve("zones"));
    Files.writeString(folder.resolve("secret"), "password hunter2\n");
    String file = folder.resolve("secret").toString();
    Files.writeString(
        folder.resolve("zones/db"), APEX + "$INCLUDE " + file + "\n$INCLUDE secret\n");
    Result result = user.run("checkzone", "--zone", "example", "zones/db");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out() + result.err())
        .contains("--include-dir allows another folder")
        .doesNotContain("hunter2");
    Result stdin =
        user.typingIn(APEX + "$INCLUDE secret\n").run("checkzone", "--zone", "example", "-");
    assertThat(stdin.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(stdin.out() + stdin.err())
        .contains("has no folder to include 'secret' from")
        .doesNotContain("hunter2");
  }

  @Test
  void aFolderToIncludeFromThatIsNoneIsRefused() throws IOException {
    Files.writeString(folder.resolve("db"), APEX);
    Result missing = user.run("checkzone", "--zone", "example", "--include-dir", "none", "db");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(missing.err())
        .contains("the folder of --include-dir, " + folder.resolve("none") + ", does not exist");
    Result file = user.run("checkzone", "--zone", "example", "--include-dir", "db", "db");
    assertThat(file.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(file.err())
        .contains("the folder of --include-dir, " + folder.resolve("db") + ", is not a folder");
  }

  @Test
  void findingsBeyondTheLimitAreCountedAndNotListed() throws IOException {
    StringBuilder text = new StringBuilder(APEX);
    for (int i = 0; i < 1500; i++) {
      text.append("a").append(i).append(" CNAME ns1\na").append(i).append(" A 192.0.2.1\n");
    }
    Result result = check(text.toString());
    assertThat(result.out().lines().filter(line -> line.contains("error:"))).hasSize(1000);
    assertThat(result.err()).contains("and 500 further findings like these");
    assertThat(result.out()).contains("1,500 errors, 0 warnings");
  }

  @Test
  void findingsCanBeHadForCiServers() throws IOException {
    Files.writeString(folder.resolve("db"), APEX + "a CNAME ns1\na A 192.0.2.1\n");
    assertThat(user.run("checkzone", "--zone", "example", "--format", "github", "db").out())
        .startsWith("::error file=")
        .contains("/db,line=6,")
        .contains("title=cname-and-other-data::a.example. ");
    assertThat(user.run("checkzone", "--zone", "example", "--format", "junit", "db").out())
        .contains("failures=\"1\"");
    assertThat(user.run("checkzone", "--zone", "example", "--format", "sarif", "db").out())
        .contains("\"ruleId\" : \"cname-and-other-data\"");
  }

  @Test
  void theFileCanBeNamedEitherWayAndTheFormatOnce() throws IOException {
    Files.writeString(folder.resolve("db"), APEX);
    user.succeed("checkzone", "--zone", "example", "--input", "db");
    for (String line :
        List.of("--input db db", "", "--json --format sarif db", "--format xml db")) {
      Result result = user.run(("checkzone --zone example " + line).strip().split(" "));
      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    }
  }

  private Result checkWith(String zone, String... options) throws IOException {
    Files.writeString(folder.resolve("db"), zone);
    List<String> arguments = new ArrayList<>(List.of("checkzone", "--zone", "example", "db"));
    arguments.addAll(List.of(options));
    return user.run(arguments.toArray(String[]::new));
  }

  @Test
  void aCodeStandsBehindEachFinding() throws IOException {
    assertThat(check(APEX + "@ MX 10 mail\n").out())
        .contains(
            "warning: mail.example., a mail server of example., has no A or AAAA record"
                + " [mx-without-address]\n");
  }

  @Test
  void optionsDecideHowMuchAFindingMatters() throws IOException {
    String zone = APEX + "@ MX 10 mail\nwww CNAME web\n";
    Result strict = checkWith(zone, "--error", "mx-without-address,alias-dangling");
    assertThat(strict.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(strict.out()).contains("example.: 2 errors, 0 warnings");
    Result mild = checkWith(zone, "--ignore", "mx-without-address", "--notice", "ALIAS-DANGLING");
    assertThat(mild.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(mild.out()).contains("example.: 0 errors, 0 warnings, 1 notice");
    Result lax =
        checkWith(APEX + "a NS ns1\na DNAME b\n", "--warning", "dname-at-cut", "--format", "json");
    assertThat(lax.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(lax.out()).contains("\"severity\" : \"warning\"");
  }

  @Test
  void aPolicyFileDecidesAndOptionsOverrideIt() throws IOException {
    Files.writeString(
        folder.resolve("policy"),
        "# ours\nerror mx-without-address, alias-dangling # both\n\nIGNORE\tns-single\n");
    String zone = APEX + "@ MX 10 mail\nwww CNAME web\n";
    assertThat(checkWith(zone, "--policy", "policy").out()).contains("2 errors, 0 warnings");
    assertThat(checkWith(zone, "--policy", "policy", "--warning", "alias-dangling").out())
        .contains("1 error, 1 warning");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          forbid ns-single   | policy:1: 'forbid' is not possible
          error ns-singel    | policy:1: 'ns-singel' is not the code of a finding
          error              | policy:1: expected codes after 'error'
          ignore rdata       | policy:1: rdata cannot be ignore
          """)
  void aLineOfAPolicyFileThatSaysNothingIsNamed(String line, String message) throws IOException {
    Files.writeString(folder.resolve("policy"), line + "\n");
    Result result = checkWith(APEX, "--policy", "policy");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(message);
  }

  @Test
  void anUnknownCodeIsRefusedWithTheOneThatWasMeant() throws IOException {
    Result result = checkWith(APEX, "--ignore", "ns-singel");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("--ignore: 'ns-singel' is not the code of a finding")
        .contains("did you mean ns-single?");
    assertThat(checkWith(APEX, "--warning", "rdata").err())
        .contains("a record that could not be read is always an error");
    assertThat(checkWith(APEX, "--warning", "ns-single", "--ignore", "ns-single").err())
        .contains("the code ns-single is given to more than one of");
  }

  @Test
  void theRulesAreListedAsDecided() {
    Result result = user.run("checkzone", "--list-rules", "--error", "ns-single");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .containsPattern("(?m)^ns-single +error +RFC 2182 §5 +The zone has one name server only$")
        .containsPattern("(?m)^mx-is-alias +warning ")
        .doesNotContain("zonemd-stale");
  }

  @Test
  void errorsInTheTextDoNotHideWhatIsWrongWithTheOtherRecords() throws IOException {
    Result result = check(APEX + "mail A 192.0.2.256\n@ MX 10 mail\na NS ns1\na DNAME b\n");
    assertThat(result.out())
        .contains("[rdata]", "[dname-at-cut]")
        .doesNotContain("mx-without-address");
  }

  @Test
  void findingsComeInTheOrderOfTheFileAndTheFirstAreKept() throws IOException {
    String zone = APEX + "z CNAME nowhere\ny CNAME nowhere\nx CNAME nowhere\n";
    Result result = checkWith(zone, "--max-findings", "2");
    assertThat(result.out().lines().filter(line -> line.contains("warning:")))
        .satisfiesExactly(
            first -> assertThat(first).contains("db:6:1: "),
            second -> assertThat(second).contains("db:7:1: "));
    assertThat(result.out()).contains("0 errors, 3 warnings");
    assertThat(result.err()).contains("and 1 further finding");
    assertThat(checkWith(zone, "--max-findings", "0").exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
