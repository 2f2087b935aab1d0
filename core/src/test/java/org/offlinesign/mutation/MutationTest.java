package org.offlinesign.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * One thing in a good zone is changed, thousands of times: the verifier must tell each time whether
 * that matters. What is right is known from how the change was made.
 *
 * <p>{@code -Dofflinesign.mutation.seed} repeats a run, {@code -Dofflinesign.mutation.count} makes
 * a longer one.
 */
class MutationTest {
  static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");
  private static final int COUNT = Integer.getInteger("offlinesign.mutation.count", 3000);

  @TempDir Path folder;

  static List<Mutator> mutators() {
    return Stream.of(
            RecordMutators.all(),
            SignatureMutators.all(),
            ChainMutators.all(),
            SpellingMutators.all())
        .flatMap(List::stream)
        .toList();
  }

  static Random random(TestReporter reporter) {
    long seed = Long.getLong("offlinesign.mutation.seed", System.nanoTime());
    reporter.publishEntry("offlinesign.mutation.seed", String.valueOf(seed));
    return new Random(seed);
  }

  @Test
  void goodZonesAreGood() throws Exception {
    Predicate<VerificationReport> good = report -> !isBlamed(report);
    for (Sample sample : new SampleZones(folder).all()) {
      assertThat(verify(Sample.text(sample.lines()), folder)).as("%s", sample).matches(good);
      assertThat(verify(Sample.text(sample.sign(sample.unsigned())), folder))
          .as("%s, signed anew", sample)
          .matches(good);
    }
  }

  @Test
  void everyChangeOfMeaningIsFoundAndNoOtherIs(TestReporter reporter) throws Exception {
    Random random = random(reporter);
    List<Sample> samples = new SampleZones(folder).all();
    List<Mutator> mutators = mutators();
    List<String> mistakes = new ArrayList<>();
    Set<Mutator> unused = new HashSet<>(mutators);
    int made = 0;
    for (int i = 0; made < COUNT; i++) {
      Sample sample = samples.get(random.nextInt(samples.size()));
      Mutator mutator = mutators.get(i % mutators.size());
      Optional<Mutant> mutant = mutator.mutate(sample, random);
      if (mutant.isPresent()) {
        made++;
        unused.remove(mutator);
        mistake(mutant.get()).ifPresent(mistakes::add);
      }
    }
    assertThat(mistakes).as("of %d changes", made).isEmpty();
    assertThat(unused).isEmpty();
  }

  private Optional<String> mistake(Mutant mutant) throws IOException {
    try {
      VerificationReport report = verify(mutant.text(), folder);
      boolean right =
          switch (mutant.mutator().effect()) {
            case BREAKS -> !report.isValid();
            case BLEMISHES -> isBlamed(report);
            case UNPROTECTED, NONE -> !isBlamed(report);
          };
      return right ? Optional.empty() : Optional.of(mutant + "\n" + report.findings());
    } catch (ZoneFileException e) {
      return Optional.of(mutant + "\n" + e.diagnostics());
    }
  }

  /** Says whether the verifier found more than what may be worth knowing. */
  static boolean isBlamed(VerificationReport report) {
    return report.count(Severity.ERROR) + report.count(Severity.WARNING) > 0;
  }

  static VerificationReport verify(String text, Path folder) throws IOException, ZoneFileException {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return new ZoneVerifier(SampleZones.PROVIDERS)
        .verify(
            VerificationRequest.builder(
                    ZoneFileSource.of("mutant", new ByteArrayInputStream(octets)),
                    ZoneFileOptions.builder(SampleZones.ZONE).build(),
                    new SortBudget(SortBudget.MIN_OCTETS, folder, 1))
                .at(AT)
                .build());
  }
}
