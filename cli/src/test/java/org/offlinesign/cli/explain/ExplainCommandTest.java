package org.offlinesign.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.Peers;

/** Lines of other programs, and what they are here. */
class ExplainCommandTest {
  private static final String ZONE =
      """
      $TTL 3600
      @ SOA ns1 hostmaster 41 7200 900 1209600 300
      @ NS ns1
      ns1 A 192.0.2.1
      sub NS ns.sub
      ns.sub A 192.0.2.3
      """;

  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() throws IOException {
    user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", "secret");
    Files.writeString(folder.resolve("example"), ZONE);
  }

  private Result explain(String line) {
    return user.run("explain", line);
  }

  private String succeed(String line) {
    return user.succeed("explain", line).out();
  }

  private void refused(String line, String reason) {
    Result result = explain(line);
    assertThat(result.exitCode()).as(line).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(reason);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void eachOptionOfDnssecSignzoneIsAccountedFor() {
    String out =
        succeed(
            "/usr/sbin/dnssec-signzone -gtxz -K keys -d sets -s 20260101000000 -e +864000 -X now+5d"
                + " -i 3600 -j 60 -v 3 -f out -I text -O full -N unixtime -a -P -n 2 -T 300 -3 AB"
                + " -H 5 -A -o example -k Kexample.+013+00001 db Kexample.+013+00002.private");
    assertThat(out)
        .startsWith(
            "offlinesign importkey keys/Kexample.+013+00001 keys/Kexample.+013+00002\n"
                + "offlinesign signzone --input db --output out --zone example"
                + " --signkey-allrr Kexample.+013+00001 --signkey-allrr Kexample.+013+00002"
                + " --dnskey add --start 20260101000000Z --end 20260111000000Z"
                + " --dnskey-end +432000s --jitter 60s --keep-until 3600s --soaserial unixtime"
                + " --keysetdir sets --ds replace --bind-names --format full"
                + " --no-verify --threads 2 --nsec3 --salt AB --iterations 5 --opt-out\n");
    for (String option : "g t x z K d s e X i j v f I O N a P n T 3 H A o".split(" ", -1)) {
      assertThat(out).containsPattern("(?m)^# -" + option + " ");
    }
    assertThat(out)
        .containsPattern("# -x +differs: ZSKs sign the DNSKEY records too")
        .containsPattern("# -v +has no counterpart: ")
        .containsPattern("# -T +has no effect without -S");
  }

  @Test
  void whatDnssecSignzoneDoesUnaskedIsSaid() {
    assertThat(succeed("dnssec-signzone -S example"))
        .startsWith(
            "offlinesign importkey .\n"
                + "offlinesign signzone --input example --output example.signed --zone example"
                + " --smart --soaserial keep --ds nochange --bind-names\n")
        .containsPattern("# \\(default\\) +--zone example: without -o");
    assertThat(succeed("dnssec-signzone -S -f - example"))
        .contains(" --output - ", " --format full\n")
        .containsPattern("# \\(default\\) +--format full: what dnssec-signzone writes to stdout");
    assertThat(succeed("dnssec-signzone -S -f - -O text example")).contains(" --format text\n");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          dnssec-signzone -S -o e -T 5m db | --dnskey-ttl 5m | -T | where the zone file has DNSKEY
          dnssec-signzone -o e -k Ke.+013+00001 db Ke.+013+00002 | --signkey Ke.+013+00001 | -k \
          | where the flags of the key are those of a ZSK
          dnssec-signzone -o e -k Ke.+013+00001 db | --signkey Ke.+013+00001 | (no other keys) \
          | takes the others whose DNSKEY records are in the zone file too
          dnssec-signzone -K old -o e db | importkey old | (keys) \
          | all keys of the zone that lie in the folder are imported
          ldns-signzone -n -p db Ke.+013+00001 | --opt-out | -p | without DS records, and empty names
          ldns-signzone -n db Ke.+013+00001 | --nsec3 | (NSEC3PARAM record) | its TTL is 0
          """,
      delimiter = '|')
  void whereTheSignedZoneComesOutDifferentlyANoteSaysSo(
      String line, String words, String part, String note) {
    String out = succeed(line);
    assertThat(out).containsPattern("(?m)^offlinesign .* ?" + Pattern.quote(words) + "( |$)");
    assertThat(out)
        .containsPattern("(?m)^# " + Pattern.quote(part) + " +differs.*" + Pattern.quote(note));
  }

  void whereTheSignedZoneComesOutDifferentlyANoteSaysSo(String line, String part, String note) {
    assertThat(succeed(line)).contains(part).containsPattern(note);
  }

  @ParameterizedTest
  @CsvSource({
    "dnssec-signzone -S -9 db, no option -9 that is known here",
    "dnssec-signzone --smart db, no option --smart that is known here",
    "dnssec-signzone -S -O raw -o e db, -O raw has no counterpart",
    "dnssec-signzone -E pkcs11 -S -o e db, -E of dnssec-signzone has no counterpart",
    "dnssec-signzone -S dir/db, does not say which zone it is",
    "dnssec-signzone -S -o e db -f out, stands behind the zone file",
    "dnssec-signzone -S -o e -e tomorrow db, -e 'tomorrow' is not a time",
    "dnssec-signzone -S -o e -e 20261301000000 db, a date that there is",
    "dnssec-signzone -S -o e -H 3 db, it is for NSEC3",
    "dnssec-signzone -S -o e db Ke.+013+00001, -S chooses the keys by their times",
    "dnssec-signzone -o e db mykey, is no name of a key's files",
    "dnssec-signzone -S -f, -f of dnssec-signzone needs a value",
    "dnssec-signzone, needs a zone file",
    "dnssec-signzone -S -o $ZONE db, a shell would replace '$'",
    "dnssec-signzone -S -o e -i 3d db, which say how many seconds it is",
    "dnssec-signzone -S -o e -N soon db, 'expected one of keep, increment, unixtime, date'",
    "dnssec-signzone -S -o e -3 abc db, -3 'abc' is not a salt",
    "ldns-signzone -n -t few db Ke.+013+00001, -t 'few' is not a number",
    "ldns-signzone db, needs a zone file and keys",
    "ldns-signzone -z md5 db Ke.+013+00001, -z md5 is not a digest",
    "ldns-signzone -t 3 db Ke.+013+00001, it is for NSEC3",
    "ldns-signzone -w db Ke.+013+00001, no option -w that is known here",
    "dnscmd /OfflineSign /SignZone /Input %ZONE%, variable between % signs",
    "dnscmd /ZoneAdd example, is not a command of /OfflineSign",
    "rndc reload, is no program whose lines are known here",
    "'', no line is given"
  })
  void whatIsNotUnderstoodIsRefusedByItsName(String line, String reason) {
    refused(line, reason);
  }

  @Test
  void linesOfDnscmdBecomeNativeOnes() {
    assertThat(
            succeed(
                "dnscmd . /OfflineSign /GenKey /Alg rsasha1 /Length 1024 /Zone \"example.com\""
                    + " /SSCert /FriendlyName \"KSK of us\""))
        .startsWith(
            "offlinesign genkey --alg=rsasha1 --length=1024 --zone=example.com"
                + " '--friendlyname=KSK of us'\n")
        .containsPattern("# /SSCert +has no effect");
    assertThat(
            user.succeed("explain", "--", "/OfflineSign", "/DeleteKey", "/Cert", "/Serial", "0a")
                .out())
        .startsWith("offlinesign deletekey serial:0a\n");
    assertThat(
            succeed(
                "DnsCmd.exe /offlinesign /signzone /input C:\\in\\a /output b /zone c"
                    + " /signkey /cert /friendlyname K"))
        .contains("--input=C:\\in\\a");
  }

  @Test
  void linesMayStandBehindTwoHyphens() {
    Result result = user.succeed("explain", "--", "dnssec-signzone", "-S", "-o", "a b", "db");
    assertThat(result.out()).contains(" --zone 'a b' --smart");
  }

  @Test
  void whatIsPrintedForDnssecSignzoneSignsAsItDoes() throws Exception {
    String ksk = key("dnssec-keygen", "-q", "-a", "13", "-f", "KSK", "example");
    String zsk = key("dnssec-keygen", "-q", "-a", "13", "example");
    String line =
        "dnssec-signzone -N unixtime -3 ABCD -A -s now-1d -e now+9d -o example -f peer -k "
            + ksk
            + " example "
            + zsk;
    for (String key : List.of(ksk, zsk)) {
      // Keys that are named have to be in the zone, or dnssec-signzone does not take them.
      Files.writeString(
          folder.resolve("example"),
          Files.readString(folder.resolve(key + ".key")),
          StandardOpenOption.APPEND);
    }
    Peers.require("dnssec-signzone").run(folder, words(theirs(line), 1)).orFail();
    runExplained(line);
    assertThat(lines("peer", "NSEC3PARAM")).containsExactly("NSEC3PARAM\t1 0 0 ABCD");
    user.succeed("comparezones", "--zone", "example", "peer", "theirs");
    Peers.require("dnssec-verify").run(folder, "-o", "example", "peer").orFail();
  }

  @Test
  void whatIsPrintedForLdnsSignzoneSignsAsItDoes() throws Exception {
    String ksk = key("ldns-keygen", "-a", "ED25519", "-k", "example");
    String zsk = key("ldns-keygen", "-a", "ED25519", "example");
    Files.writeString(folder.resolve("absolute"), "$ORIGIN example.\n" + ZONE);
    String line =
        "ldns-signzone -n -p -s ABCD -t 2 -z simple:sha384 -f peer absolute " + ksk + " " + zsk;
    Peers.require("ldns-signzone").run(folder, words(theirs(line), 1)).orFail();
    runExplained(line);
    assertThat(lines("peer", "NSEC3PARAM")).isEqualTo(lines("theirs", "NSEC3PARAM"));
    // The delegation sub has no DS record.
    assertThat(lines("theirs", "NSEC3")).hasSize(lines("peer", "NSEC3").size() + 1);
    assertThat(Files.readString(folder.resolve("theirs")))
        .contains("example.\t3600\tIN\tNSEC3PARAM");
    user.succeed("verifyzone", "--zone", "example", "peer");
    user.succeed("comparezones", "--with-serial", "--zone", "example", "peer", "theirs");
  }

  private List<String> lines(String file, String type) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(file))) {
      return lines
          .filter(line -> line.contains("\t" + type + "\t"))
          .map(line -> line.substring(line.indexOf(type)).strip().toUpperCase(Locale.ROOT))
          .toList();
    }
  }

  private String key(String program, String... options) throws Exception {
    return Peers.require(program).run(folder, options).orFail().stdout().trim();
  }

  private static String theirs(String line) {
    return line.replace("-f peer", "-f theirs");
  }

  private static String[] words(String line, int from) {
    return Stream.of(line.split(" ", -1)).skip(from).toArray(String[]::new);
  }

  /** Runs all commands that explain prints. */
  private void runExplained(String line) throws IOException {
    user.at(Instant.now(), ZoneId.of("UTC"));
    Map<String, Object> explained = JSON.std.mapFrom(user.succeed("explain", "--json", line).out());
    for (Object command : (List<?>) explained.get("commands")) {
      user.succeed(((List<?>) command).stream().map(String::valueOf).toArray(String[]::new));
    }
  }
}
