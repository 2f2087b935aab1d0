package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.file.OutputPlace;

/** Where a signed zone goes: a file, or stdout when that is called {@code -}. */
final class SignedZoneFile {
  private static final String STDOUT = "-";

  private final Environment env;
  private final OutputPlace place;
  private final boolean toStdout;

  private SignedZoneFile(Environment env, OutputPlace place, boolean toStdout) {
    this.env = env;
    this.place = place;
    this.toStdout = toStdout;
  }

  /**
   * Finds the place.
   *
   * @param temporaryFolder where a zone for stdout, a device or a pipe is kept until it is known to
   *     be good
   */
  static SignedZoneFile of(SigningFiles files, Path temporaryFolder, Environment env)
      throws CommandException, IOException {
    Path output = files.output();
    if (output.toString().equals(STDOUT)) {
      return new SignedZoneFile(
          env, new OutputPlace.Stream(env.out(), Path.of("<stdout>"), temporaryFolder), true);
    }
    Path file = env.resolve(output);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw CommandException.environment(
          "the folder of the output, " + folder + ", does not exist", "make it first");
    }
    env.kept().claim(file, files.claim());
    return new SignedZoneFile(env, new OutputPlace.File(file, temporaryFolder), false);
  }

  /** Returns where the signed zone is to be written to. */
  OutputPlace place() {
    return place;
  }

  /** Returns the file that the signed zone is to be written to. */
  Path path() {
    return place.path();
  }

  boolean isStdout() {
    return toStdout;
  }

  /** Returns the files of a list that may have stdout in it. */
  List<Path> withoutStdout(List<Path> written) {
    return written.stream().filter(path -> !toStdout || !path.equals(place.path())).toList();
  }

  /** Makes sure that what was written to stdout has got there, if that is where it went. */
  void deliver() throws CommandException {
    // Before the report says that the zone is signed; PrintStream keeps its errors to itself.
    if (toStdout && env.out().checkError()) {
      throw CommandException.environment(
          "the zone could not be written to stdout",
          "what reads it has ended or its disk is full; sign again, or into a file with --output");
    }
  }
}
