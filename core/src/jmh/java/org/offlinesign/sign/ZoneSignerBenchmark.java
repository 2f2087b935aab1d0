package org.offlinesign.sign;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.ReleaseCheck;
import org.offlinesign.name.DnsName;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Signs and verifies whole zones with ECDSA P-256 in a process that has compiled all it needs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 7)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class ZoneSignerBenchmark {
  private static final DnsName ZONE = DnsName.of("bench.test");
  private static final long SORT_OCTETS = 1L << 30;
  private static final String HEAD =
      """
      $ORIGIN bench.test.
      $TTL 3600
      @ SOA ns1 hostmaster 1 7200 3600 1209600 900
      @ NS ns1
      ns1 A 192.0.2.1
      """;

  /** {@code hosts}, which are all signed with NSEC, or {@code delegations}, NSEC3 with opt-out. */
  @Param({"hosts", "delegations"})
  public String kind;

  private final CryptoProviders providers =
      CryptoProviders.detect().checking(ReleaseCheck.WHERE_A_FAULT_REVEALS_THE_KEY);
  private final List<KeyUse> keys = new ArrayList<>();
  private Path folder;
  private Path input;
  private Path output;

  /** Writes the zone, makes its keys and signs it once, so that it can be verified. */
  @Setup
  public void makeZone() throws Exception {
    folder = Files.createTempDirectory("benchmark");
    input = folder.resolve("zone");
    output = folder.resolve("zone.signed");
    try (Writer text = Files.newBufferedWriter(input, StandardCharsets.US_ASCII)) {
      text.write(HEAD);
      int names = kind.equals("hosts") ? 20_000 : 1_000_000;
      for (int i = 0; i < names; i++) {
        // Neighbours in the file are far apart in canonical order.
        String name = "name" + Long.toString(i * 7_919L % 1_000_003, Character.MAX_RADIX);
        text.write(kind.equals("hosts") ? host(name, i) : delegation(name, i));
      }
    }
    for (KeyRole role : KeyRole.values()) {
      KeySpec spec = KeySpec.of(Algorithm.ECDSAP256SHA256, role);
      keys.add(
          KeyUse.signing(
              new KeyGenerator(providers).generate(ZONE, spec, List.of()), SigningScope.BY_ROLE));
    }
    sign();
  }

  private static String host(String name, int i) {
    String address = name + " A 192.0.2." + i % 256 + "\n";
    return i % 3 == 0 ? address + name + " AAAA 2001:db8::" + i % 256 + "\n" : address;
  }

  private static String delegation(String name, int i) {
    String host = ".host" + i % 20_000 + ".example.\n";
    return name + " NS ns1" + host + name + " NS ns2" + host;
  }

  /** Removes the files. */
  @TearDown
  public void removeFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Reads, signs and writes. */
  @Benchmark
  public SigningReport sign() throws Exception {
    SigningRequest.Builder request =
        SigningRequest.builder(ZONE, ZoneFileSource.of(input), output, budget())
            .keys(keys)
            .keySets(KeySetPolicy.in(folder));
    if (kind.equals("delegations")) {
      request.denial(new Nsec3(Nsec3Parameters.RFC_9276, true));
    }
    return new ZoneSigner(providers, Clock.systemUTC()).sign(request.build());
  }

  /** Reads what was signed, and checks it. */
  @Benchmark
  public VerificationReport verify() throws IOException, ZoneFileException {
    ZoneFileOptions reading = ZoneFileOptions.builder(ZONE).build();
    return new ZoneVerifier(providers)
        .verify(VerificationRequest.builder(ZoneFileSource.of(output), reading, budget()).build());
  }

  private SortBudget budget() {
    return new SortBudget(SORT_OCTETS, folder, Runtime.getRuntime().availableProcessors());
  }
}
