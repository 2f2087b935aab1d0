package org.offlinesign.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A short text in a pipe that a file name leads to, as {@code /dev/stdin} and {@code <(COMMAND)} of
 * a shell do: it can be read once, and what the name stands for has no path. Linux alone has such.
 */
public final class PipedText implements Closeable {
  private final Process reader;

  private PipedText(Process reader) {
    this.reader = reader;
  }

  /** Puts a text into a new pipe, which has to have room for it. */
  public static PipedText of(String text) throws IOException {
    // It never reads, but has the end of the pipe that can be read.
    Process reader = new ProcessBuilder("sleep", "600").start();
    try (OutputStream in = reader.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return new PipedText(reader);
  }

  /** Returns a name for the pipe. */
  public Path path() {
    return Path.of("/proc", Long.toString(reader.pid()), "fd", "0");
  }

  @Override
  public void close() {
    reader.destroy();
  }
}
