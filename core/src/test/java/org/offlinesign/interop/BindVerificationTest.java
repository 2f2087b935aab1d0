package org.offlinesign.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Budgets;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import org.offlinesign.verify.Finding;
import org.offlinesign.verify.FindingKind;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Zones that dnssec-signzone signed, whole and damaged, in the eyes of the verifier. */
class BindVerificationTest {
  private static final List<String> ZONES =
      List.of(
          "below-dname.example",
          "case.example",
          "delegations.example",
          "empty-nonterminals.example",
          "occluded.example",
          "odd-names.example",
          "root",
          "wildcards.example");

  /** Fixed, so that a failure can be repeated. */
  private static final long SEED = 4035;

  private static final int MUTANTS_OF_A_ZONE = 8;

  private final CryptoProviders crypto = CryptoProviders.detect();
  private BindSigner bind;

  @TempDir Path folder;

  private void makeKeys(Algorithm algorithm) throws IOException, InterruptedException {
    bind = new BindSigner(Files.createDirectory(folder.resolve("bind")), algorithm);
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"RSASHA256", "ECDSAP256SHA256", "ECDSAP384SHA384", "ED25519", "ED448"})
  void zonesSignedByBindAreValid(Algorithm algorithm) throws Exception {
    makeKeys(algorithm);
    for (String name : ZONES) {
      Path signed = sign(name);
      VerificationReport report = verify(name, signed);
      assertThat(faults(report)).as(name).isEmpty();
      assertThat(report.figures().signatures()).as(name).isPositive();
    }
  }

  @Test
  void whatBindRefusesIsFound() throws Exception {
    makeKeys(Algorithm.RSASHA256);
    Program verifier = Peers.require("dnssec-verify");
    Random random = new Random(SEED);
    List<String> missed = new ArrayList<>();
    int refused = 0;
    for (String name : ZONES) {
      List<String> lines = Files.readAllLines(sign(name), StandardCharsets.ISO_8859_1);
      for (int i = 0; i < MUTANTS_OF_A_ZONE; i++) {
        Mutant mutant = Mutant.of(lines, random);
        Path file = folder.resolve("mutant");
        Files.write(file, mutant.lines(), StandardCharsets.ISO_8859_1);
        String zone = zone(name).toString();
        if (verifier.run(folder, "-o", zone, file.toString()).exitCode() != 0) {
          refused++;
          if (isClean(name, file)) {
            missed.add(name + ": " + mutant.change());
          }
        }
      }
    }
    assertThat(missed).isEmpty();
    assertThat(refused).isGreaterThan(ZONES.size() * MUTANTS_OF_A_ZONE / 2);
  }

  /** A zone with one record changed or left out. */
  private record Mutant(String change, List<String> lines) {
    static Mutant of(List<String> lines, Random random) {
      List<String> mutated = new ArrayList<>(lines);
      int at = random.nextInt(lines.size());
      while (lines.get(at).startsWith(";")) {
        at = random.nextInt(lines.size());
      }
      String line = lines.get(at);
      if (line.contains("RRSIG") && random.nextBoolean()) {
        mutated.set(at, flip(line));
        return new Mutant("flipped " + line, mutated);
      }
      mutated.remove(at);
      return new Mutant("dropped " + line, mutated);
    }

    private static String flip(String line) {
      int at = line.lastIndexOf(' ') + 1;
      char flipped = line.charAt(at) == 'A' ? 'B' : 'A';
      return line.substring(0, at) + flipped + line.substring(at + 1);
    }
  }

  private Path sign(String name) throws Exception {
    Path zones = Path.of("..", "testzones").toAbsolutePath().normalize();
    Path target = folder.resolve(name + ".signed");
    BindSigner.ZoneKeys keys = bind.keysOf(zone(name), folder.resolve(name + ".keys"));
    assertThat(bind.signs(zone(name), zones, name + ".zone", keys, target)).as(name).isTrue();
    return target;
  }

  private static DnsName zone(String name) {
    return name.equals("root") ? DnsName.ROOT : DnsName.of(name);
  }

  /** What policy and advice say of keys and TTLs is BIND's defaults, and no fault of the zone. */
  private static List<Finding> faults(VerificationReport report) {
    return report.findings().stream()
        .filter(finding -> finding.code().kind() == FindingKind.PROTOCOL)
        .toList();
  }

  private boolean isClean(String name, Path file) throws IOException {
    try {
      return faults(verify(name, file)).isEmpty();
    } catch (ZoneFileException e) {
      return false;
    }
  }

  private VerificationReport verify(String name, Path file) throws IOException, ZoneFileException {
    return new ZoneVerifier(crypto)
        .verify(
            VerificationRequest.builder(
                    ZoneFileSource.of(file),
                    ZoneFileOptions.builder(zone(name)).build(),
                    Budgets.in(folder))
                .at(BindSigner.VALIDITY.inception().plusSeconds(1))
                .build());
  }
}
