package org.offlinesign.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program on disk that a test runs: in the C locale, in UTC, never longer than a time limit. */
@CheckReturnValue
public final class Program {
  private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(2);

  private final Path executable;
  private final Duration limit;
  private final Map<String, String> environment;

  public Program(Path executable) {
    this(executable, DEFAULT_LIMIT, Map.of());
  }

  private Program(Path executable, Duration limit, Map<String, String> environment) {
    this.executable = executable;
    this.limit = limit;
    this.environment = Map.copyOf(environment);
  }

  /** What a finished run left behind. The text is ISO 8859-1, so that any octet survives. */
  public record Outcome(List<String> command, int exitCode, String stdout, String stderr) {
    /** Returns this outcome when the exit code is 0, and fails the test with all that was said. */
    @CanIgnoreReturnValue
    public Outcome orFail() {
      if (exitCode != 0) {
        throw new AssertionError(toString());
      }
      return this;
    }

    @Override
    public String toString() {
      return String.join(" ", command)
          + "\nexit code "
          + exitCode
          + "\n--- stdout\n"
          + stdout
          + "\n--- stderr\n"
          + stderr;
    }
  }

  public Path executable() {
    return executable;
  }

  /** Returns the same program with another time limit. */
  public Program within(Duration newLimit) {
    return new Program(executable, newLimit, environment);
  }

  /** Returns the same program with variables added to the environment it is run in. */
  public Program with(Map<String, String> variables) {
    return new Program(executable, limit, variables);
  }

  /** Runs the program in a folder, with nothing on its stdin. */
  public Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
    return run(folder, new byte[0], List.of(arguments));
  }

  /** Runs the program in a folder and gives it {@code stdin}. */
  public Outcome run(Path folder, byte[] stdin, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(arguments);
    Path scratch = Files.createTempDirectory("program");
    // Files, not pipes: a program that writes much to both streams cannot then block itself.
    Path in = Files.write(scratch.resolve("in"), stdin);
    Path out = scratch.resolve("out");
    Path err = scratch.resolve("err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
      builder.environment().putAll(environment);
      int exitCode = exitCodeOf(builder.start(), command);
      return new Outcome(List.copyOf(command), exitCode, text(out), text(err));
    } finally {
      for (Path file : List.of(in, out, err, scratch)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private int exitCodeOf(Process process, List<String> command) throws InterruptedException {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running after " + limit + ": " + command);
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
