package org.offlinesign.cli.page;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.offlinesign.cli.console.Words;
import org.offlinesign.cli.page.Drawing.Area;

/** Bars for how many signatures expire when. */
record ExpiryBars(List<Bar> bars) {
  static final int HEIGHT = 60;
  private static final int LOWEST = 3;

  /**
   * The signatures that expire within some days, by UTC.
   *
   * @param last the last of the days
   */
  record Bar(LocalDate first, LocalDate last, long signatures) {
    Instant from() {
      return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant to() {
      return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    String days() {
      return first.equals(last) ? first.toString() : first + " to " + last;
    }
  }

  /** Copies the list. */
  ExpiryBars {
    bars = List.copyOf(bars);
  }

  /**
   * Returns bars of equally many days each, without those that would be empty.
   *
   * @param most how many bars there are at most
   */
  static ExpiryBars of(NavigableMap<LocalDate, Long> expirations, int most) {
    if (expirations.isEmpty()) {
      return new ExpiryBars(List.of());
    }
    long first = expirations.firstKey().toEpochDay();
    long days = expirations.lastKey().toEpochDay() - first + 1;
    long each = Math.floorDiv(days + most - 1, most);
    List<Bar> bars = new ArrayList<>();
    for (long day = first; day < first + days; day += each) {
      LocalDate from = LocalDate.ofEpochDay(day);
      LocalDate to = LocalDate.ofEpochDay(day + each - 1);
      long sum =
          expirations.subMap(from, true, to, true).values().stream()
              .mapToLong(Long::longValue)
              .sum();
      if (sum > 0) {
        bars.add(new Bar(from, to, sum));
      }
    }
    return new ExpiryBars(bars);
  }

  long highest() {
    return bars.stream().mapToLong(Bar::signatures).max().orElse(0);
  }

  /**
   * Draws the bars.
   *
   * @param base the height that they stand on
   */
  void draw(Drawing drawing, TimeScale scale, int base) throws IOException {
    long highest = highest();
    for (Bar bar : bars) {
      int height = (int) Math.max(LOWEST, bar.signatures() * HEIGHT / highest);
      drawing.box(
          new Area(scale.at(bar.from()), base - height, scale.width(bar.from(), bar.to()), height),
          Fill.BAR,
          bar.days() + ": " + Words.count(bar.signatures(), "signature"));
    }
  }

  /** Writes the bars as a table that can be opened. */
  void writeTable(Markup page, String caption) throws IOException {
    page.open("details").leaf("summary", caption + ", as a table").line();
    Table table =
        Table.begin(
            page, caption, Table.Column.terms("Days (UTC)"), Table.Column.number("Signatures"));
    for (Bar bar : bars) {
      table.row("plain", bar.days(), Numbers.grouped(bar.signatures()));
    }
    table.end();
    page.close("details").line();
  }
}
