package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

class AddKeyCommandTest {
  private static final String ZONE =
      """
      $TTL 3600
      @ 7200 SOA ns1 hostmaster 41 7200 900 1209600 300
      @ 60 NS ns1
      ns1 A 192.0.2.1
      sub NS ns.elsewhere.test.
      """;

  private static final String[] SIGN = {
    "signzone", "--input", "db", "--output", "db.signed", "--zone", "example", "--quiet"
  };
  private static final String[] ADD_TO_SIGNED = {
    "addkey", "--input", "db.signed", "--output", "db.next", "--zone", "example"
  };
  private static final String[] ADD_TO_UNSIGNED = {
    "addkey", "--input", "db", "--output", "db.next", "--zone", "example"
  };
  private static final String[] BOTH_KEYS = {"--signkey", "KSK", "--signkey", "ZSK"};

  @TempDir private static Path sharedFolder;
  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeAll
  static void makeKeysAndASignedZone() throws IOException {
    CommandLineUser maker = owner(sharedFolder);
    String[] genkey = {"genkey", "--length", "1024", "--zone"};
    maker.succeed(line(genkey, "example", "--flags", "KSK", "--friendlyname", "KSK"));
    maker.succeed(line(genkey, "example", "--friendlyname", "ZSK"));
    maker.succeed(line(genkey, "example", "--friendlyname", "Next"));
    maker.succeed(line(genkey, "example", "--friendlyname", "Sha512", "--alg", "rsasha512"));
    maker.succeed(line(genkey, "other", "--friendlyname", "Other"));
    Files.writeString(sharedFolder.resolve("db"), ZONE);
    maker.succeed(line(SIGN, BOTH_KEYS));
  }

  private static CommandLineUser owner(Path folder) {
    return new CommandLineUser(folder)
        .with("OFFLINESIGN_PASSWORD", "secret")
        .with("OFFLINESIGN_KEYSTORE", "keys.p12");
  }

