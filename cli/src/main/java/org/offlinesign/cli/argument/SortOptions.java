package org.offlinesign.cli.argument;

import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.zone.SortBudget;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that sort a zone: what of the machine they may use. */
public final class SortOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work. Default: as many as there are processors.")
  private @Nullable Integer threads;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description =
          "How large the Java heap may become, such as 256m; it is never made smaller than 64m,"
              + " nor larger than the machine's memory."
              + " Sorting takes a third of it, and what does not fit goes to temporary files."
              + " Default: a quarter of the machine's memory.")
  private @Nullable MemorySize memory;

  @Mixin private TemporaryFolder temporaryFolder = new TemporaryFolder();

  private int threads(Environment env) throws CommandException {
    if (threads == null) {
      return env.resources().threads();
    }
    if (threads < 1 || threads > 1024) {
      throw CommandException.usage("--threads " + threads + " is not from 1 to 1024");
    }
    return threads;
  }

  /** Returns what sorting may use. */
  public SortBudget budget(Environment env) throws CommandException {
    return usable(env).reportingTo(env.progress());
  }

  private SortBudget usable(Environment env) throws CommandException {
    return SortBudget.ofHeap(heapOctets(env), temporaryFolder.path(env), threads(env));
  }

  private long heapOctets(Environment env) throws CommandException {
    return memory == null ? env.resources().heapOctets() : memory.heapOctets(env);
  }
}
