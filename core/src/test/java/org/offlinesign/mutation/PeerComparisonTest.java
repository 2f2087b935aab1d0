package org.offlinesign.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import org.offlinesign.zonefile.ZoneFileException;

/**
 * What other verifiers make of the same changed zones. Takes minutes, so it runs only when it is
 * asked for: {@code -Dofflinesign.mutation.peers=1000} compares about a thousand zones and writes a
 * table to {@code target/mutation-peers.md}.
 */
@EnabledIfSystemProperty(named = "offlinesign.mutation.peers", matches = "\\d+")
class PeerComparisonTest {
  private static final List<Verifier> VERIFIERS =
      List.of(
          new Verifier("offlinesign", (text, folder) -> acceptedHere(text, folder)),
          peer("dnssec-verify", "-q", "-o", "example", "mutant"),
          peer("ldns-verify-zone", "mutant"),
          peer("kzonecheck", "-d", "on", "-o", "example", "mutant"));

  @TempDir Path folder;

  /** Says whether a zone is accepted; found faults and reading errors alike mean that it is not. */
  @FunctionalInterface
  private interface Judgement {
    boolean accepts(String text, Path folder) throws IOException, InterruptedException;
  }

  private record Verifier(String name, Judgement judgement) {}

  private static Verifier peer(String name, String... arguments) {
    return new Verifier(
        name,
        (text, folder) -> {
          Files.writeString(folder.resolve("mutant"), text, StandardCharsets.UTF_8);
          Program program = Peers.require(name);
          return program.run(folder, arguments).exitCode() == 0;
        });
  }

  private static boolean acceptedHere(String text, Path folder) throws IOException {
    try {
      return !MutationTest.isBlamed(MutationTest.verify(text, folder));
    } catch (ZoneFileException e) {
      return false;
    }
  }

  @Test
  void theTableOfWhatEachMisses(TestReporter reporter) throws Exception {
    Random random = MutationTest.random(reporter);
    List<Sample> samples = new SampleZones(folder).all();
    Map<Sample, List<Verifier>> usable = new HashMap<>();
    for (Sample sample : samples) {
      usable.put(sample, verifiersOf(sample));
    }
    List<Mutator> mutators = MutationTest.mutators();
    Map<Mutator, Row> rows = new LinkedHashMap<>();
    int wanted = Integer.getInteger("offlinesign.mutation.peers");
    for (int made = 0, i = 0; made < wanted; i++) {
      Sample sample = samples.get(random.nextInt(samples.size()));
      Mutator mutator = mutators.get(i % mutators.size());
      Optional<Mutant> mutant = mutator.mutate(sample, random);
      if (mutant.isPresent()) {
        made++;
        rows.computeIfAbsent(mutator, Row::new).judge(mutant.get(), usable.get(sample));
      }
    }
    List<String> table = table(rows);
    Files.write(Path.of("target", "mutation-peers.md"), table);
    reporter.publishEntry("table", String.join("\n", table));
    assertThat(rows.values()).allMatch(row -> row.wrong[0] == 0);
  }

  /** Returns those who accept the good zone; the others have nothing to say of what was changed. */
  private List<Verifier> verifiersOf(Sample sample) throws IOException, InterruptedException {
    List<Verifier> usable = new ArrayList<>();
    for (Verifier verifier : VERIFIERS) {
      if (verifier.judgement().accepts(Sample.text(sample.lines()), folder)) {
        usable.add(verifier);
      }
    }
    return usable;
  }

  /** How often each verifier was wrong about the zones of one mutator. */
  private final class Row {
    private final Mutator mutator;
    private final int[] wrong = new int[VERIFIERS.size()];
    private final int[] asked = new int[VERIFIERS.size()];
    private int zones;

    Row(Mutator mutator) {
      this.mutator = mutator;
    }

    void judge(Mutant mutant, List<Verifier> usable) throws IOException, InterruptedException {
      zones++;
      boolean expected = mutator.effect() == Effect.NONE || mutator.effect() == Effect.UNPROTECTED;
      for (Verifier verifier : usable) {
        int column = VERIFIERS.indexOf(verifier);
        asked[column]++;
        wrong[column] += verifier.judgement().accepts(mutant.text(), folder) == expected ? 0 : 1;
      }
    }

    void add(Row other) {
      zones += other.zones;
      for (int column = 0; column < wrong.length; column++) {
        wrong[column] += other.wrong[column];
        asked[column] += other.asked[column];
      }
    }

    String line() {
      StringBuilder line = new StringBuilder("| " + mutator.name() + " | " + zones);
      for (int column = 0; column < wrong.length; column++) {
        String of = asked[column] == zones ? "" : " of " + asked[column];
        line.append(" | ").append(wrong[column]).append(of);
      }
      return line.append(" |").toString();
    }
  }

  private List<String> table(Map<Mutator, Row> rows) {
    List<String> lines = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      List<Row> ofEffect =
          rows.values().stream().filter(row -> row.mutator.effect() == effect).toList();
      lines.add("\n" + effect + "\n");
      lines.add(
          "| change | zones | "
              + String.join(" | ", VERIFIERS.stream().map(Verifier::name).toList())
              + " |");
      lines.add("|---|---|" + "---|".repeat(VERIFIERS.size()));
      ofEffect.stream().map(Row::line).forEach(lines::add);
      lines.add(sum(ofEffect).line());
    }
    return lines;
  }

  private Row sum(List<Row> rows) {
    Row sum = new Row(Mutator.of("**all**", Effect.NONE, (lines, sample, r) -> Optional.empty()));
    rows.forEach(sum::add);
    return sum;
  }
}
