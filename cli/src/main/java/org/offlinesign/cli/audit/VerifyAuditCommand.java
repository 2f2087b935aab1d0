package org.offlinesign.cli.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.audit.AuditFault;
import org.offlinesign.audit.AuditVerdict;
import org.offlinesign.audit.AuditVerifier;
import org.offlinesign.audit.LineDigest;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks that an audit log is as it was written. */
@Command(
    header = {
      "  offlinesign verifyaudit audit.log",
      "  offlinesign verifyaudit audit.log.1 audit.log --expect 9f86d081884c7d65..."
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
      description = "A head that was printed before: a line with it must still be there.")
  private @Nullable String expected;

  @Option(
      names = "--after",
      paramLabel = "DIGEST",
      description =
          "The head of the file before the first one, where that is not at hand: the first line"
              + " must follow it, or be the one with it.")
  private @Nullable String before;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    Optional<LineDigest> awaited = digest("--expect", expected);
    LineDigest start = digest("--after", before).orElse(LineDigest.NONE);
    UnendedRuns runs = new UnendedRuns();
    List<LineDigest> seen = new ArrayList<>();
    AuditVerifier verifier =
        new AuditVerifier(
            line -> {
              runs.add(line);
              awaited.filter(line.digest()::equals).ifPresent(seen::add);
            });
    AuditVerdict verdict = verifier.verify(logs(env), start);
    boolean isThere = awaited.isEmpty() || awaited.get().equals(start) || !seen.isEmpty();
    if (json) {
      JsonOutput.print(env.out(), generator -> write(verdict, runs, isThere, generator));
    } else {
      print(verdict, runs, env);
    }
    runs.unreadable().ifPresent(line -> env.tell("error: " + notJson(line)));
    ExitCode code = judge(verdict, isThere, env);
    return runs.unreadable().isPresent() ? ExitCode.ZONE : code;
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

  private static Optional<LineDigest> digest(String option, @Nullable String text)
      throws CommandException {
    if (text == null) {
      return Optional.empty();
    }
    Optional<LineDigest> digest = LineDigest.parse(text);
    if (digest.isEmpty()) {
      throw CommandException.usage(
          option + " " + text + " is not a digest",
          "expected the 64 hexadecimal digits that `offlinesign verifyaudit` prints as head");
    }
    return digest;
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
    if (expected != null) {
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

  private ExitCode judge(AuditVerdict verdict, boolean isThere, Environment env) {
    verdict.fault().ifPresent(fault -> env.tell("error: " + fault));
    if (verdict.fault().isEmpty() && !isThere) {
      env.tell("error: no line has the digest " + expected + ": the end of the log was cut off");
    }
    return verdict.fault().isEmpty() && isThere ? ExitCode.DONE : ExitCode.ZONE;
  }
}
