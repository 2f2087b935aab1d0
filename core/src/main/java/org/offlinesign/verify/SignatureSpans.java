package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
   * @param anchored whether trust enters the zone by the key
   */
  record Span(RrsigIdentity signature, boolean anchored, long from, long to) {
    boolean isBy(int algorithm) {
      return signature.algorithm() == algorithm;
    }
  }

  /**
   * Which signature it is.
   *
   * @param record its number among those of its name
   */
  record RrsigIdentity(int algorithm, int keyTag, int record) {}

  void add(Span span) {
    spans.add(span);
  }

  /** Returns the signature of a kind that keeps the RRset signed longest; null if none does now. */
  @Nullable Span last(Predicate<Span> kind) {
    Span last = null;
    long end = -1;
    // A signature may begin when another ends, so each that prolongs the time opens the way to
    // more.
    for (Span next = reachable(kind, end); next != null; next = reachable(kind, end)) {
      last = next;
      end = next.to();
    }
    return last;
  }

  /** Returns the signature that ends last of those that begin before a second and outlast it. */
  private @Nullable Span reachable(Predicate<Span> kind, long end) {
    Span best = null;
    for (Span span : spans) {
      boolean prolongs = kind.test(span) && span.from() <= end + 1 && span.to() > end;
      if (prolongs && (best == null || span.to() > best.to())) {
        best = span;
      }
    }
    return best;
  }
}
