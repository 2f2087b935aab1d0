package org.offlinesign.cli.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.offlinesign.audit.AuditLogException;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.CommandNotes;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.IoFailure;
import org.offlinesign.file.TargetPath;

/**
 * What audit logs are told of one command: a line before it does anything, without which it does
 * nothing, and a line when it has ended.
 */
public final class AuditTrail {
  private static final String STREAM = "-";

  private final AuditContent content;
  private final CommandNotes notes;
  private final Environment env;

  /** The files, each with the name that it was given. */
  private final Map<Path, Path> told = new LinkedHashMap<>();

  private final long begun = System.nanoTime();

  private AuditTrail(List<String> line, Environment env) {
    this.env = env;
    String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    this.notes = CommandNotes.of(run, env.resources());
    this.content = AuditContent.of(run, line, env);
  }

  /**
   * Tells logs that a command begins; a file that is named twice is told once.
   *
   * @param logs the names of the files
   * @param line the command as it may be kept
   * @throws CommandException if a log cannot be told, so that nothing must be done; those before it
   *     are told that the command has failed
   */
  public static AuditTrail begin(List<String> logs, List<String> line, Environment env)
      throws CommandException {
    AuditTrail trail = new AuditTrail(line, env);
    try {
      for (String log : logs) {
        trail.begin(log);
      }
    } catch (CommandException e) {
      throw trail.givenUp(e);
    }
    return trail;
  }

  private CommandException givenUp(CommandException reason) {
    try {
      end(reason.exitCode(), Optional.ofNullable(reason.getMessage()));
    } catch (CommandException e) {
      reason.addSuppressed(e);
    }
    return reason;
  }

  private void begin(String log) throws CommandException {
    if (log.isEmpty()) {
      throw CommandException.usage(
          "the audit log has no name", "name a file with --audit FILE or OFFLINESIGN_AUDIT");
    }
    if (log.equals(STREAM)) {
      throw CommandException.usage(
          "an audit log is a file, and neither stdin nor stdout", "name one with --audit FILE");
    }
    Path named = env.resolve(log);
    try {
      Path file = TargetPath.inRealFolder(named);
      if (!told.containsKey(file)) {
        env.resources().auditLog(file).append(content.begin(now()));
        told.put(file, named);
      }
    } catch (AuditLogException | IOException e) {
      throw refused(
          named,
          e,
          "nothing was done: each command is told to the log before it begins",
          "name another file with --audit or OFFLINESIGN_AUDIT, or mend this one");
    }
  }

  /** Returns what takes note of what the log is to be told at the end. */
  public CommandNotes notes() {
    return notes;
  }

  /**
   * Tells the logs how the command has ended, all of them though one cannot be told.
   *
   * @param failure why it has failed, if it has
   */
  public void end(ExitCode code, Optional<String> failure) throws CommandException {
    long nanos = System.nanoTime() - begun;
    String end = content.end(now(), nanos, new AuditContent.Result(code, failure, notes));
    List<CommandException> refusals = new ArrayList<>();
    for (Map.Entry<Path, Path> log : told.entrySet()) {
      try {
        env.resources().auditLog(log.getKey()).append(end);
      } catch (AuditLogException | IOException e) {
        refusals.add(
            refused(
                log.getValue(),
                e,
                "the log does not hold that the command ended with exit code " + code.number(),
                "whatever it has written is in its place, and stays there"));
      }
    }
    if (!refusals.isEmpty()) {
      throw refusals.get(0);
    }
  }

  private Instant now() {
    return env.realTime();
  }

  private static CommandException refused(Path log, Exception e, String... advice) {
    String reason =
        e instanceof IOException failure
            ? String.valueOf(IoFailure.describe(failure).getMessage())
            : String.valueOf(e.getMessage());
    return CommandException.environment(
            "the audit log " + log + " cannot be written: " + reason, advice)
        .causedBy(e);
  }
}
