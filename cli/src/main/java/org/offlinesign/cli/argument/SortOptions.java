package org.offlinesign.cli.argument;

import java.nio.file.Path;
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
          "How much memory sorting may take, such as 64m; what does not fit goes to temporary"
              + " files. Default: a third of the Java heap.")
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
    Path folder = temporaryFolder.path(env);
    if (memory == null) {
      return SortBudget.ofHeap(env.resources().heapOctets(), folder, threads(env));
    }
    if (memory.octets() < SortBudget.MIN_OCTETS) {
      throw CommandException.usage(
          "--memory " + memory.octets() + " is too little to sort a zone with",
          "give at least " + (SortBudget.MIN_OCTETS >> 20) + "m");
    }
    return new SortBudget(memory.octets(), folder, threads(env));
  }
}
