package org.offlinesign.cli.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.MemorySize;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Resources;
import org.offlinesign.cli.console.Streams;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.delegation.ChildKeyFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs many commands in one process. */
@Command(
    header = {
      "  offlinesign batch zones.batch --password-file password.txt",
      "  offlinesign batch changes.batch --jobs 1 --stop-on-error --reports"
    },
    customSynopsis = "offlinesign batch FILE [OPTIONS]",
    description =
        "Runs the commands of a file, one a line, several at a time. Lines are split into words as"
            + " in a shell; # begins a comment. Lines about the same zone, or about a zone and one"
            + " below it, run in their order; a line that names no --zone, and the line `wait`, wait"
            + " for all before them and hold up all behind them. All lines are checked before the"
            + " first is run. One that fails does not stop the others; the highest exit code of"
            + " all is that of the batch.")
public final class BatchCommand implements Subcommand {
  private static final int MAX_JOBS = 1024;

  private final LineCommands commands;

  @Parameters(paramLabel = "FILE", description = "The file with the lines; - is stdin.")
  private Path file;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "How many lines run at the same time; threads and memory are shared by them. Default: as"
              + " many as there are processors.")
  private @Nullable Integer jobs;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description =
          "How large the Java heap may become, such as 256m, for all lines that name no --memory"
              + " together; it is never made smaller than 64m. Default: a quarter of the machine's"
              + " memory.")
  private @Nullable MemorySize memory;

  @Option(
      names = "--stop-on-error",
      description = "Begin no more lines once one has failed; those under way are finished.")
  private boolean stopsOnError;

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description = "The key store of all lines that name none.")
  private @Nullable Path keystore;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Holds the password for all lines that name none in its first line.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--reports",
      description = "Show what each line prints. Without it, only that of lines that failed.")
  private boolean reportsShown;

  @Option(names = "--json", description = "Print the results as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Tell of lines that failed alone.")
  private boolean quiet;

  public BatchCommand(LineCommands commands) {
    this.commands = commands;
  }

  @Override
  public boolean isQuiet() {
    // A JSON document that grows while the batch runs may be on the same terminal.
    return quiet || json;
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    Environment common = env.with(variables(env));
    List<BatchStep> steps = BatchFile.read(file, env.streams().in(), commands, common);
    Resources resources = common.resources().upTo(heapOctets(common));
    Concurrency load = Concurrency.of(jobs(env), steps.size(), resources.heapOctets());
    Resources shared = resources.sharedBy(load.jobs(), load.holding()).with(new ChildKeyFolders());
    try (PromptOnce prompt = new PromptOnce(env.streams().prompt());
        BatchReport report = report(load.jobs(), env);
        BatchRun run = new BatchRun(commands, each(common.with(shared), prompt), load, report)) {
      return run.run(steps, stopsOnError, env.progress());
    }
  }

  private long heapOctets(Environment env) throws CommandException {
    return memory == null ? env.resources().heapOctets() : memory.heapOctets(env);
  }

  private int jobs(Environment env) throws CommandException {
    if (jobs == null) {
      return env.resources().threads();
    }
    if (jobs < 1 || jobs > MAX_JOBS) {
      throw CommandException.usage("--jobs " + jobs + " is not from 1 to " + MAX_JOBS);
    }
    return jobs;
  }

  /** The options that lines have in common reach them as the variables that mean the same. */
  private Map<String, String> variables(Environment env) {
    Map<String, String> variables = new HashMap<>(env.variables());
    if (keystore != null) {
      variables.put("OFFLINESIGN_KEYSTORE", keystore.toString());
    }
    if (passwordFile != null) {
      variables.put("OFFLINESIGN_PASSWORD_FILE", passwordFile.toString());
    }
    return variables;
  }

  /** Returns what one of several lines has that run at the same time. */
  private static Environment each(Environment common, PromptOnce prompt) {
    Streams all = common.streams();
    return common.with(new Streams(all.in(), all.out(), all.err(), false, prompt::prompt));
  }

  private BatchReport report(int atOnce, Environment env) throws CommandException, IOException {
    if (quiet && (json || reportsShown)) {
      throw CommandException.usage(
          "--quiet leaves out what --json and --reports show", "leave out one of them");
    }
    String name = BatchFile.nameOf(file);
    if (json) {
      return new JsonReport(name, atOnce, env.out());
    }
    if (quiet) {
      return new TextReport(name, TextReport.Detail.FAILURES, env);
    }
    return new TextReport(
        name, reportsShown ? TextReport.Detail.EVERYTHING : TextReport.Detail.USUAL, env);
  }
}
