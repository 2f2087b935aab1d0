package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** dsset and trustanchor, which look for keys alike. */
class HandOverCommandsTest {
  private static final String DSKEY =
      "dskey.example.com. 86400 IN DNSKEY 256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/"
          + "2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2"
          + "wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==\n";
  private static final String DSKEY_DIGEST =
      "D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A";

  @TempDir private static Path folder;
  private static CommandLineUser user;

  @BeforeAll
  static void makeKeys() throws IOException {
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD", "secret")
            .with("OFFLINESIGN_KEYSTORE", "keys.p12");
    genkey("KSK", "--flags", "KSK");
    genkey("ZSK");
    genkey("Next", "--flags", "KSK", "--publish", "+30d", "--activate", "+60d");
    genkey("Past", "--flags", "KSK", "--publish", "-60d", "--inactive", "-30d", "--delete", "-1d");
    user.succeed("genkey", "--zone", "other", "--length", "1024", "--friendlyname", "Other");
    Files.writeString(folder.resolve("dskey.key"), DSKEY);
  }

  private static void genkey(String name, String... more) {
    String[] line = {"genkey", "--zone", "example", "--length", "1024", "--friendlyname", name};
    user.succeed(Stream.of(line, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private static Result dsset(String... more) {
    return run("dsset", "example", more);
  }

  private static Result anchor(String... more) {
    return run("trustanchor", "example", more);
  }

  private static Result run(String command, String zone, String... more) {
    String[] line = {command, "--zone", zone};
    return user.run(Stream.of(line, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private static String tag(String name) {
    String json = user.succeed("listkeys", "--json").out();
    int at = json.indexOf("\"friendlyName\" : \"" + name + "\"");
    int from = json.lastIndexOf("\"tag\" : ", at) + 8;
    return json.substring(from, json.indexOf(',', from));
  }

  @Test
  void theTableHasTheFieldsOfARegistrarsForm() {
    Result result = dsset();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith("DS record 1 of 1 for example.\n  key tag      " + tag("KSK") + "\n")
        .contains("  algorithm    8 (RSASHA256)\n")
        .contains("  digest type  2 (SHA-256)\n")
        .containsPattern("  digest       [0-9A-F]{64}\n")
        .contains("  flags        257 (KSK)\n  protocol     3\n  public key   AwEAA");
  }

  @Test
  void keysThatAreNotInUseAreLeftOutWithANotice() {
    assertThat(dsset().err())
        .contains("left out, because its state is future: 'Next'")
        .contains("left out, because its state is deleted: 'Past'")
        .contains("--key names it all the same");
    assertThat(dsset("--quiet").err()).isEmpty();
    assertThat(dsset("--key", "Next", "--format", "dsset").out()).contains(" " + tag("Next") + " ");
  }

  @Test
  void recordsAreMadeForEachDigest() {
    String records = dsset("--format", "dsset", "--digest", "sha384,sha256").out();
    assertThat(records.lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("example.\tIN DS " + tag("KSK") + " 8 "));
    assertThat(dsset("--format", "cds").out()).startsWith("example.\t3600\tIN\tCDS\t" + tag("KSK"));
    assertThat(dsset("--format", "cdnskey").out())
        .startsWith("example.\t3600\tIN\tCDNSKEY\t257 3 8 AwEAA");
    assertThat(dsset("--format", "keyset").out()).startsWith("$ORIGIN .\nexample.\t");
  }

  @Test
  void sha1IsWarnedOf() {
    Result result = dsset("--digest", "sha1");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.err())
        .contains("warning: DS records with SHA-1 must not be used for delegation (RFC 9905)");
  }

  @Test
  void keysComeFromFilesToo() {
    Result result = run("dsset", "dskey.example.com", "--from", "dskey.key", "--json");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("{\n  \"zone\" : \"dskey.example.com.\",\n  \"keys\" : [\n")
        .contains("\"tag\" : 60485,\n      \"algorithm\" : \"RSASHA1\",")
        .contains("\"digestName\" : \"SHA-256\",\n      \"digest\" : \"" + DSKEY_DIGEST + "\"");
    user.typingIn(DSKEY);
    assertThat(run("dsset", "dskey.example.com", "--from", "-", "--format", "dsset").out())
        .isEqualTo("dskey.example.com.\tIN DS 60485 5 2 " + DSKEY_DIGEST + "\n");
  }

  @Test
  void filesForTheParentAreWrittenAndReadAgain() throws IOException {
    Path target = Files.createDirectory(folder.resolve("parent"));
    Result result = dsset("--keysetdir", "parent");
    assertThat(result.out())
        .isEqualTo(
            target.resolve("keyset-example") + "\n" + target.resolve("dsset-example") + "\n");
    String records = dsset("--format", "dsset").out();
    assertThat(Files.readString(target.resolve("dsset-example"))).isEqualTo(records);
    assertThat(dsset("--from", "parent/keyset-example", "--format", "dsset").out())
        .isEqualTo(records);
    assertThat(
            dsset(
                    "--from",
                    "parent/dsset-example",
                    "--from",
                    "parent/keyset-example",
                    "--format",
                    "dsset")
                .out())
        .isEqualTo(records);
    Result digestsAlone = dsset("--from", "parent/dsset-example", "--format", "dnskey");
    assertThat(digestsAlone.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(digestsAlone.err())
        .contains("the key " + tag("KSK") + " is known by its digest alone");
    assertThat(dsset("--keysetdir", "nowhere").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(dsset("--keysetdir", "parent", "--bind-names").out()).contains("dsset-example.\n");
  }

  @Test
  void aFileOfAnotherZoneIsRefused() {
    Result result = dsset("--from", "dskey.key");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err())
        .contains(
            "dskey.key has neither DNSKEY nor DS records of example.; those in it are of"
                + " dskey.example.com.")
        .contains("  expected a keyset-, dsset- or .key file");
    assertThat(dsset("--from", "keys.p12").exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(dsset("--from", "nowhere").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
  }

  @Test
  void aZoneWithoutKeysIsRefused() {
    Result result = run("dsset", "nothing.example");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err())
        .contains("has no key of nothing.example. in use")
        .contains("`offlinesign listkeys`");
    assertThat(dsset("--key", "Other").err()).contains("belongs to other. and not to example.");
    assertThat(dsset("--key", "Nobody").exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(dsset("--format", "fax").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(user.run("dsset").err()).contains("--zone");
  }

  @Test
  void aZoneThatSignsWithOneKeyHasThatForItsEntryPoint() {
    assertThat(run("dsset", "other").out()).contains("  flags        256 (ZSK)\n");
  }

  @Test
  void anchorsAreWrittenForEachProgram() {
    assertThat(anchor().out())
        .startsWith("trust-anchors {\n\t\"example.\" static-key 257 3 8 \"AwEAA")
        .endsWith("\";\n};\n");
    assertThat(anchor("--managed").out()).contains("\"example.\" initial-key 257 3 8 \"");
    assertThat(anchor("--digest", "sha256").out())
        .contains("\"example.\" static-ds " + tag("KSK") + " 8 2 \"");
    assertThat(anchor("--format", "unbound").out())
        .startsWith("server:\n\ttrust-anchor: \"example. IN DNSKEY 257 3 8 ");
    assertThat(anchor("--format", "windows").out())
        .startsWith("DnsCmd /TrustAnchorAdd example DNSKEY 257 3 8 ")
        .endsWith("\r\n");
    assertThat(anchor("--format", "windowsfile").out())
        .startsWith("example                 3600\tDNSKEY\t257 3 8 (\r\n")
        .endsWith(") ; key tag = " + tag("KSK") + "\r\n");
    assertThat(anchor("--format", "records").out()).startsWith("example.\t3600\tIN\tDNSKEY\t257");
    assertThat(anchor("--format", "xml", "--source", "https://example/a.xml").out())
        .contains("source=\"https://example/a.xml\"")
        .contains("validFrom=\"2026-03-01T12:00:00+00:00\"")
        .contains("<KeyTag>" + tag("KSK") + "</KeyTag>");
    assertThat(anchor("--json").out()).contains("\"ds\" : [ ]");
  }

  @Test
  void digestsAloneBecomeDsAnchors() throws IOException {
    Files.writeString(
        folder.resolve("dsset-dskey"), "dskey.example.com. DS 60485 5 2 " + DSKEY_DIGEST);
    assertThat(run("trustanchor", "dskey.example.com", "--from", "dsset-dskey").out())
        .contains("\"dskey.example.com.\" static-ds 60485 5 2 \"" + DSKEY_DIGEST + "\";");
  }

  @Test
  void optionsWithoutEffectAreRefused() {
    assertThat(anchor("--managed", "--format", "unbound").err())
        .contains("--managed is for --format bind alone")
        .contains("auto-trust-anchor-file");
    assertThat(anchor("--source", "x").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(anchor("--validfrom", "now").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theTextGoesToAFileButNeverOverTheKeyStore() throws IOException {
    assertThat(anchor("--output", "anchor.conf").out()).isEmpty();
    assertThat(Files.readString(folder.resolve("anchor.conf"))).startsWith("trust-anchors {");
    byte[] store = Files.readAllBytes(folder.resolve("keys.p12"));
    Result result = dsset("--output", "keys.p12");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--output would replace the key store");
    assertThat(Files.readAllBytes(folder.resolve("keys.p12"))).isEqualTo(store);
  }

  @Test
  void windowsIsWarnedOfAlgorithmsItDoesNotKnow() {
    user.succeed("genkey", "--zone", "ed", "--alg", "ed25519", "--flags", "KSK");
    assertThat(run("trustanchor", "ed", "--format", "windows").err())
        .contains("warning: Windows DNS servers do not validate");
    assertThat(run("trustanchor", "ed", "--format", "bind").err()).isEmpty();
  }
}
