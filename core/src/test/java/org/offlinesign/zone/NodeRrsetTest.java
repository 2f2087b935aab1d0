package org.offlinesign.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;

class NodeRrsetTest {
  private static final RrsetMaker MAKER = new RrsetMaker(RecordClass.IN);

  /** Returns A records whose addresses end with the letters' codes. */
  private static NodeRrset of(String letters, int ttl) {
    List<Rdata> records =
        letters.chars().mapToObj(c -> Rdata.copyOf(new byte[] {1, 2, 3, (byte) c}, 0, 4)).toList();
    return MAKER.of(RecordType.of(1), new Ttl(ttl), records);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "abc, a, true",
    "abc, c, true",
    "abc, ac, true",
    "abc, d, false",
    "bcd, a, false",
    "ac, b, false",
    "ac, abc, false",
    "bc, abc, false",
    "ab, abc, false",
  })
  void itHoldsAllRecordsOfAnotherOrNot(String own, String other, boolean expected) {
    assertThat(of(own, 1).holdsAll(of(other, 2))).isEqualTo(expected);
  }

  @Test
  void recordsThatAreInAnotherStandWhereTheyStandThere() {
    NodeRrset read = of("bde", 1);
    int[] fields = new int[3 * RecordFields.WIDTH];
    Arrays.fill(fields, 7);
    for (int record = 0; record < 3; record++) {
      RecordFields.set(fields, record, 1, 1);
      RecordFields.place(fields, record, read.canonicalOffset(record), read.typedOffset(record), 4);
    }
    NodeRrset placed = of("abcef", 1).placedAs(new NodeRrset(read.octets(), fields, 0, 3, 1));
    assertThat(placed.size()).isEqualTo(5);
    assertThat(placed.isOfFile(0)).isFalse();
    assertThat(placed.line(1)).isEqualTo(7);
    assertThat(placed.isOfFile(2)).isFalse();
    assertThat(placed.line(3)).isEqualTo(7);
    assertThat(placed.isOfFile(4)).isFalse();
  }
}
