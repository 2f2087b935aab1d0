package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.zonefile.ZoneFileException;

/** Zones that are refused, with the place of each fault. The head of a zone is five lines. */
class ZoneFaultsTest {
  private static final String DS =
      "DS 1 8 2 AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00112233445566778899\n";

  @TempDir Path folder;

  private List<String> faults(String records) {
    SigningFixture fixture = new SigningFixture(folder);
    return messages(catchThrowableOfType(ZoneFileException.class, () -> fixture.sign(records)));
  }

  private List<String> faultsOfWhole(String text) {
    SigningFixture fixture = new SigningFixture(folder);
    return messages(
        catchThrowableOfType(
            ZoneFileException.class, () -> fixture.signWhole(text, request -> request)));
  }

  private static List<String> messages(ZoneFileException refused) {
    assertThat(refused).as("the zone was signed").isNotNull();
    return refused.errors().stream().map(error -> error.place() + " " + error.code()).toList();
  }

  @Test
  void rfc1034_3_6_2_cnameAndOtherData() {
    assertThat(faults("a A 192.0.2.1\na CNAME b\n"))
        .containsExactly("zone:7:1 cname-and-other-data");
  }

  @Test
  void twoCnames() {
    assertThat(faults("a CNAME b\na CNAME c\n")).containsExactly("zone:7:1 cname-not-alone");
  }

  @Test
  void rfc6672_2_4_twoDnames() {
    assertThat(faults("a DNAME b.\na DNAME c.\n")).containsExactly("zone:7:1 dname-not-alone");
  }

  @Test
  void rfc6672_2_3_dnameBesideNs() {
    assertThat(faults("a DNAME b.\na NS c.\n")).containsExactly("zone:6:1 dname-at-cut");
  }

  @Test
  void rfc4035_2_4_dsWithoutNs() {
    assertThat(faults("a " + DS)).containsExactly("zone:6:1 ds-without-ns");
  }

  @Test
  void rfc4035_2_4_dsAtTheApex() {
    assertThat(faults("@ " + DS)).containsExactly("zone:6:1 ds-at-apex");
  }

  @Test
  void rfc4035_2_1_dnskeyBelowTheApex() {
    assertThat(faults("a DNSKEY 256 3 8 AQPSKmynfzW4\n"))
        .containsExactly("zone:6:1 dnskey-below-apex");
  }

  @Test
  void soaBelowTheApex() {
    assertThat(faults("a SOA a b 1 2 3 4 5\n")).containsExactly("zone:6:1 soa-below-apex");
  }

  @Test
  void twoSoas() {
    assertThat(faults("@ SOA ns admin 8 3600 900 604800 60\n"))
        .singleElement()
        .asString()
        .endsWith("soa-not-alone");
  }

  @Test
  void noSoa() {
    assertThat(faultsOfWhole("$TTL 5\n@ NS ns.other.\n")).containsExactly("zone soa-missing");
  }

  @Test
  void anotherZone() {
    assertThat(faultsOfWhole("$TTL 5\nother. SOA a b 1 2 3 4 5\nother. NS a.other.\n"))
        .containsExactly("zone soa-missing");
  }

  @Test
  void rfc9824_theTypeNxnameNeverStandsInAZone() {
    assertThat(faults("a NXNAME \\# 0\n")).singleElement().asString().startsWith("zone:6:");
  }

  @Test
  void allFaultsAreReportedTogetherInTheOrderOfTheFile() {
    assertThat(faults("z A 192.0.2.1\nz CNAME b\na " + DS + "@ " + DS))
        .containsExactly(
            "zone:7:1 cname-and-other-data", "zone:8:1 ds-without-ns", "zone:9:1 ds-at-apex");
  }

  @Test
  void nothingIsWritten() throws Exception {
    SigningFixture fixture = new SigningFixture(folder);
    assertThatThrownBy(() -> fixture.sign("a " + DS)).isInstanceOf(ZoneFileException.class);
    assertThat(fixture.files()).isEmpty();
  }

  @Test
  void aFileOfAnotherZoneIsToldByItsSoaRecord() {
    SigningFixture fixture = new SigningFixture(folder);
    String other = "$ORIGIN other.test.\n@ 60 SOA a a 1 2 3 4 5\n@ 60 NS a\na 60 A 192.0.2.1\n";
    ZoneFileException refused =
        catchThrowableOfType(
            ZoneFileException.class, () -> fixture.signWhole(other, request -> request));
    assertThat(refused.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.message())
                    .startsWith("the zone example. has no SOA record and no NS record;")
                    .contains("; the SOA record here is that of the zone other.test."));
  }
}
