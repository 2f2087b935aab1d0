package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.rdata.Zonemd;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Serial;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zone.ZonemdHash;
import org.offlinesign.zonefile.ZoneFileException;

/** The digest of the signed zone; that it is the right one is for peers and the verifier to say. */
class ZonemdTest {
  private static final String RECORDS = "a A 192.0.2.1\nb.c A 192.0.2.2\n*.d TXT t\nZ MX 1 A\n";
  private static final String OLD = "@ ZONEMD 7 1 1 " + "A".repeat(96) + "\n";

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static SigningRequest.Builder with(SigningRequest.Builder request, ZonemdHash... hashes) {
    return request.apexChanges(new ApexChanges(ChildSignal.KEEP, ChildSignal.KEEP, Set.of(hashes)));
  }

  private static SigningRequest.Builder sha384(SigningRequest.Builder request) {
    return with(request, ZonemdHash.SHA384);
  }

  private static List<Zonemd> zonemd(Outcome outcome) throws Exception {
    List<Zonemd> found = new ArrayList<>();
    for (ResourceRecord record : outcome.zone().records()) {
      if (record.type().equals(RecordType.ZONEMD)) {
        found.add(Zonemd.from(record.rdata()));
      }
    }
    return found;
  }

  @Test
  void rfc8976_3_1_theRecordsHaveTheFinalSerialAndTheTtlOfTheSoa() throws Exception {
    Outcome outcome =
        fixture.sign(RECORDS, request -> with(request, ZonemdHash.SHA384, ZonemdHash.SHA512));
    assertThat(zonemd(outcome)).extracting(Zonemd::serial).containsOnly(new Serial(8));
    assertThat(zonemd(outcome)).extracting(Zonemd::scheme).containsOnly(1);
    assertThat(zonemd(outcome)).extracting(Zonemd::hash).containsExactly(1, 2);
    assertThat(zonemd(outcome)).extracting(z -> z.digest().length).containsExactly(48, 64);
    assertThat(outcome.zone().ttls("example.", RecordType.ZONEMD)).containsExactly(300, 300);
    assertThat(outcome.report().warnings()).isEmpty();
  }

  @Test
  void theTypeIsInTheBitmapAndTheRecordsAreSigned() throws Exception {
    Outcome outcome = fixture.sign(RECORDS, ZonemdTest::sha384);
    assertThat(outcome.zone().data("example.", RecordType.NSEC).get(0)).contains(" ZONEMD");
    assertThat(outcome.zone().signedTypes("example.")).containsOnlyOnce("ZONEMD");
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void anyChangeOfTheZoneChangesTheDigest() throws Exception {
    byte[] digest = zonemd(fixture.sign(RECORDS, ZonemdTest::sha384)).get(0).digest();
    byte[] again = zonemd(fixture.sign(RECORDS, ZonemdTest::sha384)).get(0).digest();
    byte[] changed =
        zonemd(fixture.sign(RECORDS.replace("TXT t", "TXT u"), ZonemdTest::sha384)).get(0).digest();
    assertThat(again).isEqualTo(digest);
    assertThat(changed).isNotEqualTo(digest);
  }

  @Test
  void theOutputIsTheSameWithAnyNumberOfThreadsAndWhenSignedAgain() throws Exception {
    fixture.sign(RECORDS, request -> sha384(request).serialPolicy(SerialPolicy.KEEP));
    String once = fixture.read("signed.zone");
    fixture.signWhole(
        once,
        request -> sha384(request).serialPolicy(SerialPolicy.KEEP).budget(Budgets.in(folder, 8)));
    assertThat(fixture.read("signed.zone")).isEqualTo(once);
  }

  @Test
  void theLayoutOfTheFileMakesNoDifference() throws Exception {
    List<Zonemd> text = zonemd(fixture.sign(RECORDS, ZonemdTest::sha384));
    for (ZoneLayout layout : List.of(ZoneLayout.FULL, ZoneLayout.WINDOWS)) {
      Outcome outcome = fixture.sign(RECORDS, request -> sha384(request).layout(layout));
      assertThat(zonemd(outcome)).isEqualTo(text);
    }
  }

  @Test
  void anOldDigestIsReplacedOrLeftOutWithAWarning() throws Exception {
    Outcome renewed = fixture.sign(RECORDS + OLD, ZonemdTest::sha384);
    assertThat(zonemd(renewed)).extracting(Zonemd::serial).containsExactly(new Serial(8));
    assertThat(renewed.report().warnings()).isEmpty();
    Outcome without = fixture.sign(RECORDS + OLD);
    assertThat(zonemd(without)).isEmpty();
    assertThat(without.report().warnings())
        .extracting(SigningWarning::code)
        .containsExactly(Code.STALE_ZONEMD);
  }

  @Test
  void dnssecRecordsAloneHoldTheDigestOfTheWholeZone() throws Exception {
    UnaryOperator<SigningRequest.Builder> kept =
        request ->
            sha384(request)
                .serialPolicy(SerialPolicy.KEEP)
                .dsTreatment(RecordTreatment.NOCHANGE)
                .dnskeyTreatment(RecordTreatment.ADD);
    List<Zonemd> whole = zonemd(fixture.sign(RECORDS, kept));
    UnaryOperator<SigningRequest.Builder> alone =
        request -> kept.apply(request).content(ZoneContent.DNSSEC_ONLY);
    assertThat(zonemd(fixture.sign(RECORDS, alone))).isEqualTo(whole);
    assertThatThrownBy(() -> fixture.sign(RECORDS + OLD, alone))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("ZONEMD");
  }
}
