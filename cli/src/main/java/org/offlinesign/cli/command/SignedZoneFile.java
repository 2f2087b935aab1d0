package org.offlinesign.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;

/** Where a signed zone goes: a file, or stdout when that is called {@code -}. */
final class SignedZoneFile implements Closeable {
  private static final String STDOUT = "-";

  private final Environment env;
  private final Path file;
  private final boolean toStdout;

  private SignedZoneFile(Environment env, Path file, boolean toStdout) {
    this.env = env;
    this.file = file;
    this.toStdout = toStdout;
  }

  /**
   * Finds the place.
   *
   * @param temporaryFolder where a zone for stdout is kept until it is known to be good
   */
  static SignedZoneFile of(Path output, Path temporaryFolder, Environment env)
      throws CommandException, IOException {
    if (output.toString().equals(STDOUT)) {
      return new SignedZoneFile(
          env, Files.createTempFile(temporaryFolder, "signed", ".zone"), true);
    }
    Path file = env.resolve(output);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw CommandException.environment(
          "the folder of the output, " + folder + ", does not exist", "make it first");
    }
    return new SignedZoneFile(env, file, false);
  }

  /** Refuses to replace a file that cannot be had back from the signed zone. */
  void refuseToReplace(Path precious, String what) throws CommandException, IOException {
    if (Files.exists(file) && Files.exists(precious) && Files.isSameFile(file, precious)) {
      throw CommandException.usage(
          "the output would replace " + what + ", " + precious,
          "name another file with --output, such as " + file + ".new");
    }
  }

  /** Refuses to replace a key store that is in use. */
  void refuseToReplace(KeyStores stores) throws CommandException, IOException {
    for (Path store : stores.opened()) {
      refuseToReplace(store, "the key store");
    }
  }

  /** Returns the file that the signed zone is to be written to. */
  Path path() {
    return file;
  }

  boolean isStdout() {
    return toStdout;
  }

  /** Returns the files that stay when the temporary one is gone. */
  List<Path> withoutStdout(List<Path> written) {
    return written.stream().filter(path -> !toStdout || !path.equals(file)).toList();
  }

  /** Hands a finished zone on to stdout, if that is where it goes. */
  void deliver() throws CommandException, IOException {
    if (toStdout) {
      Files.copy(file, env.out());
      // Before the report says that the zone is signed; PrintStream keeps its errors to itself.
      if (env.out().checkError()) {
        throw CommandException.environment("the zone could not be written to stdout");
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (toStdout) {
      Files.deleteIfExists(file);
    }
  }
}
