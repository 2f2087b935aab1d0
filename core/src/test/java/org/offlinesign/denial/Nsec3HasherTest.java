package org.offlinesign.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Nsec3Param;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.selftest.RfcExamples;
import org.offlinesign.wire.WireWriter;

class Nsec3HasherTest {
  private static final Nsec3Parameters OF_THE_RFC =
      new Nsec3Parameters(12, Nsec3Salt.of("aabbccdd"));

  private static String owner(Nsec3Parameters parameters, String name) throws Exception {
    byte[] hash = new Nsec3Hasher(parameters).hash(DnsName.of(name));
    WireWriter out = new WireWriter(64);
    Nsec3Hasher.writeOwner(hash, 0, DnsName.of("example."), out);
    return DnsName.fromWire(out.array(), 0, out.length()).toString();
  }

  @Test
  void rfc5155_A_hashesOfTheExampleZone() throws Exception {
    Map<String, String> hashes = RfcExamples.nsec3Hashes();
    assertThat(hashes).hasSize(12);
    for (Map.Entry<String, String> hash : hashes.entrySet()) {
      assertThat(owner(OF_THE_RFC, hash.getKey())).isEqualTo(hash.getValue() + ".example.");
    }
  }

  /** The expected values are those of BIND's nsec3hash. */
  @ParameterizedTest
  @CsvSource({
    "example., 3msev9usmd4br9s97v51r2tdvmr9iqo1",
    "a.b.example., 0vllmrvak1tq5bdb4itk6aarccqqqk8h"
  })
  void rfc9276_3_1_withoutSaltAndIterations(String name, String label) throws Exception {
    assertThat(owner(Nsec3Parameters.RFC_9276, name)).isEqualTo(label + ".example.");
  }

  @Test
  void aPartOfAnArrayIsHashedIntoAPartOfAnother() throws Exception {
    byte[] name = DnsName.of("a.example.").toWire();
    byte[] within = new byte[name.length + 7];
    System.arraycopy(name, 0, within, 3, name.length);
    byte[] hash = new byte[30];
    Nsec3Hasher hasher = new Nsec3Hasher(OF_THE_RFC);
    hasher.hash(within, 3, name.length, hash, 5);
    assertThat(java.util.Arrays.copyOfRange(hash, 5, 25))
        .isEqualTo(hasher.hash(DnsName.of("a.example.")));
  }

  @Test
  void anApexOf222OctetsLeavesRoomForTheHashAndOneOf223DoesNot() throws Exception {
    String label = "a".repeat(54) + ".";
    assertThat(DnsName.of(label.repeat(4)).wireLength()).isEqualTo(221);
    assertThat(Nsec3Hasher.hasRoomBelow(DnsName.of("a" + label.repeat(4)))).isTrue();
    assertThat(Nsec3Hasher.hasRoomBelow(DnsName.of("aa" + label.repeat(4)))).isFalse();
  }

  @Test
  void parametersAreThoseOfARecordWhateverItsFlags() {
    Nsec3Param record = new Nsec3Param(1, 1, 12, Nsec3Salt.of("aabbccdd"));
    assertThat(Nsec3Parameters.of(record)).isEqualTo(OF_THE_RFC);
    assertThat(OF_THE_RFC.toRecord(1)).isEqualTo(record);
  }

  @Test
  void anotherHashAlgorithmThanSha1IsRefused() {
    Nsec3Param record = new Nsec3Param(2, 0, 0, Nsec3Salt.NONE);
    assertThatThrownBy(() -> Nsec3Parameters.of(record)).hasMessageContaining("algorithm 2");
  }
}
