package org.offlinesign.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.wire.WireWriter;

class EmptyNonTerminalsTest {
  private static final DnsName APEX = DnsName.of("zone.example.");

  /** Returns the ancestors that are counted for names, which are put into order. */
  private static List<CanonicalKey> found(DnsName apex, Set<CanonicalKey> names) throws Exception {
    EmptyNonTerminals emptyNonTerminals = new EmptyNonTerminals(apex);
    List<CanonicalKey> found = new ArrayList<>();
    for (CanonicalKey name : names) {
      WireWriter octets = new WireWriter(64);
      name.writeTo(octets);
      int count =
          emptyNonTerminals.above(octets.bytes(new byte[] {7, 0, 7}).array(), name.length());
      DnsName ancestor = name.toName();
      for (int i = 0; i < count; i++) {
        ancestor = parent(ancestor);
        found.add(ancestor.canonicalKey());
      }
    }
    return found;
  }

  private static DnsName parent(DnsName name) throws Exception {
    byte[] wire = name.toWire();
    return DnsName.fromWire(wire, 1 + wire[0], wire.length - 1 - wire[0]);
  }

  private static Set<CanonicalKey> keys(String... names) {
    Set<CanonicalKey> keys = new TreeSet<>();
    for (String name : names) {
      keys.add(DnsName.of(name).canonicalKey());
    }
    return keys;
  }

  @Test
  void rfc4592_2_2_2_theMissingAncestorsBetweenTwoNames() throws Exception {
    Set<CanonicalKey> names =
        keys("zone.example.", "a.b.c.zone.example.", "d.b.c.zone.example.", "c.d.zone.example.");
    assertThat(found(APEX, names))
        .containsExactlyInAnyOrderElementsOf(
            keys("b.c.zone.example.", "c.zone.example.", "d.zone.example."));
  }

  @Test
  void aboveTheApexThereIsNone() throws Exception {
    assertThat(found(APEX, keys("zone.example."))).isEmpty();
    assertThat(found(DnsName.ROOT, keys(".", "com."))).isEmpty();
    assertThat(found(DnsName.ROOT, keys(".", "a.com."))).containsExactlyElementsOf(keys("com."));
  }

  @Test
  void labelsWithZeroOctetsAreNotTakenApart() throws Exception {
    Set<CanonicalKey> names = keys("zone.example.", "a.\\000b\\000.zone.example.");
    assertThat(found(APEX, names)).containsExactlyElementsOf(keys("\\000b\\000.zone.example."));
  }

  @Provide
  Arbitrary<Set<CanonicalKey>> names() {
    Arbitrary<String> label = Arbitraries.of("a", "B", "c", "*", "\\000", "\\001", "\\.", "aa");
    return label
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(labels -> DnsName.of(String.join(".", labels) + "." + APEX).canonicalKey())
        .list()
        .ofMaxSize(20)
        .map(TreeSet::new);
  }

  @Property(tries = 300)
  void eachAncestorThatIsNoNameIsFoundOnce(@ForAll("names") Set<CanonicalKey> below)
      throws Exception {
    Set<CanonicalKey> names = new TreeSet<>(below);
    names.add(APEX.canonicalKey());
    Set<CanonicalKey> expected = new TreeSet<>();
    for (CanonicalKey name : below) {
      DnsName ancestor = parent(name.toName());
      while (!ancestor.equals(APEX)) {
        expected.add(ancestor.canonicalKey());
        ancestor = parent(ancestor);
      }
    }
    expected.removeAll(names);
    assertThat(found(APEX, names)).containsExactlyInAnyOrderElementsOf(expected);
  }
}
