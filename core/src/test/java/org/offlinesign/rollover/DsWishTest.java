package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.rollover.RolloverStore.ZONE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyRole;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rollover.RolloverKey.Part;
import org.offlinesign.rollover.RolloverKey.Scheme;

/** When the DS RRset of the parent is as a step wants it, with digests of several types. */
class DsWishTest extends RolloverStoreFixture {
  private DsWish both;

  @BeforeEach
  void wishForTwoKeys() throws Exception {
    store.with(KeyRole.KSK, KeyRole.KSK);
    both = new DsWish(List.of(key(0, Part.OLD), key(1, Part.NEW)), List.of());
  }

  private RolloverKey key(int number, Part part) {
    return RolloverKey.of(store.keys().get(number), part, Scheme.SPLIT);
  }

  private Ds ds(int number, DigestType type) {
    StoredKey key = store.keys().get(number);
    return DsDigest.of(ZONE, key.facts().orElseThrow().dnskey(), type);
  }

  @Test
  void eachKeyHasARecordOfTheStrongestDigestType() {
    List<Ds> plain = List.of(ds(0, DigestType.SHA256), ds(1, DigestType.SHA256));
    assertThat(both.mismatch(ZONE, plain)).isEmpty();
    List<Ds> mixed = List.of(ds(0, DigestType.SHA384), ds(1, DigestType.SHA256));
    assertThat(both.mismatch(ZONE, mixed))
        .hasValueSatisfying(
            what ->
                assertThat(what)
                    .contains("a stronger digest than those of " + key(1, Part.NEW))
                    .contains("some resolvers then pass over"));
    List<Ds> all =
        List.of(ds(0, DigestType.SHA384), ds(1, DigestType.SHA256), ds(1, DigestType.SHA384));
    assertThat(both.mismatch(ZONE, all)).isEmpty();
  }

  @Test
  void aDigestTypeThatNobodyKnowsIsNotTheStrongest() {
    Ds unknown = new Ds(1, 13, 200, new byte[48]);
    List<Ds> records = List.of(ds(0, DigestType.SHA256), ds(1, DigestType.SHA256), unknown);
    assertThat(both.mismatch(ZONE, records)).isEmpty();
  }
}
