package org.offlinesign.denial;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.concurrent.TimeUnit;
import org.offlinesign.name.DnsName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Hashes of names for an NSEC3 chain without salt and iterations, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Nsec3HasherBenchmark {
  private static final int NAMES = 1024;

  private final Nsec3Hasher hasher = new Nsec3Hasher(Nsec3Parameters.RFC_9276);
  private final MessageDigest sha1;
  private final byte[][] names = new byte[NAMES][];
  private final byte[] hash = new byte[Nsec3Hasher.HASH_OCTETS];
  private int next;

  /** Makes the names. */
  public Nsec3HasherBenchmark() {
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    for (int i = 0; i < NAMES; i++) {
      names[i] = DnsName.of("somename" + i + ".bench.test").toWire();
    }
  }

  private byte[] name() {
    next = (next + 1) % NAMES;
    return names[next];
  }

  /** The digest alone. */
  @Benchmark
  public byte[] bareSha1() throws GeneralSecurityException {
    sha1.update(name());
    sha1.digest(hash, 0, hash.length);
    return hash;
  }

  /** As the chain is made. */
  @Benchmark
  public byte[] hash() {
    byte[] name = name();
    hasher.hash(name, 0, name.length, hash, 0);
    return hash;
  }
}
