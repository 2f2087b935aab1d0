package org.offlinesign.zonefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordClass;
import org.offlinesign.wire.WireWriter;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads the records of a zone from memory, and prints them: zones, octets and records a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ZoneFileBenchmark {
  private static final int RECORDS = 200_000;
  private static final int OUTPUT_BLOCK = 1 << 16;
  private static final int NEW_LINE = '\n';

  private final ZoneFileReader reader =
      new ZoneFileReader(ZoneFileOptions.builder(DnsName.of("bench.test")).build());
  private final RecordPrinter printer = RecordPrinter.absolute(RecordClass.IN);
  private final WireWriter out = new WireWriter(2 * OUTPUT_BLOCK);
  private byte[] zone = {};

  /** {@code delegations}, two NS records each, or {@code hosts} with addresses and text. */
  @Param({"delegations", "hosts"})
  public String kind;

  /** What passed. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Passed {
    public long octets;
    public long records;
  }

  /** Writes the zone. */
  @Setup
  public void writeZone() {
    WireWriter text = new WireWriter(1 << 20).ascii("$TTL 3600\n");
    for (int i = 0; i < RECORDS; i++) {
      text.ascii(kind.equals("hosts") ? host(i) : delegation(i));
    }
    zone = text.toByteArray();
  }

  private static String delegation(int i) {
    return "name" + i / 2 + " NS ns" + i % 2 + ".host" + i % 997 + ".example.\n";
  }

  private static String host(int i) {
    return switch (i % 3) {
      case 0 -> "host" + i + ".bench.test. 300 IN A 192.0.2." + i % 256 + "\n";
      case 1 -> "host" + i + ".bench.test. 300 IN AAAA 2001:db8::" + i % 256 + "\n";
      default -> "host" + i + ".bench.test. 300 IN TXT \"v=spf1 ip4:192.0.2.0/24 -all\"\n";
    };
  }

  /** What no reader can do without: looks at each octet once and counts the lines. */
  @Benchmark
  public int bareLines(Passed passed) {
    int lines = 0;
    for (byte octet : zone) {
      if (octet == NEW_LINE) {
        lines++;
      }
    }
    passed.octets += zone.length;
    passed.records += RECORDS;
    return lines;
  }

  /** Reads. */
  @Benchmark
  public long read(Passed passed) throws IOException, ZoneFileException {
    passed.octets += zone.length;
    passed.records += RECORDS;
    return reader.read(source(), record -> {}).records();
  }

  /** Reads and prints; the octets are those printed. */
  @Benchmark
  public long readAndPrint(Passed passed) throws IOException, ZoneFileException {
    passed.records += RECORDS;
    long records = reader.read(source(), record -> print(record, passed)).records();
    passed.octets += out.length();
    out.clear();
    return records;
  }

  private void print(RecordBuffer record, Passed passed) {
    if (out.length() > OUTPUT_BLOCK) {
      passed.octets += out.length();
      out.clear();
    }
    printer.print(record, out);
  }

  private ZoneFileSource source() {
    return ZoneFileSource.of("zone", new ByteArrayInputStream(zone));
  }
}
