package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.offlinesign.verify.ReferenceChain.Parameters;
import org.offlinesign.zonefile.Severity;

/**
 * Random zones with a chain that was made in the plainest way, and one change each: the check finds
 * every one that matters and none that does not.
 */
class Nsec3MutationProperties {
  private static final String[] LABELS = {"a", "b", "c", "*", "x-1", "a\\000"};

  private static List<String> randomZone(Random random) {
    List<String> lines = new ArrayList<>();
    lines.add("example. 3600 IN SOA ns.example. admin.example. 1 7200 3600 1209600 900");
    lines.add("example. 3600 IN NS ns.example.");
    int names = 1 + random.nextInt(25);
    for (int i = 0; i < names; i++) {
      addRecords(randomName(random), random, lines);
    }
    return lines.stream().distinct().toList();
  }

  private static String randomName(Random random) {
    StringBuilder name = new StringBuilder();
    int depth = 1 + random.nextInt(4);
    for (int i = 0; i < depth; i++) {
      name.append(LABELS[random.nextInt(LABELS.length)]).append('.');
    }
    return name + "example.";
  }

  private static void addRecords(String name, Random random, List<String> lines) {
    switch (random.nextInt(6)) {
      case 0, 1 -> lines.add(name + " 3600 IN NS ns.example.");
      case 2 -> {
        lines.add(name + " 3600 IN NS ns.example.");
        lines.add(name + " 3600 IN DS 1 8 2 " + "AB".repeat(32));
      }
      case 3 -> lines.add(name + " 3600 IN TXT text");
      case 4 -> {
        lines.add(name + " 3600 IN A 192.0.2." + random.nextInt(200));
        lines.add(name + " 3600 IN TYPE65280 \\# 1 00");
      }
      default -> lines.add(name + " 3600 IN A 192.0.2.1");
    }
  }

  private static Parameters randomParameters(Random random) {
    String salt = random.nextBoolean() ? "-" : "0A0B";
    return new Parameters(random.nextInt(2), random.nextInt(3), salt);
  }

  private static List<String> errors(List<String> lines) {
    return DenialRun.findings(lines).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::format)
        .toList();
  }

  private static List<String> with(List<String> zone, List<String> chain) {
    List<String> all = new ArrayList<>(zone);
    all.addAll(chain);
    return all;
  }

  @Property(tries = 300)
  void aGoodChainHasNoErrors(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> zone = randomZone(random);
    ReferenceChain chain = ReferenceChain.of(zone, randomParameters(random));
    assertThat(errors(with(zone, chain.lines()))).isEmpty();
  }

  @Property(tries = 300)
  void everyChangeThatMattersIsFound(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> zone = randomZone(random);
    ReferenceChain chain = ReferenceChain.of(zone, randomParameters(random));
    List<String> changed = breakChain(with(zone, chain.lines()), zone.size(), chain, random);
    assertThat(errors(changed)).as(String.join("\n", changed)).isNotEmpty();
  }

  /** Changes one NSEC3 record, or the NSEC3PARAM record, which is the first after the zone. */
  private static List<String> breakChain(
      List<String> lines, int paramAt, ReferenceChain chain, Random random) {
    List<String> changed = new ArrayList<>(lines);
    int at = paramAt + 1 + random.nextInt(chain.hashes().size());
    String hash = lines.get(at).substring(0, 32);
    String line = lines.get(at);
    switch (random.nextInt(8)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.set(at, otherHash(hash, random) + line.substring(32));
      case 2 ->
          changed.set(at, line.replace(chain.next(hash), otherHash(chain.next(hash), random)));
      case 3 -> changed.set(at, line + " TYPE" + (300 + random.nextInt(1000)));
      case 4 -> changed.set(at, line.replace(chain.next(hash) + " ", chain.next(hash) + " MX "));
      case 5 -> changed.set(at, line.replace(" NSEC3 1 ", " NSEC3 2 "));
      case 6 -> changed.add(line.replace(chain.next(hash), otherHash(chain.next(hash), random)));
      default -> changed.remove(paramAt);
    }
    if (changed.equals(lines)) {
      changed.remove(at);
    }
    return changed;
  }

  private static String otherHash(String hash, Random random) {
    int at = random.nextInt(hash.length());
    char other = hash.charAt(at) == 'v' ? '0' : 'v';
    return hash.substring(0, at) + other + hash.substring(at + 1);
  }

  @Property(tries = 150)
  void dataThatTheChainDoesNotKnowIsFound(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> zone = randomZone(random);
    List<String> chain = ReferenceChain.of(zone, randomParameters(random)).lines();
    String added = "new-" + random.nextInt(10) + ".example. 3600 IN TXT new";
    String moreTypes = "example. 3600 IN MX 1 ns.example.";
    for (String more : List.of(added, moreTypes)) {
      List<String> changed = with(zone, chain);
      changed.add(more);
      assertThat(errors(changed)).isNotEmpty();
    }
  }

  @Property(tries = 150)
  void orderAndCaseDoNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> zone = randomZone(random);
    List<String> lines = with(zone, ReferenceChain.of(zone, randomParameters(random)).lines());
    lines.replaceAll(line -> random.nextBoolean() ? upperCaseOwner(line) : line);
    Collections.shuffle(lines, random);
    assertThat(errors(lines)).isEmpty();
  }

  private static String upperCaseOwner(String line) {
    int end = line.indexOf(' ');
    return line.substring(0, end).toUpperCase(Locale.ROOT) + line.substring(end);
  }
}
