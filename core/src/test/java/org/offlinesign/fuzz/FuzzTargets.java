package org.offlinesign.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The targets by the names that {@code .ci/fuzz} knows them by. */
enum FuzzTargets {
  /** The reader of master files. */
  ZONEFILE,
  /** RDATA of all types between text and octets. */
  RDATA,
  /** The verifier of signed zones. */
  VERIFY,
  /** The importers of BIND's key files and of PEM. */
  KEYFILE,
  /** The reader of key stores, and of what other programs keep keys in. */
  PKCS12;

  /** Returns a target that also minds the time that each input takes. */
  FuzzTarget open() {
    return new Timed(
        switch (this) {
          case ZONEFILE -> new ZoneFileTarget();
          case RDATA -> new RdataTarget();
          case VERIFY -> new VerifyTarget();
          case KEYFILE -> new KeyFileTarget();
          case PKCS12 -> new Pkcs12Target();
        });
  }

  static FuzzTargets named(String name) {
    return Arrays.stream(values())
        .filter(target -> target.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected " + names() + ", not " + name));
  }

  static String names() {
    return Arrays.stream(values()).map(FuzzTargets::toString).collect(Collectors.joining(" "));
  }

  /** Returns the name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static final class Timed implements FuzzTarget {
    /** Of processor time, so that a busy machine makes no findings; libFuzzer minds the clock. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** While the first inputs run, most of the time goes into loading classes. */
    private static final int WARM_UP = 50;

    private final FuzzTarget target;
    private int runs;

    Timed(FuzzTarget target) {
      this.target = target;
    }

    @Override
    public void run(byte[] input) throws Exception {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      target.run(input);
      long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      runs++;
      Oracle.require(
          runs <= WARM_UP || taken <= LIMIT.toNanos(),
          () -> input.length + " octets took " + Duration.ofNanos(taken) + " of processor time");
    }

    @Override
    public List<byte[]> seeds() throws IOException {
      return target.seeds();
    }

    @Override
    public List<String> dictionary() {
      return target.dictionary();
    }
  }
}
