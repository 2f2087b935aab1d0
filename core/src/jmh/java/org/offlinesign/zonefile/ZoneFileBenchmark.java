package org.offlinesign.zonefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordClass;
import org.offlinesign.wire.WireWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads and prints the records of a zone of delegations; the score is in records. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ZoneFileBenchmark {
  private static final int RECORDS = 200_000;
  private static final int OUTPUT_BLOCK = 1 << 16;

  private final ZoneFileReader reader =
      new ZoneFileReader(ZoneFileOptions.builder(DnsName.of("bench.test")).build());
  private final RecordPrinter printer = RecordPrinter.absolute(RecordClass.IN);
  private final WireWriter out = new WireWriter(2 * OUTPUT_BLOCK);
  private byte[] zone = {};

  /** Writes the zone. */
  @Setup
  public void writeZone() {
    WireWriter text = new WireWriter(1 << 20).ascii("$TTL 3600\n");
    for (int i = 0; i < RECORDS; i++) {
      text.ascii("name" + i / 2 + " NS ns" + i % 2 + ".host" + i % 997 + ".example.\n");
    }
    zone = text.toByteArray();
  }

  /** Reads. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public long read() throws IOException, ZoneFileException {
    return reader.read(source(), record -> {}).records();
  }

  /** Reads and prints. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public long readAndPrint() throws IOException, ZoneFileException {
    return reader
        .read(
            source(),
            record -> {
              if (out.length() > OUTPUT_BLOCK) {
                out.clear();
              }
              printer.print(record, out);
            })
        .records();
  }

  private ZoneFileSource source() {
    return ZoneFileSource.of("zone", new ByteArrayInputStream(zone));
  }
}
