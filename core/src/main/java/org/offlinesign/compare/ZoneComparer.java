package org.offlinesign.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.ZoneFileException;

/**
 * Compares two versions of a zone, record by record in canonical form.
 *
 * <p>The order of records, the spelling of names and data, and duplicates make no difference. What
 * lies outside the zone is counted and not compared. Holds what the request allows for sorting, a
 * name of each zone, and the differences that are listed. Thread safe.
 */
public final class ZoneComparer {
  /**
   * Compares two zones.
   *
   * @throws ZoneFileException if one of the files, or both, are no zone files or not of the zone
   */
  public ComparisonReport compare(ComparisonRequest request) throws IOException, ZoneFileException {
    try {
      return run(request);
    } finally {
      request.first().progress().leave();
    }
  }

  private static ComparisonReport run(ComparisonRequest request)
      throws IOException, ZoneFileException {
    SortBudget budget = request.budget().sharedBy(2);
    try (ComparedZone first = new ComparedZone(request, request.first(), budget);
        ComparedZone second = new ComparedZone(request, request.second(), budget)) {
      read(first, second);
      Differences differences = new Differences(request.maxFindings());
      NodeComparison nodes =
          new NodeComparison(request, first.files(), second.files(), differences);
      Progress progress = request.first().progress();
      progress.enter(Stage.COMPARE);
      progress.expect(Quantity.RECORDS, first.records() + second.records());
      pass(first, second, nodes);
      return new ComparisonReport(
          request.reading().origin(),
          first.figures(),
          second.figures(),
          differences.kept(),
          differences.counts(),
          nodes.dsNames());
    }
  }

  /** Reads both, also if the first has errors, so that those of both are told. */
  private static void read(ComparedZone... zones) throws IOException, ZoneFileException {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (ComparedZone zone : zones) {
      try {
        zone.read();
      } catch (ZoneFileException e) {
        diagnostics.addAll(e.diagnostics());
      }
    }
    if (!diagnostics.isEmpty()) {
      throw new ZoneFileException(diagnostics);
    }
  }

  private static void pass(ComparedZone first, ComparedZone second, NodeComparison nodes)
      throws IOException, ZoneFileException {
    while (first.node() != null || second.node() != null) {
      int order = order(first.node(), second.node());
      nodes.compare(order <= 0 ? first.node() : null, order >= 0 ? second.node() : null);
      if (order <= 0) {
        first.advance();
      }
      if (order >= 0) {
        second.advance();
      }
    }
  }

  private static int order(@Nullable OwnerNode first, @Nullable OwnerNode second) {
    if (first == null) {
      return 1;
    }
    if (second == null) {
      return -1;
    }
    return Arrays.compareUnsigned(
        first.octets(), 0, first.keyLength(), second.octets(), 0, second.keyLength());
  }
}
