package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.compare.ComparisonReport;
import org.offlinesign.compare.ComparisonRequest;
import org.offlinesign.compare.ComparisonRequest.Scope;
import org.offlinesign.compare.ZoneComparer;
import org.offlinesign.file.OutputPlace;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.sign.UnsigningRequest.ChildDs;
import org.offlinesign.sign.UnsigningRequest.Target;
import org.offlinesign.testing.Budgets;
import org.offlinesign.testing.Corpus;
import org.offlinesign.testing.CorpusFile;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

class ZoneUnsignerTest {
  private static final String SIGNED =
      """
      $TTL 300
      @ SOA ns admin 7 3600 900 604800 60
      @ RRSIG SOA 8 1 300 20260301000000 20260101000000 1 example. AAAA
      @ NS ns
      @ DNSKEY 257 3 8 AwEAAQ==
      @ CDS 0 0 0 00
      @ CDNSKEY 0 3 0 AA==
      @ ZONEMD 7 1 240 000102030405060708090A0B
      @ NSEC3PARAM 1 0 0 -
      @ NSEC c.example. NS SOA RRSIG NSEC DNSKEY
      0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM NSEC3 1 0 0 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A
      ns A 192.0.2.1
      c NS ns.c
      c DS 1 8 200 00
      ns.c A 192.0.2.2
      """;

  @TempDir Path folder;

