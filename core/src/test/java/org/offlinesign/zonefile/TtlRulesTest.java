package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TtlRulesTest {
  private static final String SOA = "@ SOA ns hm 1 2 3 4 77\n";

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "2147483647, 2147483647",
    "1w2d3h4m5s, 788645",
    "5S4M3H2D1W, 788645",
    "1w1w, 1209600",
    "007, 7"
  })
  void ttlsAreSecondsOrNumbersWithUnits(String text, String seconds) throws IOException {
    String record = "x.example. " + seconds + " IN A 192.0.2.1";
    assertThat(ReadZone.of("x " + text + " A 192.0.2.1\n").records()).containsExactly(record);
    assertThat(ReadZone.of("$TTL " + text + "\nx A 192.0.2.1\n").records()).containsExactly(record);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "4294967295", "99999999999999999999999", "30000w"})
  void rfc2181_8_ttlsOver31BitsAreErrors(String text) throws IOException {
    assertThat(ReadZone.of("x " + text + " A 192.0.2.1\n").errors()).containsExactly("1:3 ttl");
    assertThat(ReadZone.of("$TTL " + text + "\n").errors()).containsExactly("1:6 ttl");
    assertThat(ReadZone.of("x " + text + " A 192.0.2.1\n").diagnostics())
        .extracting(finding -> finding.message())
        .containsExactly(
            "expected a TTL of at most 2147483647 but found '" + text + "' (RFC 2181 §8)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1w2", "w", "-1", "3x", "1.5h"})
  void otherTextIsNoTtl(String text) throws IOException {
    assertThat(ReadZone.of("x " + text + " A 192.0.2.1\n").errors()).containsExactly("1:3 type");
    assertThat(ReadZone.of("$TTL " + text + "\n").errors()).containsExactly("1:6 ttl");
  }

  @Test
  void rfc2308_4_dollarTtlHoldsForRecordsWithoutOneWhateverCameBefore() throws IOException {
    ReadZone zone =
        ReadZone.of(
            "$TTL 10\nx A 192.0.2.1\nx 20 A 192.0.2.2\nx A 192.0.2.3\n$TTL 30\nx A 192.0.2.4\n");
    assertThat(zone.records())
        .containsExactly(
            "x.example. 10 IN A 192.0.2.1",
            "x.example. 20 IN A 192.0.2.2",
            "x.example. 10 IN A 192.0.2.3",
            "x.example. 30 IN A 192.0.2.4");
    assertThat(zone.diagnostics()).isEmpty();
  }

  @Test
  void rfc1035_5_1_withoutDollarTtlTheLastStatedOneHolds() throws IOException {
    ReadZone zone = ReadZone.of("x 20 A 192.0.2.1\nx A 192.0.2.2\nx 30 A 192.0.2.3\n A 192.0.2.4");
    assertThat(zone.records())
        .containsExactly(
            "x.example. 20 IN A 192.0.2.1",
            "x.example. 20 IN A 192.0.2.2",
            "x.example. 30 IN A 192.0.2.3",
            "x.example. 30 IN A 192.0.2.4");
    assertThat(zone.notices()).containsExactly("rfc1035-ttl");
  }

  @Test
  void withoutAnyTtlAnSoaThatComesFirstGivesItsMinimumAndItStays() throws IOException {
    ReadZone zone = ReadZone.of(SOA + "x A 192.0.2.1\nx 30 A 192.0.2.3\nx A 192.0.2.4\n");
    assertThat(zone.records())
        .containsExactly(
            "example. 77 IN SOA ns.example. hm.example. 1 2 3 4 77",
            "x.example. 77 IN A 192.0.2.1",
            "x.example. 30 IN A 192.0.2.3",
            "x.example. 77 IN A 192.0.2.4");
    assertThat(zone.notices()).containsExactly("soa-minimum-ttl");
  }

  @Test
  void withoutAnyTtlAnotherFirstRecordIsOneError() throws IOException {
    assertThat(ReadZone.of("@ NS ns\n@ NS ns2\n" + SOA).errors()).containsExactly("1:3 ttl");
  }

  @Test
  void anSoaMinimumThatIsNoTtlIsAnError() throws IOException {
    assertThat(ReadZone.of("@ SOA ns hm 1 2 3 4 2147483648\n").errors())
        .containsExactly("1:31 ttl");
  }
}
