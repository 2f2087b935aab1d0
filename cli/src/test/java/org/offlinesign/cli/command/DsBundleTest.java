package org.offlinesign.cli.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.Peers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The hand-over to the owner of the parent zone, and what that one makes of it. */
class DsBundleTest {
  private static final String SEC_DNS = "urn:ietf:params:xml:ns:secDNS-1.1";

  @TempDir private Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void signZone() throws IOException {
    owner = new ZoneOwner(folder);
    assertThat(owner.sign().exitCode()).isEqualTo(ExitCode.DONE);
  }

  private Result dsset(String... more) {
    return owner.run(ZoneOwner.line(new String[] {"dsset", "--zone", "example"}, more));
  }

  private Result handOver(String... more) {
    Result result =
        dsset(
            ZoneOwner.line(
                new String[] {"--key", "KSK", "--bundle", "out", "--proof", "db.signed"}, more));
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    return result;
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve("out").resolve(name));
  }

  private static String words(String lines) {
    return lines.toUpperCase(Locale.ROOT).replaceAll("[ \t]+", " ");
  }

  @Test
  void theFolderHasAFileForEachFormAndForTheProof() throws IOException {
    Result result = handOver();
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "README.txt",
              "form.txt",
              "dsset-example",
              "ds.txt",
              "ds.json",
              "epp.xml",
              "cds.txt",
              "dnskey.txt",
              "proof.txt");
    }
    assertThat(result.out().lines().findFirst()).hasValue(folder.resolve("out/README.txt") + "");
    assertThat(text("ds.json")).contains("\"digestName\" : \"SHA-256\"");
    assertThat(text("cds.txt")).contains("\tCDS\t");
  }

  @Test
  void theReadmeSaysWhatToCompareAndHow() throws IOException {
    handOver();
    String digest = text("ds.txt").trim().split(" ", -1)[6];
    String firstGroups = digest.substring(0, 4) + " " + digest.substring(4, 8);
    assertThat(text("README.txt"))
        .startsWith("DS records of example. for the owner of its parent\nWritten at 2026-03-01 ")
        .contains("  digest       " + firstGroups)
        .contains("offlinesign dsset --check dsset-example --child-zone proof.txt");
    assertThat(text("form.txt")).contains("  to compare   " + firstGroups);
  }

  @Test
  void theRecordsAreThoseThatBindAndLdnsMakeOfTheKeys() throws Exception {
    handOver();
    Path out = folder.resolve("out");
    String bind =
        Peers.require("dnssec-dsfromkey")
            .run(out, "-2", "-f", "proof.txt", "example")
            .orFail()
            .stdout();
    assertThat(text("ds.txt")).isEqualTo(bind);
    String ldns = Peers.require("ldns-key2ds").run(out, "-n", "-2", "dnskey.txt").orFail().stdout();
    assertThat(words(text("dsset-example"))).isEqualTo(words(ldns).replace(" 3600 ", " "));
  }

  @Test
  void rfc5910_5_2_5_theRegistrarsCommandReplacesAllRecords() throws Exception {
    handOver();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(folder.resolve("out/epp.xml").toFile());
    assertThat(document.getDocumentElement().getNamespaceURI())
        .isEqualTo("urn:ietf:params:xml:ns:epp-1.0");
    assertThat(document.getElementsByTagNameNS("urn:ietf:params:xml:ns:domain-1.0", "name"))
        .extracting(nodes -> nodes.item(0).getTextContent())
        .isEqualTo("example");
    Element update = (Element) document.getElementsByTagNameNS(SEC_DNS, "update").item(0);
    assertThat(fields(update, "all")).isEqualTo("true");
    String record =
        String.join(
            " ",
            fields(update, "keyTag"),
            fields(update, "alg"),
            fields(update, "digestType"),
            fields(update, "digest"));
    assertThat("example. IN DS " + record + "\n").isEqualTo(text("ds.txt"));
    assertThat(text("dnskey.txt"))
        .contains(fields(update, "flags") + " " + fields(update, "protocol"))
        .contains(fields(update, "pubKey"));
  }

  private static String fields(Element parent, String name) {
    return parent.getElementsByTagNameNS(SEC_DNS, name).item(0).getTextContent();
  }

  @Test
  void theParentsOwnerChecksTheRecordsWithTheProof() {
    handOver();
    Result result =
        owner.run("dsset", "--check", "out/dsset-example", "--child-zone", "out/proof.txt");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("  ok     key tag ")
        .contains(": its key signs the DNSKEY records\n")
        .endsWith("out/dsset-example belongs to example. as it is in out/proof.txt\n");
    assertThat(dsset("--check", "out/dsset-example").out()).contains("is of a key of the zone");
  }

  @Test
  void theZoneIsThatOfTheNameOfTheFile() {
    handOver();
    Result result = owner.run("dsset", "--check", "out/dsset-example");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("dsset-example belongs to example.");
  }

  @Test
  void theDigitsOfADigestAreCountedIfTheyAreNoPairs() throws IOException {
    Files.writeString(folder.resolve("cut"), "example. DS 1 8 2 " + "a".repeat(51) + "\n");
    Result result = owner.run("dsset", "--check", "cut", "--child-zone", "db", "--zone", "example");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains("found 51 digits, an odd number");
  }

  @Test
  void aChildThatIsNotSignedIsCalledThat() throws IOException {
    handOver();
    String[] check = {"dsset", "--check", "out/dsset-example", "--child-zone"};
    Result relative = owner.run(ZoneOwner.line(check, "db"));
    assertThat(relative.err()).contains("--zone NAME names the zone of a file that does not");
    Result unsigned = owner.run(ZoneOwner.line(check, "db", "--zone", "example"));
    assertThat(unsigned.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(unsigned.out()).contains("the zone has no DNSKEY records: it is not signed");
    String keysAlone =
        owner.signedText().lines().filter(line -> !line.contains("RRSIG")).collect(joining("\n"));
    Files.writeString(owner.file("keys-alone"), keysAlone + "\n");
    Result idle = owner.run(ZoneOwner.line(check, "keys-alone", "--zone", "example"));
    assertThat(idle.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(idle.out()).contains("  idle   key tag ").doesNotContain("  ok  ");
  }

  @Test
  void recordsOfAnotherKeyAreToldOneByOne() throws IOException {
    handOver();
    String right = text("dsset-example");
    Files.writeString(
        folder.resolve("mixed"),
        right
            + right.replaceFirst("[0-9A-F]{8}\n", "00000000\n")
            + "example. DS 1 8 2 "
            + "00".repeat(32));
    Result result = owner.run("dsset", "--check", "mixed", "--child-zone", "db.signed");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out())
        .contains("  ok     ")
        .contains("  WRONG  key tag 1, algorithm 8, digest type 2: no key of the zone has")
        .contains("another digest\n")
        .endsWith("mixed does not belong to example. as it is in db.signed\n");
    Result json = owner.run("dsset", "--check", "mixed", "--child-zone", "db.signed", "--json");
    assertThat(json.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(json.out())
        .contains("\"belongs\" : false")
        .contains("\"verdict\" : \"wrong-digest\"")
        .contains("\"verdict\" : \"leads-in\"");
  }

  @Test
  void recordsOfAnotherZoneDoNotBelong() throws IOException {
    Files.writeString(folder.resolve("dsset-other"), "other. DS 1 8 2 " + "00".repeat(32));
    Result result = owner.run("dsset", "--check", "dsset-other", "--child-zone", "db.signed");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains("those in it are of other.");
    assertThat(
            owner
                .run(
                    "dsset",
                    "--zone",
                    "other",
                    "--check",
                    "dsset-other",
                    "--child-zone",
                    "db.signed")
                .err())
        .contains("db.signed is of the zone example. and not of other.");
  }

  @Test
  void whatTheZoneDoesNotProveIsNotHandedOut() throws IOException {
    Result other = dsset("--key", "Next", "--bundle", "out", "--proof", "db.signed");
    assertThat(other.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(other.err()).contains("db.signed does not prove the DS record ");
    Result unsigned = dsset("--key", "KSK", "--bundle", "out", "--proof", "db");
    assertThat(unsigned.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(unsigned.err()).contains("db has no DNSKEY records to hand out");
    List<String> damaged =
        owner
            .signedText()
            .lines()
            // The signature is of the TTL, too.
            .map(line -> line.replaceFirst("(RRSIG\\s+DNSKEY \\d+ \\d+ )\\d+", "$17"))
            .toList();
    Files.write(folder.resolve("damaged"), damaged);
    Result wrong = dsset("--key", "KSK", "--bundle", "out", "--proof", "damaged");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void filesThatAreNoPartOfTheBundleAreNotHandedOverWithIt() throws IOException {
    handOver();
    Result fewer = dsset("--key", "KSK", "--bundle", "out", "--format", "bind,epp");
    assertThat(fewer.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(fewer.err()).contains("out holds cds.txt, which is no part of the bundle");
    Result some = dsset("--key", "KSK", "--bundle", "some", "--format", "bind,epp", "--bind-names");
    assertThat(some.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("some")).isDirectoryContaining("glob:**epp.xml");
    assertThat(Files.readString(folder.resolve("some/README.txt"))).doesNotContain("proof.txt");
    handOver();
  }

  @Test
  void theProofAloneIsPrinted() {
    Result result = dsset("--key", "KSK", "--proof", "db.signed");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("\tDNSKEY\t257 3 8 ").contains("\tRRSIG\tDNSKEY 8 1 ");
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    assertThat(dsset("--format", "bind,epp").err()).contains("only a bundle holds several things");
    assertThat(dsset("--bundle", "out", "--json").err()).contains("into its folder");
    assertThat(dsset("--child-zone", "db").err()).contains("--child-zone is for --check alone");
    assertThat(dsset("--check", "x", "--bundle", "out").err()).contains("hands nothing over");
    assertThat(dsset("--check", "x", "--output", "y").err()).contains("writes no files");
    assertThat(dsset("--check", "x", "--digest", "sha384").err()).contains("as they are");
    assertThat(dsset("--check", "x", "--bind-names").err()).contains("as they are");
    assertThat(dsset("--bind-names").err()).contains("and there are none");
    assertThat(dsset("--check", "x", "--child-zone", "db", "--from", "y").err())
        .contains("not with both");
    assertThat(owner.run("dsset", "--check", "x").err()).contains("--zone NAME is missing");
    assertThat(owner.run("trustanchor").exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