  private UnsigningReport unsign(String text, ZoneLayout layout, ChildDs ds) throws Exception {
    return new ZoneUnsigner()
        .unsign(
            new UnsigningRequest(
                SigningFixture.source(text),
                ZoneFileOptions.builder(SigningFixture.ZONE).build(),
                new Target(new OutputPlace.File(folder.resolve("out"), folder), layout, folder),
                ds));
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("out"), StandardCharsets.ISO_8859_1);
  }

  @Test
  void dataAndDsRecordsStayInTheirOrder() throws Exception {
    UnsigningReport report = unsign(SIGNED, ZoneLayout.TEXT, ChildDs.KEEP);
    assertThat(output())
        .isEqualTo(
            """
            $ORIGIN example.
            @\t300\tIN\tSOA\tns.example. admin.example. 7 3600 900 604800 60
            @\t300\tIN\tNS\tns.example.
            ns\t300\tIN\tA\t192.0.2.1
            c\t300\tIN\tNS\tns.c.example.
            c\t300\tIN\tDS\t1 8 200 00
            ns.c\t300\tIN\tA\t192.0.2.2
            """);
    assertThat(report.records()).isEqualTo(14);
    assertThat(report.kept()).isEqualTo(6);
    assertThat(report.ds()).isEqualTo(1);
    assertThat(report.serial()).isEqualTo(new Serial(7));
    assertThat(report.dropped())
        .isEqualTo(
            Map.of(
                RecordType.RRSIG, 1L,
                RecordType.DNSKEY, 1L,
                RecordType.CDS, 1L,
                RecordType.CDNSKEY, 1L,
                RecordType.ZONEMD, 1L,
                RecordType.NSEC3PARAM, 1L,
                RecordType.NSEC, 1L,
                RecordType.NSEC3, 1L));
  }

  @Test
  void dsRecordsGoIfAsked() throws Exception {
    UnsigningReport report = unsign(SIGNED, ZoneLayout.TEXT, ChildDs.DROP);
    assertThat(output()).doesNotContain("DS");
    assertThat(report.ds()).isZero();
    assertThat(report.dropped()).containsEntry(RecordType.DS, 1L);
  }

  @Test
  void theSoaRecordComesFirstWhereverItStands() throws Exception {
    unsign(
        "$TTL 9\nb A 192.0.2.2\na A 192.0.2.1\n@ SOA a b 1 2 3 4 5\n@ NS a\n",
        ZoneLayout.TEXT,
        ChildDs.KEEP);
    assertThat(output().lines().map(line -> line.replaceAll("\t.*", "")))
        .containsExactly("$ORIGIN example.", "@", "b", "a", "@");
    assertThat(new SigningFixture(folder).files()).containsExactly("out");
  }

  @Test
  void typesOfTheApexAreDataElsewhere() throws Exception {
    unsign(
        "$TTL 9\n@ SOA a b 1 2 3 4 5\na DNSKEY 256 3 8 AwEAAQ==\na NSEC3PARAM 1 0 0 -\n",
        ZoneLayout.TEXT,
        ChildDs.KEEP);
    assertThat(output()).contains("a\t9\tIN\tDNSKEY").contains("a\t9\tIN\tNSEC3PARAM");
  }

  @Test
  void whatLiesOutsideTheZoneStaysAndIsCounted() throws Exception {
    UnsigningReport report =
        unsign(
            "$TTL 9\n@ SOA a b 1 2 3 4 5\nns.other. A 192.0.2.1\n", ZoneLayout.TEXT, ChildDs.KEEP);
    assertThat(output()).contains("\nns.other.\t9\tIN\tA\t192.0.2.1\n");
    assertThat(report.outOfZone()).isEqualTo(1);
    assertThat(report.wasSigned()).isFalse();
  }

  @Test
  void theWindowsLayoutBeginsWithItsHeading() throws Exception {
    unsign(SIGNED, ZoneLayout.WINDOWS, ChildDs.KEEP);
    assertThat(output())
        .startsWith(";\r\n;  Database file example.dns for example zone.\r\n")
        .contains("Zone version:  7\r\n")
        .contains("\r\n@                       300\tIN  SOA ns.example.  admin.example. (\r\n");
  }

  @Test
  void aFileWithoutTheZonesSoaRecordIsRefusedAndNothingWritten() throws Exception {
    assertThatThrownBy(
            () -> unsign("$TTL 9\nother. SOA a b 1 2 3 4 5\n", ZoneLayout.TEXT, ChildDs.KEEP))
        .isInstanceOf(ZoneFileException.class)
        .hasMessage(
            "zone: error: the zone example. has no SOA record; the SOA record here is that of"
                + " the zone other.");
    assertThat(new SigningFixture(folder).files()).isEmpty();
  }

  @Test
  void aFileWithErrorsIsRefusedAndNothingWritten() throws Exception {
    assertThatThrownBy(() -> unsign(SIGNED + "x A 1\n", ZoneLayout.TEXT, ChildDs.KEEP))
        .isInstanceOf(ZoneFileException.class);
    assertThat(new SigningFixture(folder).files()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ZoneLayout.class)
  void zonesOfTheCorpusAreTheSameOnceSignedAndUnsigned(ZoneLayout layout) throws Exception {
    int zones = 0;
    for (CorpusFile file : Corpus.require().hard(CorpusFile.Kind.VALID_ZONE)) {
      if (Files.size(file.path()) < 4000 && file.relativePath().hashCode() % 3 == 0) {
        zones += roundTrip(file, layout) ? 1 : 0;
      }
    }
    assertThat(zones).isGreaterThan(15);
  }

  /** Returns false for a zone that no signer takes. */
  private boolean roundTrip(CorpusFile file, ZoneLayout layout) throws Exception {
    DnsName zone = DnsName.of(file.origin());
    ZoneFileOptions reading = ZoneFileOptions.builder(zone).build();
    try {
      new SigningFixture(folder, zone)
          .sign(
              ZoneFileSource.of(file.path()),
              request -> request.dsTreatment(RecordTreatment.NOCHANGE));
    } catch (ZoneFileException | KeyPlanException notSignable) {
      return false;
    }
    Path unsigned = folder.resolve("unsigned");
    new ZoneUnsigner()
        .unsign(
            new UnsigningRequest(
                ZoneFileSource.of(folder.resolve("signed.zone")),
                reading,
                new Target(new OutputPlace.File(unsigned, folder), layout, folder),
                ChildDs.KEEP));
    ComparisonReport report =
        new ZoneComparer()
            .compare(
                new ComparisonRequest(
                    ZoneFileSource.of(file.path()),
                    ZoneFileSource.of(unsigned),
                    reading,
                    EnumSet.of(Scope.TTL, Scope.DS),
                    10,
                    Budgets.in(folder)));
    assertThat(report.differences()).as(file.relativePath()).isEmpty();
    assertThat(report.second().dnssec()).isZero();
    return true;
  }
}
