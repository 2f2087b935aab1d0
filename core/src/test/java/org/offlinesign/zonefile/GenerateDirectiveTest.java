package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.name.DnsName;

/** {@code $GENERATE} as named-checkzone 9.18 reads it; the expected records are what it wrote. */
class GenerateDirectiveTest {
  private static final String TTL = "$TTL 300\n";

  @Test
  void anOwnerIsMadeForEachNumberOfTheRange() throws IOException {
    ReadZone zone = ReadZone.of(TTL + "$GENERATE 9-12/2 h$ A 192.0.2.$\n");
    assertThat(zone.records())
        .containsExactly("h9.example. 300 IN A 192.0.2.9", "h11.example. 300 IN A 192.0.2.11");
    assertThat(zone.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "$ 9",
        "$$ $",
        "${3} 12",
        "${-10} -1",
        "${0,3} 009",
        "${0,3,d} 009",
        "${-12,4,d} -003",
        "${0,0,o} 11",
        "${6,4,x} 000f",
        "${6,0,X} F",
        "${-11,0,X} FFFFFFFE",
        "${-11,0,o} 37777777776",
        "${0,1,n} 9",
        "${0,3,n} 9.0",
        "${0,2,n} 9.",
        "${300,6,n} 5.3.1.",
        "${6,1,N} F",
        "${-10,1,n} f.f.f.f.f.f.f.f",
        "${0}x} 9x}"
      })
  void dollarAndBracesFormatTheNumber(String template, String text) throws IOException {
    assertThat(ReadZone.of(TTL + "$GENERATE 9-9 x TXT " + template + "\n").records())
        .containsExactly("x.example. 300 IN TXT \"" + text + "\"");
  }

  @Test
  void anEscapedDollarIsOne() throws IOException {
    assertThat(ReadZone.of(TTL + "$GENERATE 1-1 a\\$$b TXT \\$\n").records())
        .containsExactly("a\\$1b.example. 300 IN TXT \"$\"");
  }

  @Test
  void ttlAndClassStandInEitherOrder() throws IOException {
    assertThat(
            ReadZone.of("$GENERATE 1-1 a IN 5 A 192.0.2.1\n$GENERATE 1-1 b 6 IN A 192.0.2.1\n")
                .records())
        .containsExactly("a.example. 5 IN A 192.0.2.1", "b.example. 6 IN A 192.0.2.1");
  }

  @Test
  void rdataOfSeveralFieldsStandsInQuotationMarks() throws IOException {
    assertThat(ReadZone.of(TTL + "$GENERATE 1-2 m MX \"$0 mail$\"\n").records())
        .containsExactly(
            "m.example. 300 IN MX 10 mail1.example.", "m.example. 300 IN MX 20 mail2.example.");
  }

  @Test
  void theOwnerBeforeStaysTheLastOne() throws IOException {
    assertThat(
            ReadZone.of(TTL + "o A 192.0.2.1\n$GENERATE 1-1 a A 192.0.2.2\n A 192.0.2.3\n")
                .records())
        .containsExactly(
            "o.example. 300 IN A 192.0.2.1",
            "a.example. 300 IN A 192.0.2.2",
            "o.example. 300 IN A 192.0.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 a A 192.0.2.1",
        "2-1 a A 192.0.2.1",
        "1-2/0 a A 192.0.2.1",
        "1-2/ a A 192.0.2.1",
        "1-2x a A 192.0.2.1",
        "1-4294967296 a A 192.0.2.1",
        "1-2 a${0,3 A 192.0.2.1",
        "1-2 a${} A 192.0.2.1",
        "1-2 a${x} A 192.0.2.1",
        "1-2 a${0,3,q} A 192.0.2.1",
        "1-2 a${0,300} A 192.0.2.1",
        "1-2 a${2147483647} A 192.0.2.1",
        "1-2 a TKEY x",
        "1-2 a A 192.0.2.1 garbage",
        "1-2 a A",
        "1-2 a",
        "1-2 a. A 192.0.2.1.$",
        "1-2 a..b A 192.0.2.1",
        "200-300 a A 192.0.2.$"
      })
  void malformedOnesAreOneErrorEach(String rest) throws IOException {
    ReadZone zone = ReadZone.of(TTL + "$GENERATE " + rest + "\nz A 192.0.2.9\n");
    assertThat(zone.errors()).hasSize(1).allMatch(error -> error.startsWith("2:"));
    assertThat(zone.records()).contains("z.example. 300 IN A 192.0.2.9");
  }

