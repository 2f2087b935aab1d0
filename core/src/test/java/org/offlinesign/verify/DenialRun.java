package org.offlinesign.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * Looks at the chains of a zone {@code example.} and at nothing else: no signatures are needed.
 * Adds a DNSKEY record, as signing would.
 */
final class DenialRun {
  private static final String KEY = "example. 3600 IN DNSKEY 256 3 15 " + "A".repeat(43) + "=";

  private DenialRun() {}

  /** Returns what is found in the records of a zone, one a line. */
  static List<Finding> findings(Collection<String> lines) {
    return findings(lines, Budgets.in(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  static List<Finding> findings(Collection<String> lines, SortBudget budget) {
    byte[] octets =
        (String.join("\n", lines) + "\n" + KEY + "\n").getBytes(StandardCharsets.ISO_8859_1);
    try (ZoneSorter sorter = new ZoneSorter(budget)) {
      new ZoneFileReader(ZoneFileOptions.builder(ZoneText.ZONE).build())
          .read(ZoneFileSource.of("example.zone", new ByteArrayInputStream(octets)), sorter);
      try (SortedZone zone = sorter.finish()) {
        return findings(zone, budget);
      }
    } catch (IOException | ZoneFileException e) {
      throw new AssertionError(String.join("\n", lines), e);
    }
  }

  private static List<Finding> findings(SortedZone zone, SortBudget budget) throws IOException {
    Findings findings = new Findings(List.of("example.zone"), 1000);
    ZoneApex apex = ZoneApex.find(zone, ZoneText.ZONE).orElseThrow();
    try (DenialCheck denial = DenialCheck.of(apex, zone, budget, findings)) {
      NodeCheck check = denial.newNodeCheck();
      NodeClassifier classifier = new NodeClassifier(ZoneText.ZONE);
      ZoneCursor cursor = zone.open();
      for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
        NodeOutcome outcome = new NodeOutcome(findings, new SignatureTally(0), new Nsec3Entries());
        check.check(denial.enter(node, classifier.classify(node)), outcome);
        denial.collect(outcome);
      }
      denial.finish(findings);
    }
    return findings.kept();
  }
}
