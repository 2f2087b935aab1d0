package org.offlinesign.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.testing.Budgets;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.EntrySorter;
import org.offlinesign.zone.SortedEntries;

class Nsec3ChainTest {
  private static final DnsName ZONE = DnsName.of("example.");

  @TempDir Path folder;

  private final List<String> links = new ArrayList<>();
  private final List<String> collisions = new ArrayList<>();

  private final class Collector implements Nsec3Chain.Sink {
    @Override
    public void link(Nsec3Link link, List<byte[]> signatures) {
      WireWriter owner = new WireWriter(64);
      link.writeOwnerTo(owner, ZONE);
      WireWriter rdata = new WireWriter(64);
      link.writeRdataTo(rdata, Nsec3Parameters.RFC_9276.toRecord(0));
      links.add(owner.length() + " " + rdata.length());
    }

    @Override
    public void collision(DnsName name, DnsName other) {
      collisions.add(name + " " + other);
    }
  }

  private void link(HashedNames... names) throws IOException {
    try (EntrySorter sorter = new EntrySorter(Budgets.in(folder))) {
      for (HashedNames each : names) {
        HashedNames.sort(each.toByteArray(), sorter);
      }
      try (SortedEntries sorted = sorter.finish()) {
        new Nsec3Chain(new Collector()).link(sorted.open());
      }
    }
  }

  private static HashedNames hashed(String... names) {
    HashedNames hashed = new HashedNames(Nsec3Parameters.RFC_9276);
    TypeBitmap types = new TypeBitmap();
    types.add(RecordType.A.code());
    for (String name : names) {
      DnsName wire = DnsName.of(name);
      hashed.add(wire.toWire(), 0, wire.wireLength(), types);
    }
    return hashed;
  }

  @Test
  void rfc5155_7_1_oneNameIsFollowedByItself() throws Exception {
    link(hashed("example."));
    // Owner: 33 octets and the zone. RDATA: 5 and 21 octets, and a bitmap of one type.
    assertThat(links).containsExactly("42 29");
    assertThat(collisions).isEmpty();
  }

  @Test
  void namesOfSeveralListsMakeOneChain() throws Exception {
    link(hashed("example.", "a.example."), hashed(), hashed("b.example."));
    assertThat(links).hasSize(3);
  }

  /** The same name twice stands for two names with one hash, which nobody has found yet. */
  @Test
  void rfc5155_7_1_namesWithOneHashAreTold() throws Exception {
    link(hashed("example.", "a.example."), hashed("A.Example."));
    assertThat(collisions).containsExactly("a.example. A.Example.");
  }

  @Test
  void aChainWithoutNamesIsACallersMistake() {
    assertThatThrownBy(() -> link(hashed())).isInstanceOf(IllegalArgumentException.class);
  }
}
