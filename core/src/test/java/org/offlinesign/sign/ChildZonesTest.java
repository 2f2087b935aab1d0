package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyRole;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.SigningWarning.Code;

/** DS records: what a zone holds of them, and what the files of its children say. */
class ChildZonesTest {
  private static final String OLD_DS =
      "1 8 2 AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00112233445566778899";
  private static final DnsName CHILD = DnsName.of("sub.example.");
  private static final Dnskey KSK =
      SigningFixture.key(Algorithm.RSASHA256, KeyRole.KSK).facts().dnskey();
  private static final Dnskey ZSK =
      SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK).facts().dnskey();

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static String ds(Dnskey key, DigestType digest) {
    return DsDigest.of(CHILD, key, digest).toString();
  }

  private Outcome sign(RecordTreatment treatment) throws Exception {
    return fixture.sign(
        "sub 7 NS ns.sub\nsub 9 DS " + OLD_DS + "\n", request -> request.dsTreatment(treatment));
  }

  private static List<String> dsOf(Outcome outcome) {
    return outcome.zone().data("sub.example.", RecordType.DS);
  }

  private static List<String> complaints(Outcome outcome, Code code) {
    return outcome.report().warnings().stream()
        .filter(warning -> warning.code() == code)
        .map(SigningWarning::message)
        .toList();
  }

  @Test
  void replaceWithoutAFileOfTheChildLosesTheDelegationAndSaysSo() throws Exception {
    Outcome outcome = sign(RecordTreatment.REPLACE);
    assertThat(dsOf(outcome)).isEmpty();
    assertThat(complaints(outcome, Code.LOST_DELEGATION))
        .singleElement()
        .asString()
        .contains("sub.example.", "--ds add");
    assertThat(outcome.zone().data("sub.example.", RecordType.NSEC))
        .containsExactly("example. NS RRSIG NSEC");
  }

  @Test
  void aKeysetFileBecomesADsRecordOfItsKskWithTheTtlOfTheNsRecords() throws Exception {
    fixture.write(
        "keyset-sub.example.",
        "$ORIGIN .\nsub.example 3600 IN DNSKEY " + KSK + "\nsub.example 1 IN DNSKEY " + ZSK + "\n");
    Outcome outcome = sign(RecordTreatment.REPLACE);
    assertThat(dsOf(outcome)).containsExactly(ds(KSK, DigestType.SHA256));
    assertThat(outcome.zone().ttls("sub.example.", RecordType.DS)).containsExactly(7);
    assertThat(outcome.report().children()).hasSize(1);
    assertThat(outcome.report().output().secureDelegations()).isEqualTo(1);
    assertThat(outcome.zone().signedTypes("sub.example.")).containsExactly("DS", "NSEC");
  }

  @Test
  void theDigestsAskedForAreMade() throws Exception {
    fixture.write("keyset-sub.example", "sub.example. 3600 IN DNSKEY " + KSK + "\n");
    Outcome outcome =
        fixture.sign(
            "sub NS ns.sub\n",
            request -> request.digests(Set.of(DigestType.SHA384, DigestType.SHA256)));
    assertThat(dsOf(outcome))
        .containsExactlyInAnyOrder(ds(KSK, DigestType.SHA256), ds(KSK, DigestType.SHA384));
  }

  @Test
  void aDssetFileOfBindWithoutTtlsIsTakenAsItStands() throws Exception {
    fixture.write("DSSET-Sub.Example.", "sub.example.\t\tIN DS " + ds(KSK, DigestType.SHA1) + "\n");
    assertThat(dsOf(sign(RecordTreatment.REPLACE))).containsExactly(ds(KSK, DigestType.SHA1));
  }

  @Test
  void rfc9905_sha1InADssetFileIsUsedButNotWithoutAWord() throws Exception {
    fixture.write(
        "dsset-sub.example",
        "sub.example. IN DS %s\nsub.example. IN DS %s\n"
            .formatted(ds(KSK, DigestType.SHA1), ds(KSK, DigestType.SHA256)));
    Outcome outcome = sign(RecordTreatment.REPLACE);
    assertThat(dsOf(outcome)).hasSize(2);
    assertThat(complaints(outcome, Code.CHILD_FILE))
        .singleElement()
        .asString()
        .contains("dsset-sub.example has DS records with SHA-1", "RFC 9905", "" + KSK.keyTag())
        .endsWith("; ask the child's owner for digests with SHA-256");
  }

  @Test
  void aDssetFileInTheLayoutOfWindowsIsRead() throws Exception {
    String digest = "AABBCCDDEEFF00112233445566778899AABB";
    String rest = "CCDDEEFF00112233445566778899";
    fixture.write(
        "dsset-sub.example",
        "sub.example             DS\t32801 8 2 (\r\n                        "
            + digest
            + "\r\n                        "
            + rest
            + " )\r\n");
    assertThat(dsOf(sign(RecordTreatment.REPLACE))).containsExactly("32801 8 2 " + digest + rest);
  }

  @Test
  void whatDigPrintsIsRead() throws Exception {
    fixture.write(
        "keyset-sub.example",
        "\n; <<>> DiG 9.18 <<>> DNSKEY sub.example\n;; ANSWER SECTION:\nsub.example.\t\t300\tIN\t"
            + "DNSKEY\t"
            + KSK
            + "\nsub.example. 300 IN RRSIG DNSKEY 8 2 300 20300101000000 20200101000000 1"
            + " sub.example. AAAA\n;; Query time: 0 msec\n");
    assertThat(dsOf(sign(RecordTreatment.REPLACE))).containsExactly(ds(KSK, DigestType.SHA256));
  }

  @Test
  void addKeepsTheRecordsThatAreThere() throws Exception {
    fixture.write("dsset-sub.example", "sub.example. IN DS " + ds(KSK, DigestType.SHA256) + "\n");
    Outcome outcome = sign(RecordTreatment.ADD);
    assertThat(dsOf(outcome)).containsExactlyInAnyOrder(OLD_DS, ds(KSK, DigestType.SHA256));
    assertThat(outcome.zone().ttls("sub.example.", RecordType.DS)).containsOnly(9);
  }

  @Test
  void nochangeLooksAtNoFile() throws Exception {
    fixture.write("dsset-sub.example", "sub.example. IN DS " + ds(KSK, DigestType.SHA256) + "\n");
    assertThat(dsOf(sign(RecordTreatment.NOCHANGE))).containsExactly(OLD_DS);
  }

  @Test
  void filesThatDisagreeAreBothUsedAndReported() throws Exception {
    Dnskey other = SigningFixture.key(Algorithm.RSASHA256, KeyRole.KSK).facts().dnskey();
    fixture.write("dsset-sub.example", "sub.example. IN DS " + ds(KSK, DigestType.SHA256) + "\n");
    fixture.write("keyset-sub.example", "sub.example. 5 IN DNSKEY " + other + "\n");
    Outcome outcome = sign(RecordTreatment.REPLACE);
    assertThat(dsOf(outcome))
        .containsExactlyInAnyOrder(ds(KSK, DigestType.SHA256), ds(other, DigestType.SHA256));
    assertThat(complaints(outcome, Code.CHILD_FILE))
        .hasSize(2)
        .anyMatch(text -> text.contains("keys of which") && text.contains("" + other.keyTag()))
        .anyMatch(text -> text.contains("of no key") && text.contains("" + KSK.keyTag()));
  }

  @Test
  void filesThatCannotBeUsedAreReportedByName() throws Exception {
    fixture.write("dsset-sub.example", "no zone file\n");
    fixture.write("keyset-sub.example", "other.example. 5 IN DNSKEY " + KSK + "\n");
    fixture.write("keyset-sub.example.", "sub.example. 5 IN DNSKEY " + KSK.revoked() + "\n");
    fixture.write("dsset-gone.example", "gone.example. IN DS " + OLD_DS + "\n");
    Outcome outcome = sign(RecordTreatment.REPLACE);
    assertThat(dsOf(outcome)).isEmpty();
    assertThat(complaints(outcome, Code.CHILD_FILE))
        .anyMatch(text -> text.contains("dsset-sub.example: ignored"))
        .anyMatch(text -> text.contains("a DNSKEY record of other.example. is ignored"))
        .anyMatch(text -> text.contains("keyset-sub.example.: ignored, each of its keys"))
        .anyMatch(text -> text.contains("gone.example.") && text.contains("no delegation"));
    assertThat(complaints(outcome, Code.LOST_DELEGATION)).hasSize(1);
  }

  @Test
  void theFileOfAStrangerReadsNoOtherFileAndHasAnEnd() throws Exception {
    fixture.write("secret", "sub.example. IN DS " + ds(KSK, DigestType.SHA256) + "\n");
    fixture.write("dsset-sub.example", "$INCLUDE secret\n");
    fixture.write("keyset-sub.example", "$GENERATE 1-1000000 a$ A 192.0.2.1\n");
    Outcome outcome = sign(RecordTreatment.REPLACE);
    assertThat(dsOf(outcome)).isEmpty();
    assertThat(complaints(outcome, Code.CHILD_FILE))
        .anyMatch(text -> text.contains("$INCLUDE is not allowed here"))
        .anyMatch(text -> text.contains("more than 1000 records"));
  }

  @Test
  void occludedDelegationsGetNoRecords() throws Exception {
    fixture.write(
        "dsset-x.sub.example", "x.sub.example. IN DS " + ds(KSK, DigestType.SHA256) + "\n");
    Outcome outcome = fixture.sign("sub NS ns.sub\nx.sub NS ns.x.sub\n");
    assertThat(outcome.zone().owners(RecordType.DS)).isEmpty();
  }
}
