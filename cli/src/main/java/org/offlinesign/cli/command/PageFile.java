package org.offlinesign.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.OutputPlace;

/** Where a page or a picture goes: a file, or stdout when that is called {@code -}. */
final class PageFile {
  private static final String STDOUT = "-";

  private final String option;
  private final Path named;
  private final Environment env;

  /**
   * @param option the name of the option that names it
   */
  PageFile(String option, Path named, Environment env) {
    this.option = option;
    this.named = named;
    this.env = env;
  }

  /** Writes what goes there. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  boolean isStdout() {
    return named.toString().equals(STDOUT);
  }

  /** Returns where a report goes beside it. */
  PrintStream report() {
    return isStdout() ? env.err() : env.out();
  }

  private Path file() {
    return env.resolve(named);
  }

  /** Refuses a file that cannot or must not be written, before there is work. */
  void claim() throws CommandException, IOException {
    if (isStdout()) {
      return;
    }
    Path folder = file().toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw CommandException.environment(
          "the folder of " + option + ", " + folder + ", does not exist", "make it first");
    }
    env.kept().claim(file(), OutputClaim.of(option));
  }

  /**
   * Writes it whole or not at all.
   *
   * @param temporaryFolder where what goes to stdout is kept until it is complete
   */
  void write(Path temporaryFolder, Content content) throws IOException {
    OutputPlace place =
        isStdout()
            ? new OutputPlace.Stream(env.out(), Path.of("<stdout>"), temporaryFolder)
            : new OutputPlace.File(file(), temporaryFolder);
    try (AtomicOutput output = place.open(env.files())) {
      OutputStream buffer = new BufferedOutputStream(output.stream());
      content.writeTo(buffer);
      buffer.flush();
      output.commit();
    }
  }

  @Override
  public String toString() {
    return named.toString();
  }
}
