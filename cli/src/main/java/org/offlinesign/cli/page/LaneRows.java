package org.offlinesign.cli.page;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.offlinesign.cli.page.Drawing.Area;

/** Draws times: an axis with dates, and below it what keys do. */
final class LaneRows {
  static final int AXIS_HEIGHT = 26;
  static final int ROW_HEIGHT = 34;

  private static final int WORDS = 12;
  private static final int BAR = 18;
  private static final int BAR_HEIGHT = 10;
  private static final Duration DAY = Duration.ofDays(1);

  private final Drawing drawing;
  private final TimeScale scale;
  private final Dates dates;

  LaneRows(Drawing drawing, TimeScale scale, Dates dates) {
    this.drawing = drawing;
    this.scale = scale;
    this.dates = dates;
  }

  /**
   * Draws dates along the top, and a faint line from each to the bottom.
   *
   * @param from where the axis begins
   * @param bottom how far the lines go
   * @param parts how many parts of the time begin or end at a date
   */
  void axis(int from, int bottom, int parts) throws IOException {
    Duration step = Duration.between(scale.from(), scale.to()).dividedBy(parts);
    Instant time = scale.from();
    for (int tick = 0; tick <= parts; tick++) {
      drawing.down(scale.at(time), from + WORDS + 4, bottom, Stroke.GRID);
      Lettering label = Lettering.labelWithin(scale.share(time));
      drawing.text(
          scale.at(time),
          from + WORDS,
          label,
          step.compareTo(DAY) < 0 ? dates.shortMinute(time) : dates.shortDay(time));
      time = time.plus(step);
    }
  }

  /** Draws what the keys do, a row for each key from a height on. */
  void bars(List<KeyLane> lanes, int from) throws IOException {
    int top = from;
    for (KeyLane lane : lanes) {
      drawing.box(new Area("0", top + BAR, "100%", BAR_HEIGHT), Fill.LANE, "");
      for (KeyLane.Span span : lane.spans()) {
        drawing.box(
            new Area(
                scale.at(span.from()), top + BAR, scale.width(span.from(), span.to()), BAR_HEIGHT),
            span.kind().fill(),
            lane.name()
                + ": "
                + span.kind().text()
                + " from "
                + time(span.from())
                + " to "
                + time(span.to()));
      }
      top += ROW_HEIGHT;
    }
  }

  /** Writes the names over the rows, when all lines that cross them are drawn. */
  void names(List<KeyLane> lanes, int from) throws IOException {
    int top = from;
    for (KeyLane lane : lanes) {
      drawing.text("0", top + WORDS, Lettering.LABEL_START, lane.name());
      top += ROW_HEIGHT;
    }
  }

  private String time(Instant time) {
    if (!time.isAfter(scale.from())) {
      return "before " + dates.day(scale.from());
    }
    return time.isBefore(scale.to()) ? dates.minute(time) : "after " + dates.day(scale.to());
  }
}
