package org.offlinesign.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.record.RecordType;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** What a child zone hands to its parent: ours is read by BIND, and BIND's by us. */
class DelegationExchangeTest {
  private static final String PARENT =
      """
      $TTL 3600
      @           SOA ns.example.net. hostmaster.example.net. 1 10800 3600 604800 300
                  NS  ns.example.net.
      child       NS  ns.example.net.
      other       NS  ns.example.net.
      """;
  private static final String CHILD =
      """
      $TTL 3600
      @           SOA ns.example.net. hostmaster.example.net. 1 10800 3600 604800 300
                  NS  ns.example.net.
      www         A   192.0.2.1
      """;

  @TempDir Path folder;

  private KeyOwner owner;

  @BeforeEach
  void writeZones() throws Exception {
    owner = new KeyOwner(folder);
    Files.writeString(owner.file("parent"), PARENT);
    Files.writeString(owner.file("child"), CHILD);
  }

  @Test
  void ourDigestsAreThoseOfDnssecDsfromkey() throws Exception {
    owner.makeKeys("child.parent.example");
    Path signed =
        owner.sign(owner.file("child"), "child.parent.example", "--digest", "sha256,sha384,sha1");
    Program.Outcome expected =
        Peers.require("dnssec-dsfromkey")
            .run(
                folder,
                "-a",
                "SHA-1",
                "-a",
                "SHA-256",
                "-a",
                "SHA-384",
                "-f",
                signed.toString(),
                "child.parent.example")
            .orFail();
    Path file = Files.writeString(owner.file("expected"), expected.stdout());
    assertThat(content("dsset-child.parent.example").delegationSigners())
        .hasSize(3)
        .isEqualTo(ZoneContent.read(file, "parent.example").delegationSigners());
  }

  /** RFC 7344 §4.1: the parent follows records that a key signed which its DS record names. */
  @Test
  void dnssecCdsFollowsOurCdsFromOneKskToTheNext() throws Exception {
    String zone = "child.parent.example";
    owner.makeKeys(zone);
    owner.makeKey(zone, "Next", "--flags", "KSK");
    owner.sign(owner.file("child"), zone, "--cds", "--cdnskey", "--bind-names");
    Set<String> before = content("dsset-child.parent.example.").delegationSigners();
    assertThat(dssetByDnssecCds("signed-child")).isEqualTo(before);
    owner.sign(owner.file("child"), zone, "--cds", "--cdnskey", "--signkey", "Next");
    assertThat(dssetByDnssecCds("signed-child"))
        .hasSize(2)
        .containsAll(before)
        .isEqualTo(content("dsset-child.parent.example").delegationSigners());
  }

  /** Returns what the parent's DS records are once it has looked at the child. */
  private Set<String> dssetByDnssecCds(String signed) throws Exception {
    Program.Outcome outcome =
        Peers.require("dnssec-cds")
            .run(
                folder,
                "-f",
                signed,
                "-d",
                folder.toString(),
                "-s",
                "-7200",
                "child.parent.example")
            .orFail();
    Path file = Files.writeString(owner.file("by-cds"), outcome.stdout());
    return ZoneContent.read(file, "parent.example").delegationSigners();
  }

  /** What we remember of it is a dsset- file that dnssec-cds goes on from. */
  @Test
  void weFollowTheCdsRecordsOfBindFromOneKskToTheNext() throws Exception {
    owner.makeKeys("parent.example");
    bindKey("-f", "KSK", "-P", "sync", "now");
    bindKey();
    Path child = bindSigns("child", "child.parent.example", "-g");
    ZoneContent first = signParent(child);
    assertThat(first.delegationSigners())
        .hasSize(1)
        .isEqualTo(content("dsset-child.parent.example.").delegationSigners());

    bindKey("-f", "KSK", "-P", "sync", "now");
    bindSigns("child", "child.parent.example", "-g");
    Set<String> wanted = dssetByDnssecCds(child.toString());
    assertThat(signParent(child).delegationSigners()).hasSize(2).isEqualTo(wanted);
    assertThat(Files.readString(owner.file("dsset-child.parent.example.")))
        .startsWith("; accepted from CDS records signed ");
    assertThat(dssetByDnssecCds(child.toString())).isEqualTo(wanted);
  }

  private ZoneContent signParent(Path child) throws Exception {
    Path signed =
        owner.sign(owner.file("parent"), "parent.example", "--child-zone", child.toString());
    return ZoneContent.read(signed, "parent.example");
  }

  @Test
  void bindReadsOurDsset() throws Exception {
    owner.makeKeys("child.parent.example");
    owner.sign(owner.file("child"), "child.parent.example", "--bind-names");
    assertThat(dsOfParentSignedByBind())
        .hasSize(1)
        .isEqualTo(content("dsset-child.parent.example.").delegationSigners());
  }

  @Test
  void bindReadsOurKeyset() throws Exception {
    owner.makeKeys("child.parent.example");
    owner.sign(owner.file("child"), "child.parent.example", "--bind-names");
    ZoneContent dsset = content("dsset-child.parent.example.");
    Files.delete(owner.file("dsset-child.parent.example."));
    assertThat(dsOfParentSignedByBind()).containsAll(dsset.delegationSigners());
  }

  @Test
  void weReadTheDssetAndTheKeysetOfBind() throws Exception {
    signWithBind("child", "child.parent.example", "-C");
    ZoneContent dsset = content("dsset-child.parent.example.");
    assertThat(dsset.delegationSigners()).isNotEmpty();
    owner.makeKeys("parent.example");
    ZoneContent both =
        ZoneContent.read(owner.sign(owner.file("parent"), "parent.example"), "parent.example");
    assertThat(both.delegationSigners()).isEqualTo(dsset.delegationSigners());

    Files.delete(owner.file("dsset-child.parent.example."));
    ZoneContent fromKeyset =
        ZoneContent.read(owner.sign(owner.file("parent"), "parent.example"), "parent.example");
    assertThat(fromKeyset.delegationSigners()).isEqualTo(dsset.delegationSigners());
    assertThat(fromKeyset.tagsSigning(RecordType.DS)).hasSize(1);
  }

  private Set<String> dsOfParentSignedByBind() throws Exception {
    Path signed = signWithBind("parent", "parent.example", "-g");
    return ZoneContent.read(signed, "parent.example").delegationSigners();
  }

  private Path signWithBind(String input, String zone, String option) throws Exception {
    bindKeyOf(zone, "-f", "KSK");
    bindKeyOf(zone);
    return bindSigns(input, zone, option);
  }

  private void bindKey(String... options) throws Exception {
    bindKeyOf("child.parent.example", options);
  }

  private void bindKeyOf(String zone, String... options) throws Exception {
    List<String> line = new ArrayList<>(List.of("-q", "-a", "RSASHA256", "-b", "1024"));
    line.addAll(List.of(options));
    line.add(zone);
    Peers.require("dnssec-keygen").run(folder, new byte[0], line).orFail();
  }

  private Path bindSigns(String input, String zone, String option) throws Exception {
    Path signed = owner.file(input + ".by-bind");
    Peers.require("dnssec-signzone")
        .run(folder, "-q", "-S", option, "-d", ".", "-o", zone, "-f", signed.toString(), input)
        .orFail();
    return signed;
  }

  private ZoneContent content(String file) throws Exception {
    return ZoneContent.read(owner.file(file), "parent.example");
  }
}
