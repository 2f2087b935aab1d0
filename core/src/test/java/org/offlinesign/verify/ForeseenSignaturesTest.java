package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SigningKey;
import org.offlinesign.zonefile.ZoneFileException;

/** A zone with enough signatures of one key to be checked side by side, good ones among bad. */
class ForeseenSignaturesTest {
  private static final int NAMES = 60;

  private static final SigningKey KEY = ExampleSigner.newKey(Algorithm.ECDSAP256SHA256);
  private static final ZoneText SIGNED = ExampleSigner.of(KEY).sign(text());

  private static String text() {
    String apex =
        """
        example. 3600 IN SOA ns.other.test. host.example. 1 7200 3600 1209600 900
        example. 3600 IN NS ns.other.test.
        example. 900 IN NSEC n10.example. NS SOA RRSIG NSEC DNSKEY
        """;
    return IntStream.range(10, 10 + NAMES)
        .mapToObj(ForeseenSignaturesTest::node)
        .collect(Collectors.joining("", apex, ""));
  }

  private static String node(int number) {
    String next = number + 1 < 10 + NAMES ? "n" + (number + 1) + ".example." : "example.";
    return "n%1$d.example. 3600 IN A 192.0.2.%1$d%nn%1$d.example. 900 IN NSEC %2$s A RRSIG NSEC%n"
        .formatted(number, next);
  }

  /** Verifies in a process that has loaded no other cryptography yet. */
  private static List<Finding> findings(ZoneText zone) {
    try {
      return new ZoneVerifier(CryptoProviders.detect()).verify(zone.request().build()).findings();
    } catch (IOException | ZoneFileException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertFound(ZoneText zone, FindingCode... codes) {
    assertThat(findings(zone)).extracting(Finding::code).containsExactly(codes);
    assertThat(findings(zone)).extracting(Finding::format).isEqualTo(formats(zone.findings()));
  }

  private static List<String> formats(List<Finding> findings) {
    return findings.stream().map(Finding::format).toList();
  }

  @Test
  void nothingIsFoundWhereAllIsRight() {
    assertFound(SIGNED);
  }

  @Test
  void oneBadSignatureIsFoundAmongGoodOnes() {
    for (String owner : List.of("n10.example.", "n41.example.", "n69.example.")) {
      assertFound(
          SIGNED.mapping(ExampleZone::flipSignature, owner, "RRSIG A "), FindingCode.RRSIG_INVALID);
    }
  }

  @Test
  void changedDataIsFoundAtEachName() {
    assertFound(
        SIGNED.replacing("192.0.2.3", "192.0.3.3"),
        IntStream.range(30, 40)
            .mapToObj(name -> FindingCode.RRSIG_INVALID)
            .toArray(FindingCode[]::new));
  }

  @Test
  void goodSignaturesCountWhoeverStandsBeforeThem() {
    String good =
        SIGNED.lines().stream()
            .filter(line -> line.startsWith("n20.example.") && line.contains("RRSIG A "))
            .findFirst()
            .orElseThrow();
    ZoneText zone = SIGNED;
    FindingCode[] codes = new FindingCode[10];
    for (int bad = 0; bad < codes.length; bad++) {
      int at = good.lastIndexOf(' ') + 1 + bad;
      char flipped = good.charAt(at) == 'A' ? 'B' : 'A';
      zone = zone.with(good.substring(0, at) + flipped + good.substring(at + 1));
      codes[bad] = FindingCode.RRSIG_INVALID;
    }
    assertFound(zone, codes);
  }
}
