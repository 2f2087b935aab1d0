package org.offlinesign.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.zone.Records.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.CanonicalOrder;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.selftest.RfcExamples;
import org.offlinesign.wire.WireWriter;

class ZoneSorterTest {
  @TempDir Path directory;

  private List<OwnerNode> sort(ResourceRecord... records) throws IOException {
    return Records.sort(Records.budget(directory), List.of(records));
  }

  @Test
  void rfc4034_6_1_sortsTheNineExampleNames() throws IOException {
    List<String> shuffled = new ArrayList<>(RfcExamples.NAMES_IN_ORDER);
    Collections.shuffle(shuffled, new Random(4034));

    List<OwnerNode> nodes =
        sort(
            shuffled.stream()
                .map(name -> record(name, RecordType.A, "C0000201"))
                .toArray(ResourceRecord[]::new));

    assertThat(nodes).extracting(OwnerNode::toString).isEqualTo(RfcExamples.NAMES_IN_ORDER);
  }

  @Test
  void rfc4034_6_3_sortsRdataAsOctetsThatMayEnd() throws IOException {
    RecordType type = RecordType.of(65280);
    List<OwnerNode> nodes =
        sort(
            record("a.", type, "FF"),
            record("a.", type, "0000"),
            record("a.", type, ""),
            record("a.", type, "00"),
            record("a.", type, "7F01"));

    NodeRrset rrset = nodes.get(0).rrset(type);

    assertThat(rrset.size()).isEqualTo(5);
    assertThat(Stream.of(0, 1, 2, 3, 4).map(i -> rrset.rdata(i).toString()))
        .containsExactly("\\# 0", "\\# 1 00", "\\# 2 0000", "\\# 2 7F01", "\\# 1 FF");
  }

  @Test
  void typesOfANodeAscend() throws IOException {
    OwnerNode node =
        sort(
                record("a.", RecordType.of(65280), "00"),
                record("a.", RecordType.A, "C0000201"),
                record("a.", RecordType.DS, "00010D0200"),
                record("a.", RecordType.NS, "b."))
            .get(0);

    assertThat(node.rrsets()).extracting(NodeRrset::type).containsExactly(1, 2, 43, 65280);
    assertThat(node.has(RecordType.NS)).isTrue();
    assertThat(node.rrset(RecordType.MX)).isNull();
  }

