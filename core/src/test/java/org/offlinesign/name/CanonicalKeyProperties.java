package org.offlinesign.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offlinesign.selftest.RfcExamples;
import org.offlinesign.wire.WireWriter;

class CanonicalKeyProperties {
  private static final CanonicalOrder ORDER = new CanonicalOrder();

  @Provide
  Arbitrary<DnsName> names() {
    return Names.any();
  }

  @Provide
  Arbitrary<List<DnsName>> zones() {
    return Names.any().list().ofMaxSize(40);
  }

  @Property
  void keysOrderAsRfc4034_6_1OrdersNames(@ForAll("zones") List<DnsName> zone) {
    List<DnsName> byOrder = new ArrayList<>(zone);
    byOrder.sort(ORDER);
    List<DnsName> byKey = new ArrayList<>(zone);
    byKey.sort((a, b) -> a.canonicalKey().compareTo(b.canonicalKey()));

    assertThat(byKey).isEqualTo(byOrder);
  }

  @Property
  void keysOfSiblingsOrderAsTheirNames(
      @ForAll("names") DnsName a, @ForAll byte first, @ForAll byte second) {
    DnsName left = childOrSame(a, new byte[] {first});
    DnsName right = childOrSame(a, new byte[] {second, first});

    assertThat(Integer.signum(left.canonicalKey().compareTo(right.canonicalKey())))
        .isEqualTo(Integer.signum(ORDER.compare(left, right)));
  }

  private static DnsName childOrSame(DnsName parent, byte[] label) {
    try {
      return parent.child(label);
    } catch (NameSyntaxException e) {
      return parent;
    }
  }

  @Property
  void equalNamesAndNoOthersHaveEqualKeys(@ForAll("names") DnsName a, @ForAll("names") DnsName b) {
    assertThat(a.canonicalKey().equals(b.canonicalKey())).isEqualTo(a.equals(b));
    assertThat(a.canonicalKey()).isEqualTo(a.lowerCase().canonicalKey());
    assertThat(a.canonicalKey().hashCode()).isEqualTo(a.lowerCase().canonicalKey().hashCode());
  }

  @Property
  void aNameIsBelowAnotherIfItsKeyIs(@ForAll("names") DnsName a, @ForAll("names") DnsName b) {
    assertThat(a.canonicalKey().isAtOrBelow(b.canonicalKey())).isEqualTo(a.isAtOrBelow(b));
    DnsName ancestor = a.suffix(a.labelCount() / 2);
    assertThat(a.canonicalKey().isAtOrBelow(ancestor.canonicalKey())).isTrue();
  }

  @Property
  void aKeyLeadsBackToTheNameInLowerCase(@ForAll("names") DnsName name) {
    CanonicalKey key = name.canonicalKey();
    WireWriter octets = new WireWriter(16);
    key.writeTo(octets);

    assertThat(key.toName().sameOctets(name.lowerCase())).isTrue();
    assertThat(key.length())
        .isEqualTo(octets.length())
        .isLessThanOrEqualTo(CanonicalKey.MAX_LENGTH);
    assertThat(CanonicalKey.fromOctets(octets.array(), 0, octets.length())).isEqualTo(key);
  }

  @Example
  void theLongestNameOfHostileOctetsHasAKey() throws NameSyntaxException {
    DnsName name = DnsName.ROOT;
    for (int length : new int[] {63, 63, 63, 61}) {
      name = name.child(new byte[length]);
    }

    assertThat(name.wireLength()).isEqualTo(DnsName.MAX_WIRE_LENGTH);
    assertThat(name.canonicalKey().length()).isEqualTo(2 * 250 + 4);
    assertThat(name.canonicalKey().toName()).isEqualTo(name);
  }

  @Example
  void rfc4034_6_1_sortsTheNineExampleNames() {
    List<String> names = RfcExamples.NAMES_IN_ORDER;
    List<DnsName> sorted = new ArrayList<>(names.stream().map(DnsName::of).toList());
    Collections.shuffle(sorted, new Random(4034));

    sorted.sort((a, b) -> a.canonicalKey().compareTo(b.canonicalKey()));

    assertThat(sorted).extracting(DnsName::toString).isEqualTo(names);
  }
}