  private static String[] line(String[] first, String... more) {
    return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @BeforeEach
  void sitDown() throws IOException {
    for (String file : List.of("keys.p12", "db", "db.signed")) {
      Files.copy(sharedFolder.resolve(file), folder.resolve(file));
    }
    user = owner(folder);
  }

  private Set<String> records(String file) throws IOException {
    return Files.readAllLines(user.file(file)).stream()
        .filter(line -> !line.startsWith("$") && !line.startsWith(";"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void inASignedZoneTheDnskeyAndSoaRrsetsAloneChange() throws IOException {
    Result result = user.run(line(line(ADD_TO_SIGNED, BOTH_KEYS), "--addkey", "Next"));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .containsPattern("^Published the ZSK \\d+\n")
        .contains("zone     example. with 3 keys\n")
        .contains("serial   42 -> 43\n")
        .contains("signed   DNSKEY and SOA records again, valid to 2026-03-31 11:00 UTC\n")
        .contains("7,200 seconds: only then do all resolvers know the keys");

    Set<String> before = records("db.signed");
    Set<String> after = records("db.next");
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(after);
    assertThat(gone).allMatch(record -> record.matches("@.*\\s(SOA|RRSIG\\s(SOA|DNSKEY))\\s.*"));
    Set<String> come = new TreeSet<>(after);
    come.removeAll(before);
    assertThat(come)
        .allMatch(record -> record.matches("@.*\\s(SOA|DNSKEY|RRSIG\\s(SOA|DNSKEY))\\s.*"))
        .hasSize(5);
  }

  @Test
  void anUnsignedZoneGetsTheKeyAndStaysUnsigned() throws IOException {
    Result result = user.run(line(ADD_TO_UNSIGNED, "--addkey", "Next"));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(records("db.next"))
        .hasSize(5)
        .anyMatch(record -> record.matches("@\\s7200\\sIN\\sDNSKEY\\s256 3 8 .*"))
        .anyMatch(record -> record.matches("@\\s60\\sIN\\sNS\\s.*"))
        .noneMatch(record -> record.contains("RRSIG"));
  }

  @Test
  void keysOfAnotherProviderComeFromTheirFiles() throws IOException {
    String key = "DNSKEY 256 3 13 " + "A".repeat(86) + "==";
    Files.writeString(
        user.file("Kexample.+013+00001.key"), "; a comment\nexample. IN " + key + "\n");
    Files.writeString(
        user.file("dig"), "; <<>> DiG <<>> DNSKEY example\nexample.\t300\tIN\t" + key + "\n");
    for (String file : List.of("Kexample.+013+00001.key", "dig")) {
      user.succeed(line(ADD_TO_UNSIGNED, "--from", file, "--format", "full"));
      assertThat(records("db.next")).anyMatch(record -> record.contains("DNSKEY\t256 3 13 "));
    }
  }

  @Test
  void aKeyThatIsThereAlreadyIsNotAddedTwice() throws IOException {
    Result result = user.run(line(line(ADD_TO_SIGNED, BOTH_KEYS), "--addkey", "ZSK", "--json"));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("\"added\" : [ ],")
        .contains("\"signed\" : true,")
        .containsPattern("(?s)\"dnskeys\" : \\[.*256.*257|257.*256");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --addkey Next                                 | KEYS | must be signed again
          --addkey Next --signkey KSK                   | KEYS | name a ZSK with --signkey
          --addkey Next --signkey ZSK                   | KEYS | also signed by the key
          --addkey Sha512 --signkey KSK --signkey ZSK   | KEYS | sign the whole zone with `offlinesign signzone`
          --addkey Other --signkey KSK --signkey ZSK    | KEYS | belongs to other. and not to example.
          --signkey KSK --signkey ZSK                   | USAGE | no key to publish is named
          --from db                                     | KEYS | has no DNSKEY record of example.
          --from nowhere                                | ENVIRONMENT | nowhere
          """)
  void whatWouldBreakASignedZoneIsRefused(String options, ExitCode exitCode, String message) {
    Result result = user.run(line(ADD_TO_SIGNED, options.split(" ")));
    assertThat(result.err()).contains("error: ").contains(message);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(user.file("db.next")).doesNotExist();
  }

  @Test
  void anUnsignedZoneIsNotSignedInPart() {
    Result result = user.run(line(ADD_TO_UNSIGNED, "--addkey", "Next", "--signkey", "ZSK"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("the zone is not signed");
  }

  @Test
  void aZoneWithADigestIsLeftToSignzone() throws IOException {
    Files.writeString(
        user.file("db.signed"),
        "@ 60 IN ZONEMD 42 1 1 " + "00".repeat(48) + "\n",
        java.nio.file.StandardOpenOption.APPEND);
    Result result = user.run(line(line(ADD_TO_SIGNED, BOTH_KEYS), "--addkey", "Next"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("ZONEMD");
  }

  @Test
  void anUnsignedZoneWithADigestGetsNoKeyEither() throws IOException {
    Files.writeString(user.file("db"), ZONE + "@ 60 IN ZONEMD 42 1 1 " + "00".repeat(48) + "\n");
    Result result = user.run(line(ADD_TO_UNSIGNED, "--addkey", "Next"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("ZONEMD");
    assertThat(user.file("db.next")).doesNotExist();
  }

  @Test
  void aFileWithoutSoaIsNoZone() throws IOException {
    Files.writeString(user.file("db"), "$TTL 60\nwww A 192.0.2.1\n");
    Result result = user.run(line(ADD_TO_UNSIGNED, "--addkey", "Next"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains("db: error: the zone example. has no SOA record");
  }

  @Test
  void theWindowsSpellingMeansTheSame() throws IOException {
    Result result =
        user.dnscmd(
            "/OfflineSign",
            "/AddKey",
            "/input",
            "db",
            "/output",
            "db.next",
            "/zone",
            "example",
            "/cert",
            "/friendlyname",
            "Next");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(records("db.next")).anyMatch(record -> record.contains("DNSKEY"));
  }
}
