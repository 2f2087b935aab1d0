package org.offlinesign.sign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.file.WrittenFile;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.zonefile.ZoneFileException;

/** DNSSEC records alone, to be included into the zone file that was signed. */
class DnssecOnlyTest {
  private static final String RECORDS =
      "a A 192.0.2.1\nsub NS ns.sub\nsub DS 1 8 2 " + "AB".repeat(32) + "\nns.sub A 192.0.2.2\n";

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static SigningRequest.Builder kept(SigningRequest.Builder request) {
    return request
        .serialPolicy(SerialPolicy.KEEP)
        .dsTreatment(RecordTreatment.NOCHANGE)
        .dnskeyTreatment(RecordTreatment.ADD);
  }

  private static SigningRequest.Builder alone(SigningRequest.Builder request) {
    return kept(request).content(ZoneContent.DNSSEC_ONLY);
  }

  @Test
  void theyMakeTheSignedZoneTogetherWithTheZoneFile() throws Exception {
    SignedText whole = fixture.sign(RECORDS, DnssecOnlyTest::kept).zone();
    SignedText part = fixture.sign(RECORDS, DnssecOnlyTest::alone).zone();
    List<ResourceRecord> rest = new ArrayList<>(whole.records());
    rest.removeAll(part.records());
    assertThat(part.records()).isSubsetOf(whole.records());
    assertThat(rest)
        .extracting(record -> record.type().toString())
        .containsExactly("SOA", "NS", "A", "A", "NS", "A");
    assertThat(part.owners(RecordType.DS)).containsExactly("sub.example.");
  }

  @Test
  void theWholeZoneIsCheckedAndItsFileRemoved() throws Exception {
    List<WrittenFile> checked = new ArrayList<>();
    OutputCheck check =
        (whole, request) -> {
          checked.add(whole);
          assertThat(whole.open()).asString(US_ASCII).contains("SOA").contains("RRSIG");
        };
    fixture.sign(RECORDS, request -> alone(request).outputCheck(check));
    assertThat(checked)
        .singleElement()
        .satisfies(whole -> assertThat(whole.channel().isOpen()).isFalse());
    assertThat(fixture.files()).containsExactly("dsset-example", "keyset-example", "signed.zone");
  }

  @Test
  void whatTheZoneFileWouldKeepMustNotBeTakenAway() {
    assertThatThrownBy(
            () -> fixture.sign("", request -> alone(request).serialPolicy(SerialPolicy.INCREMENT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("serial");
    assertThatThrownBy(
            () -> fixture.sign("@ ZONEMD 7 1 1 " + "A".repeat(96) + "\n", DnssecOnlyTest::alone))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("zone:6:1")
        .hasMessageContaining("RFC 8976");
  }
}
