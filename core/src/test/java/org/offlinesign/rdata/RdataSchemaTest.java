package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.RecordTypeRegistry;
import org.offlinesign.wire.WireWriter;

class RdataSchemaTest {
  @ParameterizedTest
  @CsvSource({
    "A, 10.1.02.3",
    "A, 256.0.0.1",
    "A, 1.2.3",
    "A, 1.2.3.4.5",
    "AAAA, 1::2::3",
    "AAAA, ':1'",
    "AAAA, '1:'",
    "AAAA, 1:2:3:4:5:6:7",
    "AAAA, 1:2:3:4:5:6:7:8:9",
    "AAAA, 12345::",
    "AAAA, ::1.2.3",
    "MX, 65536 mx",
    "MX, -1 mx",
    "NS, a b",
    "NS, a..b",
    "SOA, a. b. 1 1h1 1x 1 1",
    "SOA, a. b. 4294967296 1 1 1 1",
    "DNSKEY, 256 3 8 AAA",
    "DNSKEY, 256 3 8 AA==A",
    "DNSKEY, 256 3 8 AB==",
    "DS, 1 8 2 0"
  })
  void malformedTextIsRefused(String type, String text) {
    assertThatThrownBy(() -> RdataText.rdata(type, text)).isInstanceOf(RdataSyntaxException.class);
  }

  @Test
  void aMessageNamesTypeAndFieldAndWhatWasFound() {
    assertThatThrownBy(() -> RdataText.rdata("MX", "ten mx"))
        .hasMessage("expected the MX preference, a number 0 to 65535, but found 'ten'");
    assertThatThrownBy(() -> RdataText.rdata("MX", "10"))
        .hasMessage("expected the MX exchange, a domain name, but found the end of the record");
    assertThatThrownBy(() -> RdataText.rdata("A", "192.0.2.1 x"))
        .hasMessage("expected the end of the A record but found 'x'");
  }

  @Test
  void nothingIsLeftInTheOutputAfterAFault() {
    WireWriter out = new WireWriter(16);
    out.u8(1);
    assertThatThrownBy(() -> RdataText.schema("MX").parse(new TextScanner("10 a..b"), out))
        .isInstanceOf(RdataSyntaxException.class);
    assertThat(out.length()).isEqualTo(1);
  }

  @Test
  void rfc3597_5_anyTypeIsReadAsLengthAndHex() throws RdataSyntaxException {
    assertThat(RdataText.hex("TYPE731", "\\# 6 abcd ( ef 01 23 45 )")).isEqualTo("ABCDEF012345");
    assertThat(RdataText.hex("TYPE62347", "\\# 0")).isEmpty();
    assertThat(RdataText.hex("A", "\\# 4 0A000001")).isEqualTo("0A000001");
    assertThat(RdataText.normal("TYPE731", "\\# 3 abcdef")).isEqualTo("\\# 3 ABCDEF");
  }

  @Test
  void rfc3597_5_theGenericFormIsHeldToTheTypeAndToItsLength() {
    assertThatThrownBy(() -> RdataText.rdata("A", "\\# 3 0A0000"))
        .hasMessageContaining("in the A RDATA");
    assertThatThrownBy(() -> RdataText.rdata("TYPE731", "\\# 2 0A0000"))
        .hasMessage("expected 2 octets of RDATA after \\# but found 3");
    assertThatThrownBy(() -> RdataText.rdata("MX", "\\# 4 000AC000"))
        .isInstanceOf(RdataSyntaxException.class);
  }

  @Test
  void metaTypesNeverStandInAZone() {
    for (String type : List.of("ANY", "OPT", "TSIG", "NXNAME", "TYPE200", "TYPE0")) {
      assertThatThrownBy(() -> RdataText.rdata(type, "\\# 0"))
          .hasMessageContaining("never stands in a zone");
    }
  }

  @Test
  void rfc6840_5_1_exactlyTheListedTypesLowerNames() {
    List<String> lowering = new ArrayList<>();
    RecordTypeRegistry.forEach(
        (code, mnemonic) -> {
          if (RdataSchema.of(code).lowersNames()) {
            lowering.add(mnemonic);
          }
        });
    assertThat(lowering)
        .containsExactlyInAnyOrder(
            "NS MD MF CNAME SOA MB MG MR PTR MINFO MX RP AFSDB RT SIG PX NXT NAPTR KX SRV DNAME A6 RRSIG"
                .split(" "));
  }

  @Test
  void rfc4034_6_2_canonicalFormLowersNamesAndNothingElse() throws RdataSyntaxException {
    assertThat(canonical("NAPTR", "1 2 \"U\" \"E2U\" \"!A!B!\" Repl.EXAMPLE."))
        .isEqualTo(RdataText.hex("NAPTR", "1 2 \"U\" \"E2U\" \"!A!B!\" repl.example."));
    assertThat(canonical("NSEC", "Next.EXAMPLE. A"))
        .isEqualTo(RdataText.hex("NSEC", "Next.EXAMPLE. A"));
  }

  private static String canonical(String type, String text) throws RdataSyntaxException {
    byte[] octets = RdataText.rdata(type, text).toByteArray();
    WireWriter out = new WireWriter(64);
    RdataText.schema(type).canonicalize(octets, 0, octets.length, out);
    return org.offlinesign.wire.Hex.encode(out.toByteArray());
  }

  @Test
  void octetsThatDoNotFitTheTypeArePrintedInTheGenericForm() {
    WireWriter out = new WireWriter(64);
    RdataSchema.of(RecordType.MX).print(new byte[] {0, 1, 3, 'a'}, 0, 4, out);
    assertThat(out).hasToString("\\# 4 00010361");
  }

  @ParameterizedTest
  @CsvSource({
    "::, ::",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "1:0:2:0:3:0:4:0, 1:0:2:0:3:0:4:0",
    "2001:DB8::A, 2001:db8::a",
    "1::, 1::",
    "::ffff:192.0.2.1, ::ffff:c000:201",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0"
  })
  void rfc5952_4_ipv6IsPrintedInItsShortestForm(String text, String normal)
      throws RdataSyntaxException {
    assertThat(RdataText.normal("AAAA", text)).isEqualTo(normal);
  }

  @Test
  void rfc2308_periodsMayHaveUnits() throws RdataSyntaxException {
    assertThat(RdataText.normal("SOA", "a. b. 1 1h 30m 2w3D 86400"))
        .isEqualTo("a. b. 1 3600 1800 1468800 86400");
  }
}
