package org.offlinesign.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    LineDigest start = before == null ? LineDigest.NONE : ExpectedHeads.head("--after", before);
    ExpectedHeads heads = new ExpectedHeads(expected, start);
    UnendedRuns runs = new UnendedRuns();
    AuditVerifier verifier =
        new AuditVerifier(
            line -> {
              runs.add(line);
              heads.add(line);
            });
    AuditReport report = new AuditReport(verifier.verify(logs(env), start), runs, heads);
    if (json) {
      JsonOutput.print(env.out(), report::write);
    } else {
      report.print(env);
    }
    report.complain(env);
    if (report.exitCode() == ExitCode.DONE) {
      continueIn(report.verdict(), env);
    }
    return report.exitCode();
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

  private List<Path> logs(Environment env) throws CommandException, IOException {
    List<Path> logs = files.stream().map(env::resolve).toList();
    for (int i = 0; i < logs.size(); i++) {
      Path log = logs.get(i);
      if (Files.isDirectory(log)) {
        throw CommandException.environment(
            log + " is a folder, and no audit log", "name the file in it");
      }
      refuseAmong(logs.subList(0, i), log);
    }
    return logs;
  }

  private static void refuseAmong(List<Path> others, Path log)
      throws CommandException, IOException {
    for (Path other : others) {
      if (Files.exists(log) && Files.exists(other) && Files.isSameFile(log, other)) {
        throw CommandException.usage(
            log + " is named twice",
            "name each file that the log was divided into once, the oldest first");
      }
    }
  }
}
