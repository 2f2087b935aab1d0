package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.wire.WireWriter;

class RdataFieldsTest {
  @ParameterizedTest
  @CsvSource({
    "42 21 54 N 71 06 18 W -24m 30m, 0033161389172DD070BE15F000988D20",
    "42 21 28.764 N 71 00 51.617 W -44m 2000m, 002516138916CB3C70C310DF00988550",
    "52 14 05 N 00 08 50 E 10m, 001216138B3556C88008165000989A68"
  })
  void rfc1876_locationsOfTheExamples(String text, String octets) throws RdataSyntaxException {
    assertThat(RdataText.hex("LOC", text)).isEqualTo(octets);
  }

  @Test
  void rfc1876_locationIsPrintedInFull() throws RdataSyntaxException {
    assertThat(RdataText.normal("LOC", "42 21 43.952 N 71 5 6.344 W -24m 1m 200m"))
        .isEqualTo("42 21 43.952 N 71 5 6.344 W -24.00m 1m 200m 10m");
  }

  @ParameterizedTest
  @CsvSource({
    "1:192.168.32.0/21 !1:192.168.38.0/28, 00011503C0A82000011C83C0A826",
    "1:192.168.42.0/26 1:192.168.42.64/26 !1:192.168.42.128/25, "
        + "00011A03C0A82A00011A04C0A82A4000011984C0A82A80",
    "1:127.0.0.1/32 1:172.16.64.0/22, 000120047F00000100011603AC1040",
    "1:224.0.0.0/4 2:FF00:0:0:0:0:0:0:0/8, 00010401E000020801FF"
  })
  void rfc3123_prefixesOfTheExamples(String text, String octets) throws RdataSyntaxException {
    assertThat(RdataText.hex("APL", text)).isEqualTo(octets);
  }

  @Test
  void rfc8078_4_deletionsAreOneZeroOctet() throws RdataSyntaxException {
    assertThat(RdataText.hex("CDS", "0 0 0 00")).isEqualTo("0000000000");
    assertThat(RdataText.hex("CDNSKEY", "0 3 0 AA==")).isEqualTo("0000030000");
    assertThat(RdataText.normal("CDS", "0 0 0 00")).isEqualTo("0 0 0 00");
    assertThat(RdataText.normal("CDNSKEY", "0 3 0 AA==")).isEqualTo("0 3 0 AA==");
  }

  @Test
  void rfc4034_mnemonicsStandForNumbers() throws RdataSyntaxException {
    assertThat(RdataText.normal("DNSKEY", "256 DNSSEC rsasha256 AAAA")).isEqualTo("256 3 8 AAAA");
    assertThat(RdataText.normal("DNSKEY", "ZONE|KSK|REVOKE 3 ED25519 AAAA"))
        .isEqualTo("385 3 15 AAAA");
    assertThat(RdataText.normal("CERT", "PGP 0 0 AAAA")).isEqualTo("3 0 0 AAAA");
    assertThatThrownBy(() -> RdataText.rdata("DNSKEY", "ZONE|KING 3 8 AAAA"))
        .hasMessageContaining("expected the DNSKEY flags");
  }

  @Test
  void rfc4034_3_2_timesAreDatesOrSeconds() throws RdataSyntaxException {
    String rest = " 2642 example.com. AAAA";
    assertThat(RdataText.hex("RRSIG", "A 5 3 1h 1048354263 1045762263" + rest))
        .isEqualTo(RdataText.hex("RRSIG", "A 5 3 3600 20030322173103 20030220173103" + rest));
    assertThatThrownBy(() -> RdataText.rdata("RRSIG", "A 5 3 1h 20031322173103 0" + rest))
        .hasMessageContaining("the RRSIG expiration, a time YYYYMMDDHHMMSS");
  }

  @Test
  void rfc5155_3_3_saltMayBeMissing() throws RdataSyntaxException {
    assertThat(RdataText.hex("NSEC3PARAM", "1 0 0 -")).isEqualTo("0100000000");
    assertThat(RdataText.normal("NSEC3PARAM", "1 0 12 aAbBcCdD")).isEqualTo("1 0 12 AABBCCDD");
    assertThatThrownBy(() -> RdataText.rdata("NSEC3PARAM", "1 0 12 abc"))
        .hasMessage("expected the NSEC3PARAM salt, hex digits or '-', but found 'abc'");
  }

