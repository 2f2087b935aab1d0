package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.selftest.RfcExamples;
import org.offlinesign.testing.Corpus;
import org.offlinesign.wire.Hex;

class DsDigestTest {
  private static final String DSKEY = RfcExamples.DIGESTED_KEY;

  @Test
  void rfc4034_5_4_sha1() throws Exception {
    Ds ds = digest(BindPublicKey.parse(DSKEY), DigestType.SHA1);
    assertThat(ds.keyTag()).isEqualTo(60485);
    assertThat(ds.algorithm()).isEqualTo(5);
    assertThat(ds.digestType()).isEqualTo(1);
    assertThat(Hex.encode(ds.digest())).isEqualTo(RfcExamples.SHA1_DIGEST);
  }

  @Test
  void rfc4509_2_3_sha256() throws Exception {
    Ds ds = digest(BindPublicKey.parse(DSKEY), DigestType.SHA256);
    assertThat(Hex.encode(ds.digest())).isEqualTo(RfcExamples.SHA256_DIGEST);
  }

  @Test
  void theCaseOfTheOwnerDoesNotMatter() throws Exception {
    Dnskey key = BindPublicKey.parse(DSKEY).dnskey();
    assertThat(DsDigest.of(DnsName.of("DSKEY.Example.com."), key, DigestType.SHA256))
        .isEqualTo(DsDigest.of(DnsName.of("dskey.example.com."), key, DigestType.SHA256));
  }

  @Test
  void everyKeyOfTheCorpusHasTheTagsAndDigestsOthersComputed() throws Exception {
    Corpus corpus = Corpus.require();
    Set<Algorithm> algorithms = EnumSet.noneOf(Algorithm.class);
    int keys = 0;
    for (List<String> row : corpus.table("KEYS.tsv")) {
      boolean zoneKey = (Integer.parseInt(row.get(2)) & Dnskey.ZONE_KEY) != 0;
      boolean severalKeys = row.get(0).endsWith("/root.key");
      if (severalKeys || !zoneKey || Algorithm.parse(row.get(3)).isEmpty()) {
        continue;
      }
      ZoneKey key = BindKeyFile.readPublic(corpus.file(row.get(0)));
      assertThat(key.keyTag()).as(row.get(0)).isEqualTo(Integer.parseInt(row.get(5)));
      String rsaSize = row.get(8);
      assertThat(rsaSize).as(row.get(0)).startsWith(rsaSize.isEmpty() ? "" : key.bits() + " e=");
      StringBuilder digests = new StringBuilder();
      for (DigestType type : DigestType.values()) {
        digests.append(' ').append(Hex.encode(digest(key, type).digest()));
      }
      assertThat(digests.toString().trim()).isEqualToIgnoringCase(row.get(9));
      algorithms.add(key.algorithm());
      keys++;
    }
    assertThat(keys).isGreaterThan(40);
    assertThat(algorithms).contains(Algorithm.values());
  }

  private static Ds digest(ZoneKey key, DigestType type) {
    return DsDigest.of(key.zone(), key.dnskey(), type);
  }
}
