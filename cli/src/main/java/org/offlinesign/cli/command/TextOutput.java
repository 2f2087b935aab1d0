package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.file.AtomicOutput;
import picocli.CommandLine.Option;

/** The option for where a text goes that is usually printed. */
final class TextOutput {
  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to a file, which is replaced if it exists. Default: - for stdout.")
  private @Nullable Path file;

  /** Says whether the text goes to a file that is named. */
  boolean isToFile() {
    return file != null;
  }

  /** Prints a text of ISO 8859-1, or writes the file. */
  void write(String text, Environment env) throws CommandException, IOException {
    if (file == null || file.toString().equals("-")) {
      env.out().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return;
    }
    Path target = env.resolve(file);
    env.kept().claim(target, OutputClaim.ofRecords("--output"));
    AtomicOutput.write(target, text.getBytes(StandardCharsets.ISO_8859_1), env.files());
  }
}
