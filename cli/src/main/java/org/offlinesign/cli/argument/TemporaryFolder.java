package org.offlinesign.cli.argument;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import picocli.CommandLine.Option;

/** The option for where a command keeps what it needs for a while. */
public final class TemporaryFolder {
  @Option(
      names = "--tmpdir",
      paramLabel = "DIR",
      description = "Where temporary files go. Default: $$TMPDIR, else /tmp.")
  private @Nullable Path folder;

  /** Returns the folder, which exists. */
  public Path path(Environment env) throws CommandException {
    Path path =
        folder != null
            ? env.resolve(folder)
            : env.resolve(env.variable("TMPDIR").orElse(System.getProperty("java.io.tmpdir", "")));
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw CommandException.environment(
          "the folder for temporary files, " + path + ", is not a folder",
          "name another with --tmpdir");
    }
    if (!Files.isDirectory(path)) {
      throw CommandException.environment(
          "the folder for temporary files, " + path + ", does not exist",
          "make it, or name another with --tmpdir");
    }
    return path;
  }
}
