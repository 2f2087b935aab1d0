package org.offlinesign.cli.page;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.offlinesign.cli.console.Words;
import org.offlinesign.cli.page.Drawing.Caption;

/** The part of the page that shows keys in time, and which signatures end soon. */
final class KeySection {
  /** A key store can hold thousands of keys of a zone. */
  private static final int MOST_LANES = 24;

  private static final Duration PAST = Duration.ofDays(30);
  private static final int DAYS = 60;
  private static final int WORDS = 14;

  /** Of thirty days each; more dates do not fit a narrow screen. */
  private static final int PARTS = 3;

  private final ReportedZone zone;
  private final Markup page;
  private final TimeScale scale;
  private final List<ZoneKeyTimes> keys;
  private final ExpiryBars bars;

  KeySection(ReportedZone zone, Markup page) {
    this.zone = zone;
    this.page = page;
    Instant now = zone.origin().at();
    this.scale = new TimeScale(now.minus(PAST), now.plus(Duration.ofDays(DAYS)));
    this.keys = ZoneKeyTimes.of(zone, scale);
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    this.bars =
        ExpiryBars.of(
            zone.census().expirations().subMap(today, true, today.plusDays(DAYS), false), DAYS);
  }

  void write() throws IOException {
    List<KeyLane> lanes = keys.stream().map(ZoneKeyTimes::lane).limit(MOST_LANES).toList();
    page.leaf("p", source()).line();
    draw(lanes);
    legend(lanes);
    if (keys.isEmpty()) {
      return;
    }
    Table table =
        Table.begin(
            page,
            "Keys and their dates",
            Table.Column.words("Key"),
            Table.Column.terms("Algorithm"),
            Table.Column.terms("In the zone"),
            Table.Column.words("Dates"));
    for (ZoneKeyTimes key : keys.subList(0, lanes.size())) {
      table.row("plain", key.lane().name(), key.algorithm(), key.deed(), key.dates());
    }
    table.end();
    if (keys.size() > lanes.size()) {
      page.leaf("p", "And " + Words.count(keys.size() - lanes.size(), "further key") + ".").line();
    }
    if (!bars.bars().isEmpty()) {
      bars.writeTable(page, "Signatures that expire in the next 60 days");
    }
  }

  private String source() {
    String keysText =
        zone.surroundings().keys().isPresent()
            ? "What the keys do, by their dates in the key store."
            : "No key store was read, so all that is known of the keys is when their signatures are"
                + " valid; --keystore FILE shows their dates.";
    return keysText
        + " Below them: on which days signatures expire if the zone is not signed again.";
  }

  private void draw(List<KeyLane> lanes) throws IOException {
    Drawing drawing = new Drawing(page);
    int top = LaneRows.AXIS_HEIGHT + lanes.size() * LaneRows.ROW_HEIGHT;
    int base = top + WORDS + 8 + ExpiryBars.HEIGHT;
    drawing.begin("key-times", new Caption("Keys and expiring signatures", text()), base + 4);
    LaneRows rows = new LaneRows(drawing, scale, zone.dates());
    rows.axis(0, base, PARTS);
    rows.bars(lanes, LaneRows.AXIS_HEIGHT);
    bars.draw(drawing, scale, base);
    drawing.across(base, Stroke.BASE);
    drawing.down(scale.at(zone.origin().at()), WORDS + 4, base, Stroke.NOW);
    rows.names(lanes, LaneRows.AXIS_HEIGHT);
    drawing.text(
        "0",
        top + WORDS,
        Lettering.LABEL_START,
        "Signatures that expire; highest day: " + Numbers.grouped(bars.highest()));
    drawing.end();
  }

  private String text() {
    String names =
        keys.stream()
            .limit(MOST_LANES)
            .map(key -> key.lane().name() + " " + key.deed())
            .collect(Collectors.joining("; "));
    String first =
        bars.bars().isEmpty()
            ? "No signature expires in the next 60 days."
            : "The first signatures expire on " + bars.bars().get(0).first() + ".";
    return (names.isEmpty() ? "No keys" : names) + ". " + first;
  }

  private void legend(List<KeyLane> lanes) throws IOException {
    Set<KeyLane.Kind> kinds = EnumSet.noneOf(KeyLane.Kind.class);
    lanes.forEach(lane -> lane.spans().forEach(span -> kinds.add(span.kind())));
    page.open("ul", "class", "legend");
    for (KeyLane.Kind kind : kinds) {
      entry(kind.swatch(), kind.text());
    }
    entry("now", "the time that the zone was checked for");
    page.close("ul").line();
  }

  private void entry(String swatch, String words) throws IOException {
    page.open("li").leaf("span", "", "class", "swatch " + swatch, "aria-hidden", "true");
    page.text(words).close("li");
  }
}
