package org.offlinesign.zone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to put a zone of delegations into order and to walk it, parsing left out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class ZoneSorterBenchmark {
  @Param("1000000")
  public int names;

  @Param({"random", "sorted"})
  public String order;

  /** 1024 holds the zone; 24 spills it. */
  @Param({"1024", "24"})
  public int budgetMegabytes;

  @Param({"1", "2"})
  public int threads;

  private TldRecords records;
  private SortBudget budget;

  @Setup(Level.Trial)
  public void makeRecords() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    budget = new SortBudget((long) budgetMegabytes << 20, temporary, threads);
    TldRecords random = new TldRecords(names);
    records = order.equals("sorted") ? random.sorted(budget) : random;
  }

  @Benchmark
  public long sortAndWalk() throws IOException {
    try (ZoneSorter sorter = new ZoneSorter(budget)) {
      records.replay(sorter);
      try (SortedZone zone = sorter.finish()) {
        return rrsets(zone.open());
      }
    }
  }

  private static long rrsets(ZoneCursor cursor) throws IOException {
    long rrsets = 0;
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      rrsets += node.rrsets().size();
    }
    return rrsets;
  }
}
