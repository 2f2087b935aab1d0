package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Budgets;
import org.offlinesign.verify.ReferenceChain.Parameters;
import org.offlinesign.zone.SortBudget;

/** A zone whose hashes do not fit into the smallest budget. */
class Nsec3LargeZoneTest {
  private static final int NAMES = 12_000;
  private static final int HOLES = 7;

  private static List<String> broken = List.of();

  @TempDir Path folder;

  @BeforeAll
  static void makeZone() {
    List<String> zone = new ArrayList<>();
    zone.add("example. 3600 IN SOA ns.example. admin.example. 1 7200 3600 1209600 900");
    zone.add("example. 3600 IN NS ns.example.");
    for (int i = 0; i < NAMES; i++) {
      zone.add("n" + i + ".m" + i % 5 + ".example. 3600 IN A 192.0.2.1");
    }
    ReferenceChain chain = ReferenceChain.of(zone, Parameters.PLAIN);
    zone.addAll(chain.lines());
    for (int i = 0; i < HOLES; i++) {
      zone.remove(chain.line(chain.hash("n" + i * 1000 + ".m0.example.")));
    }
    broken = List.copyOf(zone);
  }

  @Test
  void hashesThatDoNotFitIntoMemoryAreCompared() {
    SortBudget least = new SortBudget(SortBudget.MIN_OCTETS, folder, 1);
    List<Finding> spilled = DenialRun.findings(broken, least);

    assertThat(spilled).extracting(Finding::code).containsOnly(FindingCode.NSEC3_MISSING);
    assertThat(spilled).hasSize(HOLES).isEqualTo(DenialRun.findings(broken));
  }

  @Test
  void temporaryFilesAreDeleted() throws IOException {
    DenialRun.findings(broken, new SortBudget(SortBudget.MIN_OCTETS, folder, 2));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theReportDoesNotDependOnTheNumberOfThreads() {
    ZoneText signed = ExampleZone.SIGNER.sign(String.join("\n", broken.subList(0, 600)));
    VerificationReport one = report(signed, 1);
    VerificationReport eight = report(signed, 8);

    assertThat(one.findings()).isNotEmpty().isEqualTo(eight.findings());
    assertThat(one.counts()).isEqualTo(eight.counts());
  }

  private VerificationReport report(ZoneText zone, int threads) {
    return ZoneText.verify(zone.request().budget(Budgets.in(folder, threads)).maxFindings(5000));
  }
}
