package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.rollover.RolloverPlan;
import picocli.CommandLine.Option;

/** The option that writes dates of rollovers for a calendar. */
final class CalendarOption {
  private static final String BEGINNING = "BEGIN:VCALENDAR";

  @Option(
      names = "--ics",
      paramLabel = "FILE",
      description =
          "Write the dates to come into a file for a calendar (iCalendar); - is stdout, and the"
              + " report then goes to stderr.")
  private @Nullable Path file;

  boolean isWanted() {
    return file != null;
  }

  private boolean isStdout() {
    return file != null && file.toString().equals("-");
  }

  /** Returns where the report goes beside a calendar. */
  PrintStream report(Environment env) {
    return isStdout() ? env.err() : env.out();
  }

  /** Refuses to print two things on stdout. */
  void refuseBeside(boolean other, String name) throws CommandException {
    if (isStdout() && other) {
      throw CommandException.usage(
          "--ics - and " + name + " both go to stdout", "write the calendar into a file");
    }
  }

  /** Refuses a file that must not be replaced, before there is work. */
  void claim(Environment env) throws CommandException, IOException {
    if (file != null && !isStdout()) {
      env.kept().claim(env.resolve(file), OutputClaim.of("--ics"));
      refuseOther(env.resolve(file));
    }
  }

  /** Writes the calendar, if it is wanted. */
  void write(List<RolloverPlan> plans, Environment env) throws IOException {
    if (file == null) {
      return;
    }
    byte[] text =
        RolloverCalendar.text(plans, env.clock().instant()).getBytes(StandardCharsets.UTF_8);
    if (isStdout()) {
      env.out().write(text);
    } else {
      AtomicOutput.write(env.resolve(file), text, env.files());
    }
  }

  /** Refuses to replace what is no calendar, such as a zone. */
  private static void refuseOther(Path calendar) throws IOException {
    if (!Files.isRegularFile(calendar)) {
      return;
    }
    try (InputStream in = Files.newInputStream(calendar)) {
      String head = new String(in.readNBytes(BEGINNING.length()), StandardCharsets.US_ASCII);
      if (!head.isEmpty() && !head.equals(BEGINNING)) {
        throw new FileSystemException(
            calendar.toString(),
            null,
            "it is there and is no calendar, so it is not replaced; name another file with --ics");
      }
    }
  }
}
