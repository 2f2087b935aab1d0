package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.offlinesign.zone.ZonemdHash;

/** The digests that a zone publishes of itself. */
class ZonemdCheckTest {
  private static final String PLACEHOLDER = "example. 3600 IN ZONEMD 1 1 ";
  private static final String TEXT =
      ExampleZone.TEXT.replace("RRSIG NSEC DNSKEY", "RRSIG NSEC DNSKEY ZONEMD");

  private static ZoneText of(String... zonemds) {
    return ExampleZone.SIGNER.sign(TEXT + String.join("\n", zonemds) + "\n");
  }

  private static String zonemd(ZonemdHash hash) {
    int octets = hash == ZonemdHash.SHA384 ? 48 : 64;
    return PLACEHOLDER + hash.number() + " " + "00".repeat(octets);
  }

  /** Returns the zone with its own digests in the place of the zeros. */
  private static ZoneText digested(ZonemdHash... hashes) {
    String[] placeholders =
        List.of(hashes).stream().map(ZonemdCheckTest::zonemd).toArray(String[]::new);
    ZoneText zone = of(placeholders);
    String[] digests =
        zone.zonemds(EnumSet.copyOf(List.of(hashes))).stream()
            .map(zonemd -> "example. 3600 IN ZONEMD " + zonemd)
            .toArray(String[]::new);
    return of(digests);
  }

  @Test
  void rfc8976_4_theDigestOfTheZoneIsFoundAgain() {
    assertThat(digested(ZonemdHash.SHA384).findings()).isEmpty();
    assertThat(digested(ZonemdHash.SHA512).findings()).isEmpty();
    assertThat(digested(ZonemdHash.SHA384, ZonemdHash.SHA512).findings()).isEmpty();
  }

  @Test
  void rfc8976_4_dataThatNoSignatureCoversIsCovered() {
    ZoneText zone = digested(ZonemdHash.SHA384, ZonemdHash.SHA512);
    assertThat(zone.replacing("192.0.2.3", "192.0.2.33").codes())
        .containsExactly(FindingCode.ZONEMD_MISMATCH, FindingCode.ZONEMD_MISMATCH);
    assertThat(zone.without("below.d.example.").codes()).containsOnly(FindingCode.ZONEMD_MISMATCH);
    assertThat(zone.mapping(line -> line.toUpperCase(Locale.ROOT), "ns.u.example. ").findings())
        .isEmpty();
  }

  @Test
  void rfc8976_4_aDigestOfAnotherSerialIsFound() {
    assertThat(of("example. 3600 IN ZONEMD 2 1 1 " + "00".repeat(48)).codes())
        .containsExactly(FindingCode.ZONEMD_SERIAL);
  }

  @Test
  void rfc8976_4_ofSeveralDigestsOfOneKindNoneCounts() {
    assertThat(
            of(PLACEHOLDER + "1 " + "00".repeat(48), PLACEHOLDER + "1 " + "11".repeat(48)).codes())
        .containsExactly(FindingCode.ZONEMD_DUPLICATE, FindingCode.ZONEMD_DUPLICATE);
  }

  @Test
  void rfc8976_4_unknownSchemesAndHashesAreAWarning() {
    ZoneText zone =
        of(
            PLACEHOLDER + "200 " + "00".repeat(48),
            "example. 3600 IN ZONEMD 1 240 1 " + "00".repeat(48));
    VerificationReport report = ZoneText.verify(zone.request());
    assertThat(report.counts()).containsOnlyKeys(FindingCode.ZONEMD_UNSUPPORTED).containsValue(2L);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void rfc8976_2_aDigestAtAnotherNameMeansNothing() {
    String text = ExampleZone.TEXT.replace("A RRSIG NSEC\nd.ex", "A RRSIG NSEC ZONEMD\nd.ex");
    ZoneText zone =
        ExampleZone.SIGNER.sign(text + "a.example. 3600 IN ZONEMD 9 1 1 " + "00".repeat(48) + "\n");
    assertThat(zone.codes()).containsExactly(FindingCode.ZONEMD_NOT_AT_APEX);
  }

  @Test
  void anUnsignedDigestIsFound() {
    ZoneText zone = digested(ZonemdHash.SHA384);
    assertThat(zone.without("RRSIG ZONEMD").codes()).containsExactly(FindingCode.RRSIG_MISSING);
  }
}
