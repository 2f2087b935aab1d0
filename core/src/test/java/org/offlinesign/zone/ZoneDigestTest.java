package org.offlinesign.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Soa;
import org.offlinesign.rdata.Zonemd;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.selftest.RfcExamples;
import org.offlinesign.testing.Budgets;
import org.offlinesign.testing.Corpus;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

class ZoneDigestTest {
  private static final String A_1 = RfcExamples.ZONE_WITH_DIGEST;

  @TempDir Path folder;

  /** The ZONEMD records of a zone that can be made anew, and those that are. */
  private record Digests(List<Zonemd> published, List<Zonemd> made) {}

  @Test
  void rfc8976_A_1_theSimpleZone() throws Exception {
    Digests digests = digests(A_1);
    assertThat(digests.published()).hasSize(1);
    assertThat(digests.made()).containsAll(digests.published());
  }

  @ParameterizedTest
  @CsvSource({
    "A.1.Simple-EXAMPLE-Zone, example, 1",
    "A.2.Complex-EXAMPLE-Zone, example, 1",
    "A.3.EXAMPLE-Zone-with-multiple-digests, example, 2",
    "A.4.The-URI.ARPA-Zone, uri.arpa, 1",
    "A.5.The-ROOT-SERVERS.NET-Zone, root-servers.net, 1"
  })
  void rfc8976_A_theZonesOfTheAppendix(String file, String zone, int count) throws Exception {
    Path path = Corpus.require().file("suites/ldns/test/25-ZONEMD.tpkg/" + file);
    Digests digests = digests(ZoneFileSource.of(path), DnsName.of(zone));
    assertThat(digests.published()).hasSize(count);
    assertThat(digests.made()).containsAll(digests.published());
  }

  @Test
  void rfc8976_3_3_2_whatIsOutsideTheZoneCountsForNothing() throws Exception {
    assertThat(digests(A_1 + "other. 3600 IN A 192.0.2.1\n").made()).isEqualTo(digests(A_1).made());
  }

  @Test
  void rfc8976_3_3_2_duplicatesCountOnce() throws Exception {
    assertThat(digests(A_1 + "NS1 3600 IN A 203.0.113.63\n").made()).isEqualTo(digests(A_1).made());
  }

  @Test
  void rfc8976_3_3_2_occludedDataAndGlueCount() throws Exception {
    String cut = A_1 + "child 3600 IN NS ns.child\n";
    List<Zonemd> without = digests(cut).made();
    assertThat(digests(cut + "ns.child 3600 IN A 192.0.2.1\n").made())
        .doesNotContainAnyElementsOf(without);
    assertThat(digests(cut + "t.child 3600 IN TXT t\n").made())
        .doesNotContainAnyElementsOf(without);
  }

  @Test
  void rfc8976_3_3_2_onlyTheApexsOwnDigestIsLeftOut() throws Exception {
    String below = "ns1 3600 IN ZONEMD 1 1 1 " + "00".repeat(48) + "\n";
    assertThat(digests(A_1 + below).made()).doesNotContainAnyElementsOf(digests(A_1).made());
  }

  @Test
  void rfc8976_3_3_2_signaturesOfTheDigestAreLeftOutAndOthersAreNot() throws Exception {
    String rest = " 8 1 86400 20300101000000 20200101000000 1 example. AAAA\n";
    List<Zonemd> without = digests(A_1).made();
    assertThat(digests(A_1 + "example. 86400 IN RRSIG ZONEMD" + rest).made()).isEqualTo(without);
    assertThat(digests(A_1 + "example. 86400 IN RRSIG SOA" + rest).made())
        .doesNotContainAnyElementsOf(without);
  }

  private Digests digests(String text) throws IOException, ZoneFileException, WireFormatException {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    return digests(ZoneFileSource.of("a", new ByteArrayInputStream(octets)), DnsName.of("example"));
  }

  private Digests digests(ZoneFileSource source, DnsName zone)
      throws IOException, ZoneFileException, WireFormatException {
    try (ZoneSorter sorter = new ZoneSorter(Budgets.in(folder))) {
      new ZoneFileReader(ZoneFileOptions.builder(zone).build()).read(source, sorter);
      try (SortedZone sorted = sorter.finish()) {
        return digests(sorted, new NodeClassifier(zone));
      }
    }
  }

  private static Digests digests(SortedZone sorted, NodeClassifier classifier)
      throws IOException, WireFormatException {
    ZoneDigest digest = new ZoneDigest(EnumSet.allOf(ZonemdHash.class));
    List<Zonemd> published = List.of();
    Serial serial = new Serial(0);
    ZoneCursor cursor = sorted.open();
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      NodeKind kind = classifier.classify(node);
      digest.add(node, kind);
      NodeRrset soa = node.rrset(RecordType.SOA);
      NodeRrset zonemd = node.rrset(RecordType.ZONEMD);
      if (kind == NodeKind.APEX && soa != null && zonemd != null) {
        serial = Soa.from(soa.rdata(0)).serial();
        published = known(zonemd);
      }
    }
    return new Digests(published, digest.finish(serial));
  }

  private static List<Zonemd> known(NodeRrset rrset) throws WireFormatException {
    List<Zonemd> known = new ArrayList<>();
    for (int record = 0; record < rrset.size(); record++) {
      Zonemd zonemd = Zonemd.from(rrset.rdata(record));
      if (zonemd.scheme() == Zonemd.SIMPLE && ZonemdHash.of(zonemd.hash()).isPresent()) {
        known.add(zonemd);
      }
    }
    return known;
  }
}