  @Test
  void aFaultNamesTheNumberAndTheTextMadeForIt() throws IOException {
    Diagnostic fault = ReadZone.of(TTL + "$GENERATE 255-256 a$ A 192.0.2.$\n").diagnostics().get(0);
    assertThat(fault.message()).endsWith("(for 256: '192.0.2.256')");
  }

  @Test
  void moreRecordsThanAZoneMayMakeAreRefusedAtOnce() throws IOException {
    ReadZone zone =
        ReadZone.of(
            TTL
                + "$GENERATE 0-4294967295 a$ A 192.0.2.1\n"
                + "$GENERATE 0-2147483647 a$ A 192.0.2.1\n"
                + "$GENERATE 1-16777217 a$ A 192.0.2.1\n"
                + "z A 192.0.2.9\n");
    assertThat(zone.errors()).containsExactly("2:11 generate", "3:11 generate", "4:11 generate");
    assertThat(zone.diagnostics().get(1).message())
        .isEqualTo(
            "expected at most 16777216 records by $GENERATE in a zone but found 2147483648;"
                + " more have to stand in the file");
    assertThat(zone.records()).containsExactly("z.example. 300 IN A 192.0.2.9");
  }

  @Test
  void allDirectivesOfAZoneCountTogether() throws IOException {
    ReadZone zone =
        ReadZone.of(TTL + "$GENERATE 1-3 a$ A 192.0.2.1\n$GENERATE 1-16777214 b$ A 192.0.2.1\n");
    assertThat(zone.errors()).containsExactly("3:11 generate");
    assertThat(zone.records()).hasSize(3);
  }

  @Test
  void theTextOfARecordHasALimit() throws IOException {
    String long8 = "${0,127}".repeat(8);
    String rdata = "\"" + (long8 + " ").repeat(600) + "\"";
    ReadZone zone = ReadZone.of(TTL + "$GENERATE 1-2 a TXT " + rdata + "\n");
    assertThat(zone.diagnostics())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .isEqualTo("expected at most 512 KiB of text for a record but found more"));
  }

  @Test
  void theTextOfAllRecordsHasALimit() throws IOException {
    String rdata = "\"" + ("x".repeat(255) + " ").repeat(250) + "\"";
    int[] records = {0};
    List<Diagnostic> notices =
        new ZoneFileReader(ZoneFileOptions.builder(DnsName.of("example")).build())
            .readGoodRecords(
                ZoneFileSource.of(
                    "db",
                    new ByteArrayInputStream(
                        (TTL + "$GENERATE 1-16777216 a TXT " + rdata + "\n")
                            .getBytes(StandardCharsets.ISO_8859_1))),
                record -> records[0]++)
            .notices();
    assertThat(notices)
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .startsWith("expected at most 1024 MiB of text by $GENERATE in a zone"));
    assertThat(records[0]).isEqualTo((1 << 30) / (256 * 250 + 1));
  }

  @Test
  void aMessageHasTheBeginningOfWhatIsLong() throws IOException {
    String range = "1".repeat(2_000_000);
    Diagnostic fault =
        ReadZone.of(TTL + "$GENERATE " + range + " a A 192.0.2.1\n").diagnostics().get(0);
    assertThat(fault.message()).hasSizeLessThan(300);
    String digits = "1".repeat(10_000);
    fault = ReadZone.of(TTL + "$GENERATE 1-2 a A " + digits + "\n").diagnostics().get(0);
    assertThat(fault.message()).hasSizeLessThan(300);
  }
}
