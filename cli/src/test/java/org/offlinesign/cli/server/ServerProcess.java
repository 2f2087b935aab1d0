package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.offlinesign.testing.Program;

/**
 * A server that runs in the foreground until it is closed. What it says goes to a file.
 *
 * <p>Beside it waits a shell that reads from this process: when this process ends, however that
 * comes about, the shell ends the server.
 */
final class ServerProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;
  private static final int LOG_LINES = 60;
  private static final String GUARD =
      "read -r _ || kill -TERM \"$0\" && sleep 2 && kill -KILL \"$0\"";

  private final String name;
  private final Path log;
  private final Process process;
  private final Process guard;

  private ServerProcess(String name, Path log, Process process) throws IOException {
    this.name = name;
    this.log = log;
    this.process = process;
    this.guard =
        new ProcessBuilder("sh", "-c", GUARD, Long.toString(process.pid()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /** Starts a program with {@code folder} for its own, which holds {@code NAME.log} then. */
  static ServerProcess start(Program program, Path folder, List<String> arguments)
      throws IOException {
    String name = program.executable().getFileName().toString();
    Path log = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(program.executable().toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new ServerProcess(name, log, process);
  }

  /** Tells the server to read its files again. */
  void reload() throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("sh", "-c", "kill -HUP " + process.pid()).start();
    if (kill.waitFor() != 0) {
      throw new AssertionError(name + " is gone:\n" + log());
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns the last that the server said. */
  String log() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
      return "--- " + log + "\n" + String.join("\n", last);
    } catch (IOException e) {
      return "--- " + log + " cannot be read: " + e;
    }
  }

  /** Ends the server and every process that it started. */
  @Override
  public void close() {
    guard.destroyForcibly();
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(name + " does not end when told to:\n" + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
