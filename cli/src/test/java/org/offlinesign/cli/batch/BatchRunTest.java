package org.offlinesign.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.batch.LineFacts.Reach;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Streams;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.progress.StageFigures;

/** How many lines run at once, and in which order they are reported. */
class BatchRunTest {
  private static final int LINES = 200;

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final List<Integer> reported = new ArrayList<>();
  private final Progress progress = new Progress();

  /** Lines that wait for a disk. */
  private final class Waiting implements LineCommands {
    @Override
    public LineFacts check(List<String> words, Environment env) {
      throw new AssertionError("the lines were checked before");
    }

    @Override
    public ExitCode run(List<String> words, Environment env) {
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      try {
        ForkJoinPool.managedBlock(new Disk());
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this", e);
      }
      underWay.decrementAndGet();
      return ExitCode.DONE;
    }
  }

  private static final class Disk implements ForkJoinPool.ManagedBlocker {
    private boolean written;

    @Override
    public boolean block() throws InterruptedException {
      Thread.sleep(5);
      written = true;
      return true;
    }

    @Override
    public boolean isReleasable() {
      return written;
    }
  }

  private final class Recording implements BatchReport {
    @Override
    public void add(LineResult result) {
      reported.add(result.step().line().number());
    }

    @Override
    public void finish(BatchTally tally) {
      assertThat(tally.done()).isEqualTo(LINES);
    }

    @Override
    public void close() {}
  }

  private void run(int jobs, Reach reach) throws Exception {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Environment env =
        new Environment(
            new Streams(InputStream.nullInputStream(), nowhere, nowhere, false, Optional::empty),
            Map.of(),
            Path.of(""),
            Clock.systemUTC());
    Concurrency load = of(jobs);
    List<BatchStep> steps = IntStream.rangeClosed(1, LINES).mapToObj(n -> step(n, reach)).toList();
    try (BatchRun run = new BatchRun(new Waiting(), env, load, new Recording())) {
      assertThat(run.run(steps, false, progress)).isEqualTo(ExitCode.DONE);
    }
    assertThat(reported).isEqualTo(IntStream.rangeClosed(1, LINES).boxed().toList());
    reported.clear();
  }

  private static Concurrency of(int jobs) {
    return Concurrency.of(jobs, LINES, 1L << 30);
  }

  private static BatchStep step(int number, Reach reach) {
    DnsName zone = DnsName.of("z" + number + ".");
    return new BatchStep(
        new BatchLine(number, List.of("version")),
        new LineFacts("version", Optional.of(zone), Optional.empty(), reach));
  }

  @Test
  void oneJobDoesOneLineAfterTheOtherAlsoWhenItWaits() throws Exception {
    run(1, Reach.KEY_STORE);
    run(1, Reach.FILES);
    assertThat(most).hasValue(1);
  }

  @Test
  void whileLinesWaitForTheDiskOthersTakeTheirTurnUpToALimit() throws Exception {
    run(2, Reach.FILES);
    assertThat(most.get()).isGreaterThan(2).isLessThanOrEqualTo(of(2).holding());
  }

  @Test
  void linesAreCountedForWhoShowsHowManyThereAreStill() throws Exception {
    run(2, Reach.FILES);
    StageFigures stage = progress.stages().get(0);
    assertThat(stage.stage()).isEqualTo(Stage.RUN);
    assertThat(stage.expected(Quantity.LINES)).hasValue(LINES);
    assertThat(stage.done(Quantity.LINES)).isEqualTo(LINES);
  }

  @Test
  void inASmallHeapFewerLinesHoldZones() {
    assertThat(Concurrency.of(2, LINES, 64 << 20).holding()).isEqualTo(8);
    assertThat(Concurrency.of(4, LINES, 1 << 20)).isEqualTo(Concurrency.of(4, LINES, 32 << 20));
    assertThat(Concurrency.of(4, LINES, 1 << 20).holding()).isEqualTo(4);
  }

  @Test
  void moreLinesWaitForTheKeyStoreThanCouldHoldZones() throws Exception {
    run(2, Reach.KEY_STORE);
    assertThat(most.get()).isGreaterThan(of(2).holding());
  }
}
