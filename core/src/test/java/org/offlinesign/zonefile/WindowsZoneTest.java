package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;

/** Files as Windows DNS servers and the programs around them write them. */
class WindowsZoneTest {
  private static final String HEADER =
      """
      ;
      ;  Database file example.dns for example zone.
      ;      Zone version:  5
      ;

      @                       IN  SOA ns.example. hm.example. (
                                      5            ; serial number
                                      900          ; refresh
                                      600          ; retry
                                      86400        ; expire
                                      3600       ) ; default TTL

      ;
      ;  Zone NS records
      ;

      @                       NS	ns.example.
      """;

  private static ReadZone read(String records) throws IOException {
    return ReadZone.of((HEADER + records).replace("\n", "\r\n"));
  }

  @Test
  void theDefaultTtlIsTheLastNumberOfTheSoaAndNoWarning() throws IOException {
    ReadZone zone = read("");
    assertThat(zone.records())
        .containsExactly(
            "example. 3600 IN SOA ns.example. hm.example. 5 900 600 86400 3600",
            "example. 3600 IN NS ns.example.");
    assertThat(zone.diagnostics()).extracting(Diagnostic::severity).containsOnly(Severity.NOTICE);
  }

  @Test
  void theAgeOfADynamicRecordIsPassedOver() throws IOException {
    assertThat(read("pc [AGE:3634093]\t1200\tA\t192.0.2.9\n\t[age:7] A 192.0.2.10\n").records())
        .contains("pc.example. 1200 IN A 192.0.2.9", "pc.example. 3600 IN A 192.0.2.10");
  }

  @Test
  void aMalformedAgeIsAnError() throws IOException {
    assertThat(read("pc [AGE:x] A 192.0.2.9\npd [AGE:] A 192.0.2.9\n").errors())
        .containsExactly("18:4 type", "19:4 type");
  }

  @Test
  void winsRecordsAreLeftOutAndCounted() throws IOException {
    ReadZone zone =
        read("@ WINS L1 C2 ( 10.0.0.10\n 10.0.0.11 )\n@ 0 IN WINSR LOCAL L1 C2 example.com.\n");
    assertThat(zone.records()).hasSize(2);
    assertThat(zone.errors()).isEmpty();
    assertThat(zone.diagnostics())
        .filteredOn(d -> d.code() == LintCode.WINS)
        .extracting(Diagnostic::message)
        .containsExactly("2 WINS and WINSR records were left out: only Windows servers know them");
  }

  @Test
  void theTypeOfWinsAsANumberIsAnyonesPrivateType() throws IOException {
    assertThat(ReadZone.of("x 5 TYPE65281 \\# 0\n").records())
        .containsExactly("x.example. 5 IN TYPE65281 \\# 0");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    ReadZone zone = ReadZone.of("\u00ef\u00bb\u00bfx 5 A 192.0.2.1\ny 5 A 1\n");
    assertThat(zone.records()).containsExactly("x.example. 5 IN A 192.0.2.1");
    assertThat(zone.errors()).containsExactly("2:7 rdata");
  }

  @Test
  void utf16IsAnErrorThatSaysSo() throws IOException {
    ReadZone zone = ReadZone.of(("\ufeff" + HEADER).getBytes(StandardCharsets.UTF_16LE));
    assertThat(zone.errors()).containsExactly("1:1 encoding");
  }

  @Test
  void utf8LabelsKeepTheirOctetsAndCountAsCharactersInColumns() throws IOException {
    ReadZone zone =
        ReadZone.of(
            "kontor-\u00e5\u00e4\u00f6 5 A 192.0.2.1\n\u00e5 5 A x"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(zone.records())
        .containsExactly("kontor-\\195\\165\\195\\164\\195\\182.example. 5 IN A 192.0.2.1");
    assertThat(zone.errors()).containsExactly("2:7 rdata");
  }

  @Test
  void decimalEscapesUnderTheHeaderOfAWindowsServerAreWarnedOf() throws IOException {
    ReadZone zone = read("print\\040room A 192.0.2.10\n");
    assertThat(zone.records()).contains("print\\(room.example. 3600 IN A 192.0.2.10");
    assertThat(zone.notices()).containsExactly("soa-minimum-ttl", "windows-escape");
    assertThat(zone.diagnostics().get(1).line()).isEqualTo(18);
    assertThat(ReadZone.of("print\\040room 5 A 192.0.2.10\n").diagnostics()).isEmpty();
  }

  @Test
  void theHeaderOfADirectoryIntegratedZoneIsKnownToo() throws IOException {
    String zone =
        """
        ;  Database file (null) for Default zone scope in zone example.
        a\\040 5 A 192.0.2.1
        """;
    assertThat(ReadZone.of(zone).notices()).containsExactly("windows-escape");
  }

  @Test
  void escapesMayBeReadAsOctal() throws IOException {
    ZoneFileOptions.Builder octal =
        ZoneFileOptions.builder(DnsName.of("example")).escapes(EscapeStyle.OCTAL);
    ReadZone zone = ReadZone.of(HEADER + "a\\040b TXT \\101\nc\\400 A 192.0.2.1\n", octal);
    assertThat(zone.records()).contains("a\\032b.example. 3600 IN TXT \"A\"");
    assertThat(zone.errors()).containsExactly("19:2 name");
  }
}
