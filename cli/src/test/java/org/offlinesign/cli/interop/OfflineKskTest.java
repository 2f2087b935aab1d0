package org.offlinesign.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.record.RecordType;
import org.offlinesign.testing.Peers;

/** A KSK signs once and is put away; the zone is signed again and again with its ZSK. */
class OfflineKskTest {
  private static final String ZONE = "example";
  private static final String RECORDS =
      """
      $TTL 3600
      @    SOA ns hostmaster 1 10800 3600 604800 300
           NS  ns
      ns   A   192.0.2.1
      www  A   192.0.2.2
      """;

  @TempDir Path folder;

  private KeyOwner owner;
  private Path signed;

  @BeforeEach
  void signWithBothKeys() throws Exception {
    owner = new KeyOwner(folder);
    owner.makeKeys(ZONE);
    Files.writeString(owner.file("db"), RECORDS);
    signed = owner.sign(owner.file("db"), ZONE, "--cds", "--cdnskey");
  }

  private Result signWithZskAlone(String... more) throws Exception {
    Path input =
        Files.writeString(owner.file("db"), Files.readString(signed) + "new 3600 A 192.0.2.3\n");
    List<String> line = new ArrayList<>(List.of("signzone", "--zone", ZONE));
    line.addAll(List.of("--input", input.toString(), "--output", signed.toString()));
    line.addAll(List.of("--signkey", "ZSK-" + ZONE, "--addkey", "KSK-" + ZONE));
    line.addAll(List.of(more));
    return owner.succeed(line);
  }

  @Test
  void itsSignaturesStayAndOthersAcceptTheZone() throws Exception {
    ZoneContent before = ZoneContent.read(signed, ZONE);
    Result result = signWithZskAlone("--keep-until", "7d");
    assertThat(result.err()).isEmpty();
    ZoneContent after = ZoneContent.read(signed, ZONE);
    assertThat(before.tagsSigning(RecordType.DNSKEY)).hasSize(2);
    for (RecordType type : List.of(RecordType.DNSKEY, RecordType.CDS, RecordType.CDNSKEY)) {
      assertThat(after.tagsSigning(type)).as("%s", type).isEqualTo(before.tagsSigning(type));
    }
    owner.succeed(
        List.of(
            "verifyzone",
            "--zone",
            ZONE,
            "--trust-anchor",
            owner.file("dsset-" + ZONE).toString(),
            signed.toString()));
    Peers.require("dnssec-verify").run(folder, "-o", ZONE, signed.toString()).orFail();
  }

  @Test
  void aSignatureThatEndsTooSoonStaysAndTheUserIsToldWhatToDo() throws Exception {
    Result result = signWithZskAlone("--keep-until", "60d");
    assertThat(result.err())
        .contains("which is only published, over the DNSKEY records ends at ")
        .contains("--signkey")
        .doesNotContain("no KSK signs the DNSKEY RRset");
    assertThat(ZoneContent.read(signed, ZONE).tagsSigning(RecordType.DNSKEY)).hasSize(2);
  }

  @Test
  void aNewKeyEndsItAndTheUserIsTold() throws Exception {
    owner.makeKey(ZONE, "Next");
    Result result = signWithZskAlone("--keep-until", "7d", "--addkey", "Next");
    assertThat(result.err())
        .contains("over the DNSKEY records does not fit the DNSKEY records and their TTL")
        .contains("no KSK signs the DNSKEY RRset");
  }
}
