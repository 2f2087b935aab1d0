package org.offlinesign.sign;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts of zones in which each owner has one kind of data, so that none forbids another. */
final class ZonesByChance {
  private static final String HEAD = "$TTL 300\n@ SOA a b 1 3600 900 604800 60\n@ NS ns.other.\n";

  private ZonesByChance() {}

  /**
   * Returns zones whose owners have some of the data.
   *
   * @param labels how many labels an owner has at most below the zone's name
   * @param data lines of a zone file without their owner, for which {@code %s} stands
   */
  static Arbitrary<String> of(int labels, String... data) {
    Arbitrary<String> label = Arbitraries.of("a", "B", "c", "*", "\\000", "\\.", "_x", "zz");
    Arbitrary<String> owner =
        label.list().ofMinSize(1).ofMaxSize(labels).map(each -> String.join(".", each));
    return Combinators.combine(owner, Arbitraries.of(data))
        .as((name, rdata) -> name + " " + String.format(Locale.ROOT, rdata, name))
        .list()
        .ofMaxSize(25)
        .uniqueElements(lines -> lines.substring(0, lines.indexOf(' ')).toLowerCase(Locale.ROOT))
        .map(lines -> HEAD + String.join("\n", lines) + "\n");
  }
}
