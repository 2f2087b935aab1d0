package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.Ttl;
import org.offlinesign.zonefile.ZoneFileSource;

class DsReadingTest {
  private static final DnsName ZONE = DnsName.of("sub.example.com.");
  private static final String DIGEST = "0123456789ABCDEF".repeat(4);

  @Test
  void theOutputOfDigKeepsItsTtl() throws Exception {
    DsVersion ds =
        read(
            """
            ; <<>> DiG 9.18 <<>> DS sub.example.com
            ;; ANSWER SECTION:
            sub.example.com.	7200	IN	DS	4711 13 2 %s
            sub.example.com.	7200	IN	RRSIG	DS 13 3 7200 20270101000000 20260101000000 1 example.com. AAAA
            """
                .formatted(DIGEST));
    assertThat(ds.records()).extracting(Ds::keyTag).containsExactly(4711);
    assertThat(ds.ttl()).isEqualTo(Duration.ofHours(2));
    assertThat(ds.label()).isEqualTo("the DS set of ds.txt");
  }

  @Test
  void theFileOfTheParentMayLeaveItsOriginOutAndHasOtherChildren() throws Exception {
    DsVersion ds =
        read(
            """
            $TTL 900
            @ SOA ns admin 1 2 3 4 5
            @ NS ns
            other NS ns.other
            other DS 1 13 2 %s
            sub NS ns.sub
            SUB DS 4711 13 2 %s
            """
                .formatted(DIGEST, DIGEST));
    assertThat(ds.records()).extracting(Ds::keyTag).containsExactly(4711);
    assertThat(ds.ttl()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aDssetFileWithoutTtlHasTheOneGiven() throws Exception {
    assertThat(read("sub.example.com. IN DS 4711 13 2 " + DIGEST + "\n").ttl())
        .isEqualTo(Duration.ofDays(1));
    // Windows writes names without their final dot.
    assertThat(read("sub.example.com IN DS 4711 13 2 " + DIGEST + "\n").records()).hasSize(1);
  }

  @Test
  void aDelegationWithoutDsOrAnAnswerWithTheSoaOfTheParentSaysThatThereAreNone() throws Exception {
    assertThat(read("sub.example.com. 300 IN NS ns.sub.example.com.\n").records()).isEmpty();
    DsVersion answer =
        read("example.com. 600 IN SOA ns.example.com. admin.example.com. 1 2 3 4 60\n");
    assertThat(answer.records()).isEmpty();
    assertThat(answer.ttl()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aFileThatSaysNothingOfTheZoneIsRefused() {
    assertThatThrownBy(() -> read("other.example.com. IN DS 1 13 2 " + DIGEST + "\n"))
        .isInstanceOf(RolloverException.class)
        .hasMessageEndingWith("has no DS records of sub.example.com., only of other.example.com.")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("if the parent has none");
    assertThatThrownBy(() -> read("; nothing\n")).isInstanceOf(RolloverException.class);
  }

  @Test
  void theFileOfTheZoneItselfIsRefused() {
    assertThatThrownBy(
            () -> read("sub.example.com. 300 IN SOA ns.example.com. a.example.com. 1 2 3 4 5\n"))
        .isInstanceOf(RolloverException.class)
        .hasMessageContaining("is the file of the zone sub.example.com. itself");
  }

  private static DsVersion read(String text) throws Exception {
    ZoneFileSource source =
        ZoneFileSource.of(
            "ds.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return DsReading.read(source, ZONE, new Ttl(86400));
  }
}
