package org.offlinesign.cli.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.offlinesign.cli.console.FullMinute;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Words;
import org.offlinesign.rollover.PlannedStep;
import org.offlinesign.rollover.RolloverKey;
import org.offlinesign.rollover.RolloverPlan;

/** Rollovers in words. */
final class RolloverText {
  private static final int MOST_DATES = 3;

  private final PrintStream out;
  private final Instant now;
  private final ZoneId timeZone;

  RolloverText(PrintStream out, Clock clock) {
    this.out = out;
    this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    this.timeZone = clock.getZone();
  }

  /** Prints all steps, each with when, why and how. */
  void plan(ShownRollover shown) {
    RolloverPlan plan = shown.plan();
    say(plan.method() + " for " + plan.zone() + ": " + plan.method().title());
    say(
        Words.count(plan.steps().size(), "step")
            + ", the last "
            + when(FullMinute.from(plan.end()))
            + " at the earliest");
    say("Keys: " + keys(shown));
    plan.notes().forEach(note -> say("Note: " + note + "."));
    breaks(shown, "");
    for (PlannedStep step : plan.steps()) {
      say("");
      step(step);
      if (!step.isDone()) {
        say("     " + shown.commands().next(step));
        byHand(shown.commands().byHand(step));
      }
    }
    signAgain(plan.signAgainBy());
  }

  private void byHand(List<String> lines) {
    if (!lines.isEmpty()) {
      say("   or by hand:");
      lines.forEach(line -> say("     " + line));
    }
  }

  private void step(PlannedStep step) {
    say(step.number() + ". " + step.title());
    if (step.isDone()) {
      say("   done " + TimeText.minute(step.notBefore(), timeZone));
    } else {
      say("   " + due(step));
      say("   " + step.reference());
    }
  }

  /** Returns when a step may be done and why not before. */
  String due(PlannedStep step) {
    String why = ": " + step.reason();
    if (step.notBefore().isAfter(now)) {
      return "not before " + when(FullMinute.from(step.notBefore())) + why;
    }
    return step.notBefore().equals(now)
        ? "now" + why
        : "due since " + TimeText.minute(step.notBefore(), timeZone) + why;
  }

  /** Returns a time and how far off it is. */
  String when(Instant time) {
    Duration distance = Duration.between(now, time);
    String off =
        distance.isNegative()
            ? SpanText.of(distance.negated()) + " ago"
            : distance.isZero() ? "now" : "in " + SpanText.of(distance);
    return TimeText.minute(time, timeZone) + " (" + off + ")";
  }

  private void signAgain(List<Instant> dates) {
    if (dates.isEmpty()) {
      return;
    }
    say("");
    say("Between the steps, sign again with signzone --smart by");
    dates.stream().limit(MOST_DATES).forEach(date -> say("   " + when(date)));
    if (dates.size() > MOST_DATES) {
      say("   and " + Words.count(dates.size() - MOST_DATES, "more time"));
    }
  }

  /** Prints how far a rollover is and what comes next. */
  void status(ShownRollover shown) {
    RolloverPlan plan = shown.plan();
    say(plan.zone() + ": " + plan.method() + " is under way");
    say("  keys  " + keys(shown));
    breaks(shown, "  ");
    for (PlannedStep step : plan.steps()) {
      switch (step.schedule().state()) {
        case DONE ->
            say("  done  " + number(step, plan) + "  " + minute(step) + "  " + step.title());
        case NEXT -> {
          say("  next  " + number(step, plan) + "  " + step.title());
          say("        " + due(step) + " (" + step.reference() + ")");
          say("          " + shown.commands().next(step));
        }
        case LATER ->
            say("  then  " + number(step, plan) + "  " + minute(step) + "  " + step.title());
      }
    }
  }

  private void breaks(ShownRollover shown, String indent) {
    List<String> lines = shown.breaks();
    if (!lines.isEmpty()) {
      say(indent + "A step was done too early for these times of servers and caches:");
      lines.forEach(line -> say(indent + "  " + line));
      say(indent + "  (with --parent-propagation and --ds-ttl as the steps had them, if they had)");
    }
  }

  private static String keys(ShownRollover shown) {
    return shown.session().keys().stream()
        .map(RolloverKey::toString)
        .collect(Collectors.joining(", "));
  }

  private String minute(PlannedStep step) {
    Instant time = step.isDone() ? step.notBefore() : FullMinute.from(step.notBefore());
    return TimeText.minute(time, timeZone);
  }

  private static String number(PlannedStep step, RolloverPlan plan) {
    return step.number() + " of " + plan.steps().size();
  }

  /** Prints a line, whatever names of keys and files are in it. */
  void say(String line) {
    out.println(Printable.of(line));
  }
}
