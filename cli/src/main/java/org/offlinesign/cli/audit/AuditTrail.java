package org.offlinesign.cli.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.offlinesign.audit.AuditLog;
import org.offlinesign.audit.AuditLogException;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.CommandNotes;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.IoFailure;
import org.offlinesign.file.TargetPath;

/**
 * What an audit log is told of one command: a line before it does anything, without which it does
 * nothing, and a line when it has ended.
 */
public final class AuditTrail {
  private static final String STREAM = "-";

  private final Path file;
  private final AuditContent content;
  private final CommandNotes notes;
  private final Environment env;
  private final long begun = System.nanoTime();

  private AuditTrail(Path file, List<String> line, Environment env) {
    this.file = file;
    this.env = env;
    String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    this.notes = CommandNotes.of(run, env.resources());
    this.content = AuditContent.of(run, line, env);
  }

  /**
   * Tells a log that a command begins.
   *
   * @param log the name of the file
   * @param line the command as it may be kept
   * @throws CommandException if the log cannot be told, so that nothing must be done
   */
  public static AuditTrail begin(String log, List<String> line, Environment env)
      throws CommandException {
    if (log.isEmpty()) {
      throw CommandException.usage(
          "the audit log has no name", "name a file with --audit FILE or OFFLINESIGN_AUDIT");
    }
    if (log.equals(STREAM)) {
      throw CommandException.usage(
          "an audit log is a file, and neither stdin nor stdout", "name one with --audit FILE");
    }
    AuditTrail trail = new AuditTrail(env.resolve(log), line, env);
    trail.append(
        trail.content.begin(trail.now()),
        "nothing was done: each command is told to the log before it begins",
        "name another file with --audit or OFFLINESIGN_AUDIT, or mend this one");
    return trail;
  }

  /** Returns what takes note of what the log is to be told at the end. */
  public CommandNotes notes() {
    return notes;
  }

  /**
   * Tells the log how the command has ended.
   *
   * @param failure why it has failed, if it has
   */
  public void end(ExitCode code, Optional<String> failure) throws CommandException {
    long nanos = System.nanoTime() - begun;
    append(
        content.end(now(), nanos, new AuditContent.Result(code, failure, notes)),
        "the log does not hold that the command ended with exit code " + code.number(),
        "whatever it has written is in its place, and stays there");
  }

  private Instant now() {
    return env.realTime();
  }

  private void append(String members, String... advice) throws CommandException {
    try {
      AuditLog log = env.resources().auditLog(TargetPath.inRealFolder(file));
      log.append(members);
    } catch (AuditLogException e) {
      throw refused(String.valueOf(e.getMessage()), advice).causedBy(e);
    } catch (IOException e) {
      throw refused(String.valueOf(IoFailure.describe(e).getMessage()), advice).causedBy(e);
    }
  }

  private CommandException refused(String reason, String... advice) {
    return CommandException.environment(
        "the audit log " + file + " cannot be written: " + reason, advice);
  }
}
