package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.offlinesign.testing.Program;

/**
 * What the samples call after each step that changes what is to be published: it hands the step to
 * a test, and returns to the sample when the test is done with it.
 */
final class StepHook {
  private static final long PAUSE_MILLIS = 20;

  private static final String PROGRAM =
      """
      #!/bin/sh
      set -eu
      cd "${0%/*}"
      printf '%s\\n' "$1" "$OFFLINESIGN_STEP_ZONE" "$2" "$3" >request.part
      mv request.part request
      while [ ! -e answer ]; do sleep 0.1; done
      rm answer
      """;

  private final Path folder;

  StepHook(Path folder) {
    this.folder = folder;
  }

  /** A step of a sample: what the zone is now, and which DS records its parent has now. */
  record Step(String name, String zone, Path file, Path delegationSigners) {}

  /** What a test does about a step. */
  interface Listener {
    void step(Step step) throws IOException, InterruptedException;
  }

  /** Returns the program that the variable {@code OFFLINESIGN_STEP_HOOK} is to name. */
  Path program() throws IOException {
    Path program = Files.writeString(folder.resolve("hook"), PROGRAM);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Has a sample run, and tells of its steps on the thread of the caller. */
  Program.Outcome follow(Callable<Program.Outcome> sample, Listener listener)
      throws IOException, InterruptedException {
    FutureTask<Program.Outcome> run = new FutureTask<>(sample);
    Thread thread = new Thread(run, "sample");
    thread.start();
    try {
      while (!run.isDone()) {
        listen(listener);
        Thread.sleep(PAUSE_MILLIS);
      }
      return run.get();
    } catch (ExecutionException e) {
      throw new AssertionError("the sample could not be run", e);
    } finally {
      // Ends the sample too, if the listener failed.
      thread.interrupt();
      thread.join();
    }
  }

  private void listen(Listener listener) throws IOException, InterruptedException {
    Path request = folder.resolve("request");
    if (Files.exists(request)) {
      List<String> lines = Files.readAllLines(request);
      Files.delete(request);
      listener.step(
          new Step(lines.get(0), lines.get(1), Path.of(lines.get(2)), Path.of(lines.get(3))));
      Files.createFile(folder.resolve("answer"));
    }
  }
}
