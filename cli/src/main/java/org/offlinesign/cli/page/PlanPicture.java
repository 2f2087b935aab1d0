package org.offlinesign.cli.page;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offlinesign.cli.console.FullMinute;
import org.offlinesign.cli.page.Drawing.Area;
import org.offlinesign.cli.page.Drawing.Caption;
import org.offlinesign.rollover.PlannedStep;
import org.offlinesign.rollover.RolloverKey;
import org.offlinesign.rollover.RolloverPlan;

/** Draws the time line of a rollover as a picture of its own. */
public final class PlanPicture {
  private static final int MARGIN = 16;
  private static final int TITLE = 22;
  private static final int AXIS = 34;
  private static final int LANES = AXIS + LaneRows.AXIS_HEIGHT;
  private static final int PARTS = 6;
  private static final int MARK_ROWS = 3;
  private static final int MARK_HEIGHT = 15;
  private static final int LINE_HEIGHT = 20;
  private static final int SWATCH = 10;

  /** Marks of steps that are closer than this share of the width stand in other rows. */
  private static final double NEAR = 3;

  /** How much of its length the time goes on before and after the plan. */
  private static final int MARGIN_PARTS = 12;

  private final RolloverPlan plan;
  private final Drawing drawing;
  private final TimeScale scale;
  private final Dates dates;
  private final List<KeyLane> lanes;

  /**
   * A plan and the time it is looked at.
   *
   * @param keys those that take part
   */
  public record View(RolloverPlan plan, Collection<RolloverKey> keys, Instant now) {
    public View {
      keys = List.copyOf(keys);
    }
  }

  private PlanPicture(View view, Dates dates, Markup picture) {
    this.plan = view.plan();
    this.drawing = new Drawing(picture);
    this.scale = scale(view);
    this.dates = dates;
    this.lanes =
        view.keys().stream()
            .map(key -> KeyLane.of(key.toString(), plan.timingAfter(key), scale))
            .toList();
  }

  /** Writes the picture; the stream stays open. */
  public static void write(View view, ZoneId timeZone, OutputStream out) throws IOException {
    try (Markup picture = new Markup(out)) {
      new PlanPicture(view, new Dates(timeZone), picture).write(view.now());
    }
  }

  private static TimeScale scale(View view) {
    List<Instant> times =
        Stream.concat(
                Stream.of(view.now()), view.plan().steps().stream().map(PlannedStep::notBefore))
            .sorted()
            .toList();
    Instant first = times.get(0);
    Instant last = times.get(times.size() - 1);
    Duration margin = Duration.between(first, last).dividedBy(MARGIN_PARTS).plusHours(1);
    return new TimeScale(first.minus(margin), last.plus(margin));
  }

  private void write(Instant now) throws IOException {
    int lanesEnd = LANES + lanes.size() * LaneRows.ROW_HEIGHT;
    int[] rowOfStep = rowOfStep();
    int markRows = Arrays.stream(rowOfStep).max().orElse(0) + 1;
    int list = lanesEnd + markRows * MARK_HEIGHT + LINE_HEIGHT + 4;
    int legend = list + plan.steps().size() * LINE_HEIGHT + LINE_HEIGHT / 2;
    int height = legend + legendLines() * LINE_HEIGHT;
    drawing.beginFile(new Caption(title(), text()), height, MARGIN);
    drawing.text("0", TITLE, Lettering.TITLE, title());
    LaneRows rows = new LaneRows(drawing, scale, dates);
    rows.axis(AXIS, lanesEnd, PARTS);
    rows.bars(lanes, LANES);
    drawing.down(scale.at(now), LANES - 8, lanesEnd, Stroke.NOW);
    rows.names(lanes, LANES);
    marks(lanesEnd, rowOfStep);
    signAgain(lanesEnd);
    for (int step = 0; step < plan.steps().size(); step++) {
      drawing.text(
          "0", list + step * LINE_HEIGHT, Lettering.LABEL_START, line(plan.steps().get(step)));
    }
    legend(legend);
    drawing.endFile();
  }

  private String title() {
    return plan.zone() + ": " + plan.method().title();
  }

  private String text() {
    return plan.steps().stream().map(this::line).collect(Collectors.joining(". "));
  }

  private String line(PlannedStep step) {
    return step.number()
        + ".  "
        + (step.isDone() ? "done " : "from ")
        + dates.minute(step.isDone() ? step.notBefore() : FullMinute.from(step.notBefore()))
        + "  "
        + step.title();
  }

  private List<KeyLane.Kind> kinds() {
    return lanes.stream()
        .flatMap(lane -> lane.spans().stream())
        .map(KeyLane.Span::kind)
        .distinct()
        .sorted()
        .toList();
  }

  private int legendLines() {
    return kinds().size() + 1;
  }

  /** Draws what the colours mean. */
  private void legend(int top) throws IOException {
    int y = top;
    for (KeyLane.Kind kind : kinds()) {
      drawing.box(new Area("0", y - SWATCH, "2%", SWATCH), kind.fill(), "");
      drawing.text("3%", y, Lettering.LABEL_START, kind.text());
      y += LINE_HEIGHT;
    }
    drawing.down("1%", y - SWATCH, y, Stroke.NOW);
    drawing.text(
        "3%",
        y,
        Lettering.LABEL_START,
        plan.signAgainBy().isEmpty()
            ? "now"
            : "now; short below the keys: the zone must be signed again by then");
  }

  /** Returns for each step in which row its mark stands, so that none hides another. */
  private int[] rowOfStep() {
    double[] ends = new double[MARK_ROWS];
    Arrays.fill(ends, -NEAR);
    int[] rows = new int[plan.steps().size()];
    for (int step = 0; step < rows.length; step++) {
      double x = scale.share(plan.steps().get(step).notBefore());
      int row = 0;
      while (row < MARK_ROWS - 1 && x - ends[row] < NEAR) {
        row++;
      }
      ends[row] = x;
      rows[step] = row;
    }
    return rows;
  }

  private void marks(int top, int[] rowOfStep) throws IOException {
    for (int step = 0; step < rowOfStep.length; step++) {
      String x = scale.at(plan.steps().get(step).notBefore());
      int row = rowOfStep[step];
      drawing.down(x, LANES, top + 4 + row * MARK_HEIGHT, Stroke.UNKNOWN);
      drawing.text(x, top + (row + 1) * MARK_HEIGHT, Lettering.NAME, Integer.toString(step + 1));
    }
  }

  private void signAgain(int lanesEnd) throws IOException {
    for (Instant date : plan.signAgainBy()) {
      if (scale.contains(date)) {
        drawing.down(scale.at(date), lanesEnd - 4, lanesEnd + 6, Stroke.NOW);
      }
    }
  }
}
