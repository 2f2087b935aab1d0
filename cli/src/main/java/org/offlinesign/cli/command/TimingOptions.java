package org.offlinesign.cli.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyTiming;
import picocli.CommandLine.Option;

/** The options that say when what happens to a key. */
final class TimingOptions {
  @Option(names = "--publish", paramLabel = "TIME", description = "When the key enters the zone.")
  private @Nullable Instant publish;

  @Option(names = "--activate", paramLabel = "TIME", description = "When it begins to sign.")
  private @Nullable Instant activate;

  @Option(names = "--inactive", paramLabel = "TIME", description = "When it ceases to sign.")
  private @Nullable Instant inactive;

  @Option(names = "--delete", paramLabel = "TIME", description = "When it leaves the zone.")
  private @Nullable Instant delete;

  /** Returns some timing with what the options say put in. */
  KeyTiming appliedTo(KeyTiming timing) throws CommandException {
    checkOrder("--publish", publish, "--activate", activate);
    checkOrder("--activate", activate, "--inactive", inactive);
    checkOrder("--inactive", inactive, "--delete", delete);
    KeyTiming result = set(timing, KeyEvent.PUBLISH, publish);
    result = set(result, KeyEvent.ACTIVATE, activate);
    result = set(result, KeyEvent.INACTIVE, inactive);
    return set(result, KeyEvent.DELETE, delete);
  }

  private static KeyTiming set(KeyTiming timing, KeyEvent event, @Nullable Instant time) {
    return time == null ? timing : timing.with(event, time);
  }

  private static void checkOrder(
      String first, @Nullable Instant early, String second, @Nullable Instant late)
      throws CommandException {
    if (early != null && late != null && late.isBefore(early)) {
      throw CommandException.usage(
          second + " (" + late + ") lies before " + first + " (" + early + ")",
          "a key is published, then active, then inactive, then deleted");
    }
  }
}
