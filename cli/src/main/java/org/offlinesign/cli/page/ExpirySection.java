package org.offlinesign.cli.page;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.offlinesign.cli.console.Words;
import org.offlinesign.cli.page.Drawing.Caption;
import org.offlinesign.cli.page.ExpiryBars.Bar;

/** The part of the page with the histogram of the days on which signatures expire. */
final class ExpirySection {
  private static final int MOST_BARS = 40;
  private static final Duration LEAST = Duration.ofDays(30);
  private static final int TOP = 18;
  private static final int BASE = TOP + ExpiryBars.HEIGHT + 2;
  private static final int HEIGHT = BASE + 20;

  private final ReportedZone zone;
  private final Markup page;

  ExpirySection(ReportedZone zone, Markup page) {
    this.zone = zone;
    this.page = page;
  }

  void write() throws IOException {
    ExpiryBars bars = ExpiryBars.of(zone.census().expirations(), MOST_BARS);
    if (bars.bars().isEmpty()) {
      page.leaf("p", "There are no signatures.").line();
      return;
    }
    page.leaf("p", explanation()).line();
    draw(bars);
    bars.writeTable(page, "Signatures by the days on which they expire");
  }

  private String explanation() {
    LocalDate today = zone.origin().at().atZone(ZoneOffset.UTC).toLocalDate();
    long past =
        zone.census().expirations().headMap(today, false).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    return "All signatures of the zone by the days on which they expire; the line is now. The zone"
        + " has to be signed again before the first do."
        + (past == 0 ? "" : " " + Words.count(past, "signature") + " expired before today.");
  }

  private void draw(ExpiryBars bars) throws IOException {
    Bar first = bars.bars().get(0);
    Bar last = bars.bars().get(bars.bars().size() - 1);
    Instant now = zone.origin().at();
    TimeScale scale = scale(first, last, now);
    Drawing drawing = new Drawing(page);
    String text =
        "Signatures expire from "
            + first.first()
            + " to "
            + last.last()
            + ", at most "
            + Words.count(bars.highest(), "signature")
            + " in one bar.";
    drawing.begin("expiry-histogram", new Caption("When signatures expire", text), HEIGHT);
    drawing.text(
        "0", TOP - 6, Lettering.LABEL_START, "highest: " + Numbers.grouped(bars.highest()));
    bars.draw(drawing, scale, BASE);
    drawing.across(BASE, Stroke.BASE);
    drawing.down(scale.at(now), TOP, BASE, Stroke.NOW);
    drawing.text("0", HEIGHT - 4, Lettering.LABEL_START, zone.dates().day(scale.from()));
    drawing.text("100%", HEIGHT - 4, Lettering.LABEL_END, zone.dates().day(scale.to()));
    drawing.end();
  }

  /** Bars of a few days would be as wide as the page, and now is to be seen beside them. */
  private static TimeScale scale(Bar first, Bar last, Instant now) {
    Instant from = first.from().isBefore(now) ? first.from() : now;
    Instant least = from.plus(LEAST);
    return new TimeScale(from, last.to().isAfter(least) ? last.to() : least);
  }
}
