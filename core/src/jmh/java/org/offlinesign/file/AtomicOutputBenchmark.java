package org.offlinesign.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Writes 100 MB as a signing does, flushed and moved into place, and as plainly as it can be. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 7)
@Fork(1)
public class AtomicOutputBenchmark {
  private static final int BLOCKS = 1600;

  private final byte[] block = new byte[1 << 16];
  private Path folder;
  private Path file;

  /** Makes a place in the folder for temporary files. */
  @Setup
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("benchmark");
    file = folder.resolve("zone.signed");
  }

  /** Leaves nothing for the next one to replace. */
  @TearDown(Level.Iteration)
  public void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Removes the folder. */
  @TearDown
  public void removeFolder() throws IOException {
    Files.delete(folder);
  }

  /** As a zone is written. */
  @Benchmark
  public void write() throws IOException {
    try (AtomicOutput output = AtomicOutput.open(file)) {
      for (int i = 0; i < BLOCKS; i++) {
        output.stream().write(block);
      }
      output.commit();
    }
  }

  /** One file, flushed once. */
  @Benchmark
  public void bareWrite() throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < BLOCKS; i++) {
        channel.write(ByteBuffer.wrap(block));
      }
      channel.force(true);
    }
  }
}
