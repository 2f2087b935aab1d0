package org.offlinesign.cli.dnscmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Lines of switches and values in any order: each is refused, or nothing of it is lost. */
class DnscmdLineProperties {
  private static final List<String> SIGN_ZONE =
      List.of("/SignZone", "/input", "in", "/output", "out", "/zone", "z");

  /** Says of each line that was not refused that every value in it reached the native command. */
  @Property(tries = 3000)
  void noValueIsDroppedOrTakenTwice(@ForAll("words") List<String> words) {
    List<String> line = new ArrayList<>(SIGN_ZONE);
    line.addAll(words);
    line.addAll(List.of("/signkey", "/cert", "/friendlyname", "last"));
    List<String> meant;
    try {
      meant = DnscmdTranslator.translate(line).arguments();
    } catch (DnscmdSyntaxException e) {
      assertThat(e.problem()).isNotBlank();
      assertThat(e.expectedForm()).contains("/");
      return;
    }
    String all = String.join(" ", meant);
    for (String word : words) {
      if (word.startsWith("value")) {
        assertThat(all.split(word, -1)).as("%s in %s", word, all).hasSize(2);
      }
    }
    assertThat(meant.stream().filter(word -> word.startsWith("--signkey")).count())
        .isEqualTo(1 + words.stream().filter("/signkey"::equals).count());
  }

  @Provide
  Arbitrary<List<String>> words() {
    Arbitrary<String> switches =
        Arbitraries.of(
            "/signkey",
            "/addkey",
            "/cert",
            "/friendlyname",
            "/subject",
            "/validto",
            "/allrr",
            "/algorithm",
            "/store",
            "/keysetdir",
            "/start",
            "/signkey /cert /friendlyname");
    Arbitrary<String> values = Arbitraries.integers().between(10, 99).map(n -> "value" + n + "x");
    // A switch with its value is likelier to be a part of a line that is not refused.
    Arbitrary<String> pairs =
        Arbitraries.of(
                "/signkey /cert /friendlyname",
                "/addkey /cert /subject",
                "/keysetdir",
                "/start",
                "/signkey /allrr /validto 20300101000000 /cert /issuer",
                "/end",
                "/store")
            .flatMap(name -> values.map(value -> name + " " + value));
    return Arbitraries.frequencyOf(Tuple.of(1, switches), Tuple.of(1, values), Tuple.of(12, pairs))
        .list()
        .ofMaxSize(6)
        .map(DnscmdLineProperties::split)
        .filter(DnscmdLineProperties::valuesAreDistinct);
  }

  private static List<String> split(List<String> pieces) {
    return pieces.stream().flatMap(piece -> List.of(piece.split(" ", -1)).stream()).toList();
  }

  private static boolean valuesAreDistinct(List<String> words) {
    List<String> values = words.stream().filter(word -> word.startsWith("value")).toList();
    return values.size() == values.stream().distinct().count();
  }
}
