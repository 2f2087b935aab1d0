package org.offlinesign.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.testing.Budgets;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.RecordComments;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/** Comments on their way through the sorter. */
class KeptCommentsTest {
  @TempDir Path folder;

  private List<OwnerNode> sort(String text) throws Exception {
    return sort(text, Budgets.in(folder));
  }

  private static List<OwnerNode> sort(String text, SortBudget budget) throws Exception {
    try (ZoneSorter sorter = new ZoneSorter(budget)) {
      new ZoneFileReader(ZoneFileOptions.builder(DnsName.of("example")).keepComments().build())
          .read(
              ZoneFileSource.of(
                  "db", new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))),
              sorter);
      try (SortedZone zone = sorter.finish()) {
        assertThat(zone.spilledOctets() > 0).isEqualTo(budget.octets() == SortBudget.MIN_OCTETS);
        return Records.nodes(zone);
      }
    }
  }

  /** Returns the comments of a record, with a bar in the place of the record. */
  private static String comments(NodeRrset rrset, int record) {
    WireWriter out = new WireWriter(16);
    rrset.comments(record).writeAbove(out);
    out.ascii("|\n");
    rrset.comments(record).writeBehind(out);
    return out.toString();
  }

  private static List<String> comments(List<OwnerNode> nodes) {
    List<String> all = new ArrayList<>();
    for (OwnerNode node : nodes) {
      for (NodeRrset rrset : node.rrsets()) {
        for (int record = 0; record < rrset.size(); record++) {
          all.add(node + comments(rrset, record));
        }
      }
    }
    return all;
  }

  @Test
  void eachRecordKeepsItsOwn() throws Exception {
    List<OwnerNode> nodes =
        sort(
            "$TTL 300\nB NS C.X. ; ns\nb A 192.0.2.2 ; second\n;\n; first\nb A 192.0.2.1\na TXT t\n");
    assertThat(comments(nodes))
        .containsExactly(
            "a.example.|\n",
            "B.example.;\n; first\n|\n",
            "B.example.| ; second\n",
            "B.example.| ; ns\n");
    assertThat(nodes.get(0).rrset(RecordType.TXT).hasComments()).isFalse();
    assertThat(nodes.get(1).rrset(RecordType.A).commentOctets()).isEqualTo(18);
    assertThat(nodes.get(1).rrset(RecordType.NS).rdata(0).toString()).isEqualTo("\\# 5 0143015800");
  }

  @Test
  void thoseOfDuplicatesAreJoined() throws Exception {
    assertThat(
            comments(
                sort(
                    """
                    $TTL 300
                    ; one
                    a A 192.0.2.1
                    a A 192.0.2.1 ; two
                    ; three
                    a A 192.0.2.1 ; four
                    b A 192.0.2.1
                    b A 192.0.2.1 ; b
                    b A 192.0.2.1 ; b
                    """)))
        .containsExactly("a.example.; one\n; three\n| ; two ; four\n", "b.example.| ; b\n");
  }

  @Test
  void thoseOfDuplicatesHaveNoMoreRoomThanThoseOfOne() throws Exception {
    String half = ";" + "x".repeat(RecordComments.MAX_OCTETS / 2);
    List<String> records = List.of(half, half.replace('x', 'z'), "; y");
    List<String> kept =
        comments(
            sort("$TTL 300\na A 192.0.2.1 " + String.join("\na A 192.0.2.1 ", records) + "\n"));
    assertThat(kept.equals(List.of("a.example.| " + half + " ; y\n"))).isTrue();
  }

  @Test
  void theySurviveTheDisk() throws Exception {
    List<String> records = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 1000; i < 9000; i++) {
      String above =
          random.nextInt(3) == 0 ? "; above " + "x".repeat(random.nextInt(900)) + "\n" : "";
      String behind = random.nextInt(3) == 0 ? " ; behind " + i : "";
      records.add(above + "N" + i + " TXT t" + behind + "\n");
    }
    // The longest entry that there may be: RDATA and comments of 65,535 octets each.
    records.add("; " + "y".repeat(65_531) + "|\nn9000 TXT " + "\"\" ".repeat(65_535) + "\n");
    List<String> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);
    SortBudget small = new SortBudget(SortBudget.MIN_OCTETS, folder, 2);
    List<OwnerNode> spilled = sort("$TTL 300\n" + String.join("", shuffled), small);
    assertThat(comments(spilled))
        .isEqualTo(records.stream().map(KeptCommentsTest::commentsOfText).toList());
    assertThat(spilled.get(8000).rrset(RecordType.TXT).rdataLength(0)).isEqualTo(65_535);
  }

  private static String commentsOfText(String record) {
    String line = record.lines().filter(some -> !some.startsWith(";")).findFirst().orElseThrow();
    String owner = line.substring(0, line.indexOf(' ')) + ".example.";
    String above = record.startsWith(";") ? record.substring(0, record.indexOf('\n') + 1) : "";
    int behind = line.indexOf(" ;");
    return owner + above + "|" + (behind < 0 ? "" : line.substring(behind)) + "\n";
  }

  @Test
  void theyCountForTheLimitOfAName() throws Exception {
    StringBuilder text = new StringBuilder("$TTL 300\n");
    for (int i = 0; i < 64; i++) {
      text.append("; ").append("x".repeat(65_500)).append("\na TXT ").append(i).append('\n');
    }
    assertThat(sort(text.toString())).hasSize(1);
    text.append("; ").append("x".repeat(65_500)).append("\na TXT y\na TXT z\n");
    assertThatThrownBy(() -> sort(text.toString()))
        .isInstanceOf(NameTooLargeException.class)
        .hasMessageContaining("expected at most 4 MiB of records and comments of one name")
        .hasMessageContaining("but a.example. has more");
  }

  @Test
  void aRecordThatIsEditedKeepsThem() throws Exception {
    OwnerNode node = sort("$TTL 300\na A 192.0.2.1 ; 1\na A 192.0.2.2\na A 192.0.2.3 ; 3\n").get(0);
    NodeRrset rrset = node.rrset(RecordType.A);
    NodeRrset lower = rrset.withTtl(new Ttl(7));
    assertThat(comments(lower, 0)).isEqualTo("| ; 1\n");
    assertThat(comments(lower, 1)).isEqualTo("|\n");
    assertThat(comments(lower.succeeding(rrset), 2)).isEqualTo("| ; 3\n");
    NodeRrset other = sort("$TTL 300\na A 192.0.2.3\na A 192.0.2.4\n").get(0).rrset(RecordType.A);
    assertThat(other.hasComments()).isFalse();
    for (NodeRrset taken : List.of(other.commentedAs(rrset), other.placedAs(rrset))) {
      assertThat(comments(taken, 0)).isEqualTo("| ; 3\n");
      assertThat(comments(taken, 1)).isEqualTo("|\n");
    }
    assertThatThrownBy(() -> other.succeeding(rrset)).isInstanceOf(IllegalArgumentException.class);
  }
}
