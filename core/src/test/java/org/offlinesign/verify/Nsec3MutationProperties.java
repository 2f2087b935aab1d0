package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.offlinesign.zonefile.Severity;

/**
 * Random zones with a chain that was made in the plainest way, and one change each: the check finds
 * every one that matters and none that does not.
 */
class Nsec3MutationProperties {
  private static List<String> errors(List<String> lines) {
    return DenialRun.findings(lines).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::format)
        .toList();
  }

  @Property(tries = 300)
  void aGoodChainHasNoErrors(@ForAll long seed) {
    assertThat(errors(RandomZone.of(new Random(seed)).lines())).isEmpty();
  }

  @Property(tries = 500)
  void everyDefectIsFound(@ForAll long seed, @ForAll ChainDefect defect) {
    Random random = new Random(seed);
    List<String> broken = RandomZone.of(random).with(defect, random);
    assertThat(errors(broken)).as(String.join("\n", broken)).isNotEmpty();
  }

  @Property(tries = 150)
  void dataThatTheChainDoesNotKnowIsFound(@ForAll long seed) {
    RandomZone zone = RandomZone.of(new Random(seed));
    String name = "new.example. 3600 IN TXT new";
    String type = "example. 3600 IN MX 1 ns.example.";
    for (String more : List.of(name, type)) {
      List<String> changed = zone.lines();
      changed.add(more);
      assertThat(errors(changed)).isNotEmpty();
    }
  }

  @Property(tries = 150)
  void orderAndCaseDoNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> lines = RandomZone.of(random).lines();
    lines.replaceAll(line -> random.nextBoolean() ? upperCaseOwner(line) : line);
    Collections.shuffle(lines, random);
    assertThat(errors(lines)).isEmpty();
  }

  private static String upperCaseOwner(String line) {
    int end = line.indexOf(' ');
    return line.substring(0, end).toUpperCase(Locale.ROOT) + line.substring(end);
  }
}
