package org.offlinesign.cli.console;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this process has used since it was started, whatever commands it has run.
 *
 * @param time for how long it has been running
 * @param cpu the time of all processors, if the system tells
 * @param peakHeap the octets of the Java heap in use at the most, the peaks of its parts added up;
 *     garbage that no collection has met yet is part of it
 * @param peakMemory the octets of memory at the most, if the system tells
 */
public record ProcessFigures(
    Duration time, Optional<Duration> cpu, long peakHeap, OptionalLong peakMemory) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
  private static final int KILO = 1024;

  /** Returns the figures of now; the first time this costs a twentieth of a second. */
  public static ProcessFigures take() {
    return new ProcessFigures(
        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
        ProcessHandle.current().info().totalCpuDuration(),
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum(),
        peakMemoryOfLinux());
  }

  private static OptionalLong peakMemoryOfLinux() {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .map(PEAK::matcher)
          .filter(Matcher::matches)
          .mapToLong(peak -> Long.parseLong(peak.group(1)) * KILO)
          .findFirst();
    } catch (IOException untold) {
      return OptionalLong.empty();
    }
  }
}
