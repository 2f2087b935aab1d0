package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.zonefile.ZoneFileException;

/** TTLs that are not those of the input. */
class TtlLimitsTest {
  private static final String RECORDS =
      "a 86400 A 192.0.2.1\na 86400 A 192.0.2.2\nsub 7200 NS ns.sub\nns.sub 7200 A 192.0.2.3\n"
          + "sub 7200 DS 1 8 2 "
          + "AB".repeat(32)
          + "\n";

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static UnaryOperator<SigningRequest.Builder> limits(
      @Nullable Integer highest, @Nullable Integer dnskey) {
    return request ->
        request
            .dsTreatment(RecordTreatment.NOCHANGE)
            .ttlLimits(
                new TtlLimits(
                    highest == null ? null : new Ttl(highest),
                    dnskey == null ? null : new Ttl(dnskey)));
  }

  @Test
  void ttlsAboveTheHighestAreLoweredAndCounted() throws Exception {
    Outcome outcome = fixture.sign(RECORDS, limits(3600, null));
    assertThat(outcome.zone().ttls("a.example.", RecordType.A)).containsExactly(3600, 3600);
    assertThat(outcome.zone().ttls("a.example.", RecordType.RRSIG)).contains(3600);
    assertThat(outcome.zone().ttls("sub.example.", RecordType.NS)).containsExactly(3600);
    assertThat(outcome.zone().ttls("sub.example.", RecordType.DS)).containsExactly(3600);
    assertThat(outcome.zone().ttls("ns.sub.example.", RecordType.A)).containsExactly(3600);
    assertThat(outcome.zone().ttls("ns.example.", RecordType.A)).containsExactly(300);
    assertThat(outcome.report().input().loweredTtls()).isEqualTo(4);
    assertThat(outcome.report().output().largestTtl()).isEqualTo(3600);
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void rfc9077_3_theChainFollowsALoweredSoa() throws Exception {
    Outcome outcome = fixture.sign(RECORDS, limits(30, null));
    assertThat(outcome.zone().ttls("example.", RecordType.SOA)).containsExactly(30);
    assertThat(outcome.zone().ttls("example.", RecordType.NSEC)).containsExactly(30);
    assertThat(outcome.zone().ttls("example.", RecordType.DNSKEY)).containsExactly(30, 30);
  }

  @Test
  void theDnskeyRrsetCanHaveATtlOfItsOwn() throws Exception {
    Outcome outcome = fixture.sign(RECORDS, limits(null, 7200));
    assertThat(outcome.zone().ttls("example.", RecordType.DNSKEY)).containsExactly(7200, 7200);
    assertThat(outcome.report().dnskeyTtl()).isEqualTo(new Ttl(7200));
    assertThat(outcome.report().input().loweredTtls()).isZero();
    assertThat(fixture.verificationErrors()).isEmpty();
    assertThatThrownBy(() -> new TtlLimits(new Ttl(3600), new Ttl(7200)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7200");
  }

  @Test
  void dnssecRecordsAloneChangeNoTtlOfTheZoneFile() {
    UnaryOperator<SigningRequest.Builder> alone =
        request ->
            request
                .serialPolicy(SerialPolicy.KEEP)
                .dnskeyTreatment(RecordTreatment.ADD)
                .content(ZoneContent.DNSSEC_ONLY);
    assertThatThrownBy(
            () -> fixture.sign(RECORDS, request -> alone.apply(limits(60, null).apply(request))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TTLs");
    String dnskey = "@ 60 DNSKEY " + SigningFixture.ZSK.facts().dnskey() + "\n";
    assertThatThrownBy(
            () ->
                fixture.sign(
                    RECORDS + dnskey, request -> alone.apply(limits(null, 70).apply(request))))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("TTL 60, not 70");
  }
}
