package org.offlinesign.name;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Names for properties: any octet in a label, and often those that a careless order trips over. */
public final class Names {
  private Names() {}

  /** Returns names of all lengths, the root and the longest among them. */
  public static Arbitrary<DnsName> any() {
    Arbitrary<Byte> hostile = Arbitraries.of((byte) 0, (byte) 1, (byte) 2, (byte) '*', (byte) 'A');
    Arbitrary<Byte> octet =
        Arbitraries.oneOf(hostile, Arbitraries.of((byte) 'a', (byte) '.'), Arbitraries.bytes());
    Arbitrary<byte[]> shortLabel = octet.array(byte[].class).ofMinSize(1).ofMaxSize(3);
    Arbitrary<byte[]> longLabel = octet.array(byte[].class).ofMinSize(1).ofMaxSize(63);
    return Arbitraries.frequencyOf(Tuple.of(9, shortLabel), Tuple.of(1, longLabel))
        .list()
        .ofMaxSize(12)
        .map(Names::join)
        .withoutEdgeCases();
  }

  /** Returns the name of some labels, the first one nearest to the root; surplus labels are cut. */
  private static DnsName join(List<byte[]> labels) {
    DnsName name = DnsName.ROOT;
    for (byte[] label : labels) {
      if (name.wireLength() + label.length + 1 <= DnsName.MAX_WIRE_LENGTH) {
        name = child(name, label);
      }
    }
    return name;
  }

  private static DnsName child(DnsName parent, byte[] label) {
    try {
      return parent.child(label);
    } catch (NameSyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
