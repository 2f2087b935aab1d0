package org.offlinesign.cli.console;

import java.util.ArrayDeque;
import java.util.Deque;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.StageFigures;

/** How fast a stage has been over the last few looks at it. Not thread safe. */
final class RecentRates {
  private static final int LOOKS = 20;

  private final Deque<StageFigures> looks = new ArrayDeque<>(LOOKS + 1);

  /** Takes a look; one at another stage forgets those before. */
  void look(StageFigures figures) {
    StageFigures last = looks.peekLast();
    if (last != null && !isLater(figures, last)) {
      looks.clear();
    }
    looks.addLast(figures);
    if (looks.size() > LOOKS) {
      looks.removeFirst();
    }
  }

  private static boolean isLater(StageFigures figures, StageFigures last) {
    return figures.stage() == last.stage()
        && figures.file().equals(last.file())
        && figures.time().compareTo(last.time()) >= 0;
  }

  /** Returns how much was done in a second between the first of the looks and the last. */
  double of(Quantity quantity) {
    StageFigures first = looks.peekFirst();
    StageFigures last = looks.peekLast();
    if (first == null || last == null) {
      return 0;
    }
    double seconds = last.seconds() - first.seconds();
    return seconds > 0
        ? (last.done(quantity) - first.done(quantity)) / seconds
        : last.rate(quantity);
  }
}
