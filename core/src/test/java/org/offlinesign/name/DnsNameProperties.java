package org.offlinesign.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offlinesign.wire.WireWriter;
import org.xbill.DNS.Name;

class DnsNameProperties {
  @Provide
  Arbitrary<DnsName> names() {
    return Names.any();
  }

  @Property
  void printedTextIsReadAsTheSameOctets(@ForAll("names") DnsName name) throws Exception {
    assertThat(DnsName.parse(name.toString()).sameOctets(name)).isTrue();
    assertThat(DnsName.parse(name.toString(), null).sameOctets(name)).isTrue();
  }

  @Property
  void dnsjavaReadsThePrintedTextAsTheSameOctets(@ForAll("names") DnsName name) throws Exception {
    assertThat(Name.fromString(name.toString()).toWire()).isEqualTo(name.toWire());
  }

  @Property
  void octalEscapesStandForTheSameOctetsAsDecimalOnes(@ForAll("names") DnsName name)
      throws Exception {
    StringBuilder text = new StringBuilder();
    byte[] wire = name.toWire();
    Assume.that(wire.length > 1);
    for (int at = 0; wire[at] != 0; at += 1 + wire[at]) {
      for (int i = at + 1; i <= at + wire[at]; i++) {
        text.append(String.format("\\%03o", wire[i] & 0xff));
      }
      text.append('.');
    }
    byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    WireWriter out = new WireWriter(16);
    new NameParser(EscapeStyle.OCTAL).parse(octets, 0, octets.length, null, out);

    assertThat(out.toByteArray()).isEqualTo(wire);
  }

  @Property
  void wireFormIsReadBack(@ForAll("names") DnsName name) throws Exception {
    WireWriter out = new WireWriter(16);
    out.u8(7);
    name.writeTo(out);
    out.u8(7);

    int length = DnsName.wireLengthAt(out.array(), 1, out.length());

    assertThat(length).isEqualTo(name.wireLength());
    assertThat(DnsName.fromWire(out.array(), 1, length).sameOctets(name)).isTrue();
  }

  @Property
  void equalityIgnoresCaseAndNothingElse(@ForAll("names") DnsName a, @ForAll("names") DnsName b) {
    assertThat(a).isEqualTo(a.lowerCase()).hasSameHashCodeAs(a.lowerCase());
    boolean same = a.lowerCase().sameOctets(b.lowerCase());
    assertThat(a.equals(b)).isEqualTo(same);
  }

  @Property
  void theSuffixesOfANameAreItsAncestors(@ForAll("names") DnsName name) {
    DnsName ancestor = name;
    for (int labels = name.labelCount(); labels > 0; labels--) {
      assertThat(name.suffix(labels).sameOctets(ancestor)).isTrue();
      assertThat(name.isAtOrBelow(ancestor)).isTrue();
      ancestor = ancestor.parent();
    }
    assertThat(ancestor.isRoot()).isTrue();
  }
}
