package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times of the valid signatures of one RRset, also of those that are valid only later, and how
 * long they keep it signed without a gap.
 */
final class SignatureSpans {
  private final List<Span> spans = new ArrayList<>(1);

  /**
   * When a signature is valid, its last second included, in seconds from the instant of the
   * verification.
   *
   * @param record the number of the signature among those of its name
   */
  record Span(int algorithm, long from, long to, int keyTag, int record) {}

  void add(Span span) {
    spans.add(span);
  }

  /** Returns the signature by which the RRset is signed longest; null if it is not signed now. */
  @Nullable Span last(int algorithm) {
    Span last = null;
    long end = -1;
    // A signature may begin when another ends, so each that prolongs the time opens the way to
    // more.
    for (Span next = reachable(algorithm, end); next != null; next = reachable(algorithm, end)) {
      last = next;
      end = next.to();
    }
    return last;
  }

  /** Returns the signature that ends last of those that begin before a second and outlast it. */
  private @Nullable Span reachable(int algorithm, long end) {
    Span best = null;
    for (Span span : spans) {
      boolean prolongs = span.algorithm() == algorithm && span.from() <= end + 1 && span.to() > end;
      if (prolongs && (best == null || span.to() > best.to())) {
        best = span;
      }
    }
    return best;
  }
}