  @Test
  void rfc4034_6_3_dropsARecordThatDiffersInTheCaseOfANameInRdataOnly() throws IOException {
    try (ZoneSorter sorter = new ZoneSorter(Records.budget(directory))) {
      Records.addAll(
          sorter,
          List.of(
              record("a.", 300, RecordType.NS, "NS.Example."),
              record("a.", 200, RecordType.NS, "ns.example."),
              record("A.", 400, RecordType.NS, "ns.EXAMPLE.")));
      try (SortedZone zone = sorter.finish()) {
        ZoneCursor cursor = zone.open();
        OwnerNode node = cursor.next();
        NodeRrset rrset = node.rrset(RecordType.NS);

        assertThat(rrset.size()).isEqualTo(1);
        assertThat(rrset.line(0)).isEqualTo(1);
        assertThat(DnsName.fromWire(rrset.rdata(0).toByteArray(), 0, 12).toString())
            .isEqualTo("NS.Example.");
        assertThat(rrset.ttl()).isEqualTo(200);
        assertThat(rrset.ttlsDiffer()).isTrue();
        assertThat(cursor.duplicates()).isEqualTo(2);
        assertThat(cursor.next()).isNull();
        assertThat(cursor.next()).isNull();
      } catch (org.offlinesign.name.NameSyntaxException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void rfc2181_5_2_takesTheLowestTtlAndSaysSo() throws IOException {
    OwnerNode node =
        sort(
                record("a.", 600, RecordType.A, "C0000201"),
                record("a.", 300, RecordType.A, "C0000202"),
                record("a.", 100, RecordType.TXT, "0161"))
            .get(0);

    assertThat(node.rrset(RecordType.A).ttl()).isEqualTo(300);
    assertThat(node.rrset(RecordType.A).ttlsDiffer()).isTrue();
    assertThat(node.rrset(RecordType.A).ttl(0)).isEqualTo(600);
    assertThat(node.rrset(RecordType.TXT).ttl()).isEqualTo(100);
    assertThat(node.rrset(RecordType.TXT).ttlsDiffer()).isFalse();
  }

  @Test
  void rfc4035_2_2_signaturesOfOneOwnerMayHaveDifferentTtls() throws IOException {
    OwnerNode node =
        sort(record("a.", 600, RecordType.RRSIG, "01"), record("a.", 300, RecordType.RRSIG, "02"))
            .get(0);

    assertThat(node.rrset(RecordType.RRSIG).ttlsDiffer()).isFalse();
    assertThat(node.rrset(RecordType.RRSIG).ttl(0)).isEqualTo(600);
    assertThat(node.rrset(RecordType.RRSIG).ttl(1)).isEqualTo(300);
  }

  @Test
  void anOwnerKeepsTheCaseInWhichItWasReadFirst() throws IOException {
    OwnerNode node =
        sort(
                record("Name.Example.", RecordType.TXT, "0161"),
                record("NAME.example.", RecordType.A, "C0000201"))
            .get(0);

    assertThat(node.toString()).isEqualTo("Name.Example.");
    assertThat(node.key()).isEqualTo(DnsName.of("name.example.").canonicalKey());
  }

  @Test
  void aZoneThatFitsNeverTouchesTheDisk() throws IOException {
    SortBudget budget = new SortBudget(64 << 20, directory.resolve("absent"), 1);

    List<OwnerNode> nodes = Records.sort(budget, RandomRecords.of(7).list(20_000));

    assertThat(nodes).isNotEmpty();
  }

  @Test
  void recordsComeInTheOrderOfAPlainComparator() throws IOException {
    List<ResourceRecord> records = RandomRecords.of(5).list(20_000);
    List<ResourceRecord> expected = new ArrayList<>(records);
    expected.sort(
        Comparator.comparing(ResourceRecord::owner, new CanonicalOrder())
            .thenComparing(ResourceRecord::type)
            .thenComparing(ZoneSorterTest::canonicalRdata));

    List<String> sorted = new ArrayList<>();
    for (OwnerNode node : Records.sort(Records.budget(directory), records)) {
      for (NodeRrset rrset : node.rrsets()) {
        for (int i = 0; i < rrset.size(); i++) {
          sorted.add(line(node.owner(), RecordType.of(rrset.type()), rrset.rdata(i)));
        }
      }
    }

    assertThat(sorted).isEqualTo(expected.stream().map(ZoneSorterTest::line).distinct().toList());
  }

  private static String line(ResourceRecord record) {
    return line(record.owner(), record.type(), canonicalRdata(record));
  }

  /** Records are compared by what makes them equal: names without case, canonical RDATA. */
  private static String line(DnsName owner, RecordType type, Rdata rdata) {
    return owner.lowerCase() + " " + type + " " + canonical(type, rdata);
  }

  private static Rdata canonicalRdata(ResourceRecord record) {
    return canonical(record.type(), record.rdata());
  }

  private static Rdata canonical(RecordType type, Rdata rdata) {
    WireWriter out = new WireWriter(16);
    RdataSchema.of(type).canonicalize(rdata.toByteArray(), 0, rdata.length(), out);
    return Rdata.copyOf(out);
  }

  @Test
  void spilledRecordsComeInTheSameOrderAsThoseInMemory() throws IOException {
    List<ResourceRecord> records = RandomRecords.of(11).list(100_000);
    List<OwnerNode> inMemory = Records.sort(Records.budget(directory), records);

    for (int threads : new int[] {1, 3}) {
      SortBudget tiny = new SortBudget(SortBudget.MIN_OCTETS, directory, threads);
      try (ZoneSorter sorter = new ZoneSorter(tiny)) {
        Records.addAll(sorter, records);
        try (SortedZone zone = sorter.finish()) {
          assertThat(zone.spilledOctets()).isPositive();
          assertThat(Records.describe(Records.nodes(zone))).isEqualTo(Records.describe(inMemory));
        }
      }
    }
  }

  @Test
  void twoCursorsOfASpilledZoneDoNotDisturbOneAnother() throws IOException {
    SortBudget tiny = new SortBudget(SortBudget.MIN_OCTETS, directory, 1);
    try (ZoneSorter sorter = new ZoneSorter(tiny)) {
      Records.addAll(sorter, RandomRecords.of(13).list(30_000));
      try (SortedZone zone = sorter.finish()) {
        ZoneCursor first = zone.open();
        ZoneCursor second = zone.open();
        first.next();
        for (OwnerNode a = first.next(); a != null; a = first.next()) {
          second.next();
        }
        assertThat(Records.describe(second.next())).isNotEmpty();
        assertThat(second.next()).isNull();
      }
    }
  }

  @Test
  void nothingStaysInTheTemporaryDirectory() throws IOException {
    SortBudget tiny = new SortBudget(SortBudget.MIN_OCTETS, directory, 2);
    List<ResourceRecord> records = RandomRecords.of(17).list(30_000);
    Records.sort(tiny, records);
    assertThat(directory).isEmptyDirectory();

    try (ZoneSorter abandoned = new ZoneSorter(tiny)) {
      Records.addAll(abandoned, records);
    }
    assertThat(directory).isEmptyDirectory();
  }
}
