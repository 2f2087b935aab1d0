package org.offlinesign.cli.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.progress.StageFigures;

/**
 * A stage as a line of a terminal: what is done, how much of it, how fast, and how long it will
 * take still.
 *
 * @param rates how much of each quantity was done in a second of late
 */
record StageLine(StageFigures figures, Rates rates) {
  private static final int LABEL = 12;
  private static final int MOST_BAR = 40;
  private static final int LEAST_BAR = 6;
  private static final double MEGA = 1e6;

  /** What tells most about the speed of a stage, the best first. */
  private static final List<Quantity> TELLING =
      List.of(
          Quantity.SIGNATURES, Quantity.OCTETS, Quantity.NAMES, Quantity.RECORDS, Quantity.LINES);

  /** How fast the stage has been of late. */
  @FunctionalInterface
  interface Rates {
    double of(Quantity quantity);
  }

  /** Returns the text for so many columns; it is never longer. */
  String text(int columns) {
    String label = padded(label(figures.stage()));
    String text =
        share()
            .map(share -> withBar(label, share, columns))
            .orElseGet(() -> label + clock(figures.time()) + rate());
    return text.length() <= columns ? text : text.substring(0, columns);
  }

  private static String label(Stage stage) {
    return switch (stage) {
      case SEAL -> "Recognizing";
      case READ -> "Reading";
      case READ_BACK -> "Rereading";
      case SORT -> "Sorting";
      case SIGN -> "Signing";
      case CHAIN -> "Chaining";
      case DIGEST -> "Digesting";
      case VERIFY -> "Verifying";
      case CHECK -> "Checking";
      case TARGETS -> "Looking up";
      case COMPARE -> "Comparing";
      case WRITE -> "Writing";
      case GENERATE -> "Generating";
      case RUN -> "Running";
      case FINISH -> "Finishing";
    };
  }

  private static String padded(String label) {
    return label + " ".repeat(LABEL - label.length());
  }

  /** Returns which part of the stage is done, if it is known how much there is. */
  private Optional<Double> share() {
    return expected()
        .map(
            quantity ->
                Math.min(1.0, done(quantity) / (double) figures.expected(quantity).orElseThrow()));
  }

  private Optional<Quantity> expected() {
    return figures.expected().keySet().stream().findFirst();
  }

  private long done(Quantity quantity) {
    return figures.done(quantity);
  }

  private String withBar(String label, double share, int columns) {
    String left = label + String.format(Locale.ROOT, "%3d%%", (long) (100 * share));
    String right = rate() + timeLeft(share);
    int room = Math.min(MOST_BAR, columns - left.length() - right.length() - " []".length());
    return left + (room < LEAST_BAR ? "" : " [" + bar(share, room) + "]") + right;
  }

  private static String bar(double share, int length) {
    int filled = (int) (share * length);
    return "=".repeat(filled) + " ".repeat(length - filled);
  }

  private String rate() {
    for (Quantity quantity : TELLING) {
      double rate = rates.of(quantity);
      if (rate > 0) {
        return "  " + (quantity == Quantity.OCTETS ? megabytes(rate) : number(rate, quantity));
      }
    }
    return "";
  }

  private static String megabytes(double rate) {
    return String.format(Locale.ROOT, "%.1f MB/s", rate / MEGA);
  }

  private static String number(double rate, Quantity quantity) {
    return String.format(Locale.ROOT, "%,.0f %s/s", rate, quantity.name().toLowerCase(Locale.ROOT));
  }

  private String timeLeft(double share) {
    Optional<Double> rate = expected().map(rates::of).filter(known -> known > 0);
    // What a stage does first says little of how fast it will be.
    if (rate.isEmpty() || share >= 1 || figures.seconds() < 1) {
      return "";
    }
    Quantity quantity = expected().orElseThrow();
    double left = figures.expected(quantity).orElseThrow() - done(quantity);
    return "  " + clock(Duration.ofSeconds((long) Math.ceil(left / rate.get()))) + " left";
  }

  /** Returns a time as 0:07, 12:34 or 1:02:03. */
  private static String clock(Duration time) {
    String minutes =
        time.toHours() == 0
            ? Long.toString(time.toMinutes())
            : String.format(Locale.ROOT, "%d:%02d", time.toHours(), time.toMinutesPart());
    return minutes + String.format(Locale.ROOT, ":%02d", time.toSecondsPart());
  }
}