  @Test
  void rfc4034_4_1_2_bitmapHasOnlyWindowsWithTypes() throws RdataSyntaxException {
    assertThat(RdataText.hex("NSEC", ". CAA A CAA TYPE1")).isEqualTo("00000140010140");
    assertThat(RdataText.normal("NSEC", ". URI A")).isEqualTo(". A URI");
    assertThatThrownBy(() -> RdataText.rdata("NSEC", ". A BOGUS"))
        .hasMessage("expected the NSEC types, record types, but found 'BOGUS'");
  }

  @Test
  void rfc1035_5_1_stringsAreQuotedOrNotAndPrintedQuoted() throws RdataSyntaxException {
    assertThat(RdataText.normal("TXT", "plain \"two words\" \"\" \\\"q\\\" a\\;b \\255"))
        .isEqualTo("\"plain\" \"two words\" \"\" \"\\\"q\\\"\" \"a;b\" \"\\255\"");
    assertThatThrownBy(() -> RdataText.rdata("TXT", "\"" + "a".repeat(256) + "\""))
        .hasMessage("in the TXT text: expected at most 255 octets but found 256");
  }

  @Test
  void windowsExportsReadEscapesAsOctal() throws RdataSyntaxException {
    WireWriter out = new WireWriter(16);
    TextScanner scanner = new TextScanner("a\\040b x\\040y", DnsName.ROOT, EscapeStyle.OCTAL);
    RdataText.schema("RP").parse(scanner, out);
    assertThat(out).hasToString("\u0003a b\u0000\u0003x y\u0000");
  }

  @Test
  void rfc8659_4_1_caaTagIsAWordAndItsValueOneString() throws RdataSyntaxException {
    assertThat(RdataText.normal("CAA", "128 issue \"ca.example; policy=ev\""))
        .isEqualTo("128 issue \"ca.example; policy=ev\"");
    assertThatThrownBy(() -> RdataText.rdata("CAA", "0 is-sue x"))
        .hasMessage("expected the CAA tag, letters and digits, but found 'is-sue'");
    assertThatThrownBy(() -> RdataText.rdata("CAA", "0 issue a b"))
        .hasMessage("expected the end of the CAA record but found 'b'");
  }

  @Test
  void windowsRecordsAreReadInTheirOwnForm() throws RdataSyntaxException {
    assertThat(RdataText.normal("WINS", "L1 C2 ( 10.0.0.10 10.0.0.11 )"))
        .isEqualTo("L1 C2 ( 10.0.0.10 10.0.0.11 )");
    assertThat(RdataText.normal("WINS", "LOCAL L2 C900 ( 10.0.0.10 )"))
        .isEqualTo("LOCAL L2 C900 ( 10.0.0.10 )");
    assertThat(RdataText.normal("WINSR", "L1 C2 example.com.")).isEqualTo("L1 C2 example.com.");
  }

  @Test
  void rfc2874_3_1_onlyTheSuffixOfAnA6AddressIsKept() throws RdataSyntaxException {
    assertThat(RdataText.hex("A6", "0 2001:db8::1"))
        .isEqualTo("0020010DB8000000000000000000000001");
    assertThat(RdataText.hex("A6", "64 2001:db8::1 p.")).isEqualTo("4000000000000000010170" + "00");
    assertThat(RdataText.hex("A6", "128 p.")).isEqualTo("80017000");
  }

  @Test
  void rfc9758_nodeNumbersHaveTwoForms() throws RdataSyntaxException {
    assertThat(RdataText.hex("IPN", "977000.100")).isEqualTo("000EE86800000064");
    assertThat(RdataText.normal("IPN", "977000.100")).isEqualTo("4196183048192100");
    assertThat(RdataText.normal("IPN", "18446744073709551615")).isEqualTo("18446744073709551615");
    assertThatThrownBy(() -> RdataText.rdata("IPN", "18446744073709551616"))
        .isInstanceOf(RdataSyntaxException.class);
  }

  @Test
  void quotationMarksAreForStringsOnly() {
    assertThatThrownBy(() -> RdataText.rdata("MX", "10 \"mx\""))
        .hasMessage(
            "expected the MX exchange, a domain name, but found '\"mx\"' in quotation marks");
  }
}
