package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.rdata.Dnskey;

class SharedTagTest {
  // RFC 4034 App. B: the tag is a sum of pairs of octets, whatever their order.
  private static final Dnskey ONE = new Dnskey(256, 3, 13, new byte[] {0, 1, 0, 2});
  private static final Dnskey SWAPPED = new Dnskey(256, 3, 13, new byte[] {0, 2, 0, 1});

  @Test
  void twoKeysOfOneAlgorithmAndTagAreAPair() {
    assertThat(SharedTag.among(List.of(ONE, key(13, 9), SWAPPED)))
        .containsExactly(new SharedTag(ONE, SWAPPED));
    assertThat(new SharedTag(ONE, SWAPPED).advice())
        .startsWith("two keys of algorithm 13 have the key tag " + ONE.keyTag() + ": resolvers");
  }

  private static Dnskey key(int algorithm, int octet) {
    return new Dnskey(256, 3, algorithm, new byte[] {0, (byte) octet, 0, 0});
  }

  @Test
  void soIsAKeyWithTheTagThatAnotherHasOnceItIsRevoked() {
    // The flag adds 128 to the sum.
    Dnskey later = new Dnskey(256, 3, 13, new byte[] {0, 1, 0, (byte) 130});
    assertThat(later.keyTag()).isEqualTo(ONE.revokedKeyTag()).isNotEqualTo(ONE.keyTag());
    assertThat(SharedTag.between(ONE, later).orElseThrow().advice())
        .startsWith("the keys " + ONE.keyTag() + " and " + later.keyTag() + " of algorithm 13")
        .contains("once one of them is revoked");
  }

  @Test
  void neitherTheAlgorithmNorTheTagAloneMakesAPairNorDoesAKeyWithItself() {
    Dnskey sameSum = new Dnskey(256, 3, 14, new byte[] {0, 1, 0, 1});
    assertThat(sameSum.keyTag()).isEqualTo(ONE.keyTag());
    assertThat(SharedTag.among(List.of(ONE, sameSum, key(13, 9), ONE.revoked()))).isEmpty();
  }
}
