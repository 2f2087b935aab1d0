package org.offlinesign.cli.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.offlinesign.census.SignerFigures;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;

/**
 * What a key does in the course of time.
 *
 * @param spans ascending, one following another
 */
record KeyLane(String name, List<Span> spans) {
  /** What a key does for a while. */
  record Span(Kind kind, Instant from, Instant to) {}

  /** What a key can do. */
  enum Kind {
    PUBLISHED(Fill.PUBLISHED, "in the zone, signs nothing yet"),
    ACTIVE(Fill.ACTIVE, "signs"),
    INACTIVE(Fill.INACTIVE, "in the zone, signs nothing any more"),
    REVOKED(Fill.REVOKED, "in the zone and revoked"),
    SIGNATURES(Fill.SIGNATURES, "its signatures are valid; no dates are set, or none are known");

    private final Fill fill;
    private final String text;

    Kind(Fill fill, String text) {
      this.fill = fill;
      this.text = text;
    }

    Fill fill() {
      return fill;
    }

    /** Returns the class of its swatch in a legend. */
    String swatch() {
      return name().toLowerCase(Locale.ROOT);
    }

    String text() {
      return text;
    }

    static Optional<Kind> of(KeyState state) {
      return switch (state) {
        case PUBLISHED -> Optional.of(PUBLISHED);
        case ACTIVE, SIGNING_ONLY -> Optional.of(ACTIVE);
        case INACTIVE -> Optional.of(INACTIVE);
        case REVOKED -> Optional.of(REVOKED);
        case FUTURE, DELETED -> Optional.empty();
      };
    }
  }

  /** Copies the list. */
  KeyLane {
    spans = List.copyOf(spans);
  }

  /** Returns what the timing of a key says. */
  static KeyLane of(String name, KeyTiming timing, TimeScale scale) {
    NavigableSet<Instant> changes = new TreeSet<>(timing.events().values());
    changes.removeIf(time -> !scale.contains(time));
    changes.add(scale.from());
    changes.add(scale.to());
    List<Span> spans = new ArrayList<>();
    for (Instant from = changes.first(); from.isBefore(scale.to()); ) {
      Instant to = changes.higher(from);
      Instant begin = from;
      Kind.of(timing.stateAt(begin)).ifPresent(kind -> add(spans, new Span(kind, begin, to)));
      from = to;
    }
    return new KeyLane(name, spans);
  }

  private static void add(List<Span> spans, Span next) {
    int last = spans.size() - 1;
    if (last >= 0
        && spans.get(last).kind() == next.kind()
        && spans.get(last).to().equals(next.from())) {
      spans.set(last, new Span(next.kind(), spans.get(last).from(), next.to()));
    } else {
      spans.add(next);
    }
  }

  /** Returns what can be told of a key by its signatures alone. */
  static KeyLane of(String name, Optional<SignerFigures> signatures) {
    return new KeyLane(
        name,
        signatures.stream()
            .map(figures -> new Span(Kind.SIGNATURES, figures.begin(), figures.end()))
            .filter(span -> span.from().isBefore(span.to()))
            .toList());
  }
}
