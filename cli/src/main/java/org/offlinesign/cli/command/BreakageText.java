package org.offlinesign.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.console.Words;
import org.offlinesign.rollover.Breakage;

/** What breaks, in words. */
final class BreakageText {
  private static final int MOST = 3;

  private BreakageText() {}

  /** Returns a sentence for each of the first, and how many more there are. */
  static List<String> lines(List<Breakage> breakages) {
    List<String> lines = new ArrayList<>();
    breakages.stream().limit(MOST).map(Breakage::message).forEach(lines::add);
    if (breakages.size() > MOST) {
      lines.add("and " + Words.count(breakages.size() - MOST, "more case"));
    }
    return lines;
  }
}
