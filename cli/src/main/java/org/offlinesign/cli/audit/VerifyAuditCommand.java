package org.offlinesign.cli.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.audit.AuditFault;
import org.offlinesign.audit.AuditLog;
import org.offlinesign.audit.AuditLogException;
import org.offlinesign.audit.AuditVerdict;
import org.offlinesign.audit.AuditVerifier;
import org.offlinesign.audit.LastLine;
import org.offlinesign.audit.LineDigest;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.Words;
import org.offlinesign.file.TargetPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks that an audit log is as it was written. */
@Command(
    header = {
      "  offlinesign verifyaudit audit.log.1 audit.log --expect 9f86d081884c7d65...",
      "  offlinesign verifyaudit audit.log.1 --continue-in audit.log"
    },
    customSynopsis = "offlinesign verifyaudit FILE... [OPTIONS]",
    description =
        "Checks that each line of an audit log follows the one before it, and names the first place"
            + " where a line was changed, taken away, put in or moved. The head that it prints,"
            + " the digest of the last line, proves later that nothing was cut off at the end: keep"
            + " it elsewhere, and give it with --expect.")
public final class VerifyAuditCommand implements Subcommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "A log, or the files of one that was divided, the oldest first.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--expect",
      paramLabel = "DIGEST",
      description =
          "A head that was printed before: a line with it must still be there. May be given several"
              + " times.")
  private List<String> expected = new ArrayList<>();

  @Option(
      names = "--after",
      paramLabel = "DIGEST",
      description =
          "The head of the file before the first one, where that is not at hand: the first line"
              + " must follow it, or be the one with it.")
  private @Nullable String before;

  @Option(
      names = "--continue-in",
      paramLabel = "NEW",
      description =
          "Begin a new file that goes on with this log, once all is found in order: it gets the"
              + " last line that is whole. NEW must not be there yet, or be empty.")
  private @Nullable Path next;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    LineDigest start = before == null ? LineDigest.NONE : digest("--after", before);
    Set<LineDigest> missing = new LinkedHashSet<>();
    for (String head : expected) {
      missing.add(digest("--expect", head));
    }
    missing.remove(start);
    UnendedRuns runs = new UnendedRuns();
    AuditVerifier verifier =
        new AuditVerifier(
            line -> {
              runs.add(line);
              missing.remove(line.digest());
            });
    AuditVerdict verdict = verifier.verify(logs(env), start);
    if (json) {
      JsonOutput.print(env.out(), generator -> write(verdict, runs, missing.isEmpty(), generator));
    } else {
      print(verdict, runs, env);
    }
    runs.unreadable().ifPresent(line -> env.tell("error: " + notJson(line)));
    ExitCode code = judge(verdict, missing, env);
    if (code != ExitCode.DONE || runs.unreadable().isPresent()) {
      return ExitCode.ZONE;
    }
    continueIn(verdict, env);
    return ExitCode.DONE;
  }

  private void continueIn(AuditVerdict verdict, Environment env)
      throws CommandException, IOException {
    if (next == null) {
      return;
    }
    Path file = env.resolve(next.toString());
    LastLine last =
        verdict
            .last()
            .orElseThrow(
                () ->
                    CommandException.environment(
                        "there is no line that " + file + " could go on from",
                        "the first command that is told to it begins a log of its own"));
    try (AuditLog log = new AuditLog(TargetPath.inRealFolder(file))) {
      log.beginWith(last);
    } catch (AuditLogException e) {
      throw CommandException.environment(
              file + " cannot go on with the log: " + e.getMessage(),
              "name a file that is not there yet")
          .causedBy(e);
    }
  }

  private List<Path> logs(Environment env) throws CommandException {
    List<Path> logs = files.stream().map(env::resolve).toList();
    for (Path log : logs) {
      if (Files.isDirectory(log)) {
        throw CommandException.environment(
            log + " is a folder, and no audit log", "name the file in it");
      }
    }
    return logs;
  }

  private static LineDigest digest(String option, String text) throws CommandException {
    return LineDigest.parse(text)
        .orElseThrow(
            () ->
                CommandException.usage(
                    option + " " + text + " is not a digest",
                    "expected the 64 hexadecimal digits that `offlinesign verifyaudit` prints as"
                        + " head"));
  }

  private static void print(AuditVerdict verdict, UnendedRuns runs, Environment env) {
    verdict.notices().forEach(notice -> env.tell("notice: " + notice));
    for (UnendedRuns.Begin begin : runs.begins()) {
      env.tell(
          "notice: the command of line %d, begun at %s, has not ended: it was killed, or is running"
              .formatted(begin.number(), begin.time()));
    }
    boolean isRight = verdict.fault().isEmpty();
    env.out()
        .println(
            Words.count(verdict.lines(), "line")
                + (isRight ? " in order" : " in order before the first that is not"));
    env.out().println("  head " + verdict.head());
  }

  private void write(
      AuditVerdict verdict, UnendedRuns runs, boolean isThere, JsonGenerator generator)
      throws IOException {
    generator.writeStartObject();
    generator.writeBooleanField("inOrder", verdict.fault().isEmpty());
    generator.writeNumberField("lines", verdict.lines());
    generator.writeStringField("head", verdict.head().toString());
    if (!expected.isEmpty()) {
      generator.writeBooleanField("expectedFound", isThere);
    }
    if (verdict.fault().isPresent()) {
      AuditFault fault = verdict.fault().get();
      generator.writeObjectFieldStart("fault");
      generator.writeStringField("file", fault.file().toString());
      generator.writeNumberField("line", fault.line());
      generator.writeStringField("message", fault.message());
      generator.writeEndObject();
    }
    if (runs.unreadable().isPresent()) {
      generator.writeNumberField("notJson", runs.unreadable().get());
    }
    generator.writeArrayFieldStart("notices");
    for (String notice : verdict.notices()) {
      generator.writeString(notice);
    }
    generator.writeEndArray();
    generator.writeArrayFieldStart("notEnded");
    for (UnendedRuns.Begin begin : runs.begins()) {
      generator.writeStartObject();
      generator.writeNumberField("sequence", begin.number());
      generator.writeStringField("time", begin.time());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static String notJson(long line) {
    return "line " + line + " is not JSON: its digest fits, but this program has not written it";
  }

  private static ExitCode judge(AuditVerdict verdict, Set<LineDigest> missing, Environment env) {
    verdict.fault().ifPresent(fault -> env.tell("error: " + fault));
    if (verdict.fault().isEmpty()) {
      missing.forEach(
          head ->
              env.tell(
                  "error: no line has the digest "
                      + head
                      + ": since it was printed, lines were cut off at the end, or written anew"));
    }
    return verdict.fault().isEmpty() && missing.isEmpty() ? ExitCode.DONE : ExitCode.ZONE;
  }
}
