package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.sign.SigningFixture.NOW;
import static org.offlinesign.sign.SigningFixture.ZONE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileSource;

/** Signing with a previous output takes memory that does not grow with the zone. */
class PreviousOutputMemoryTest {
  /** The signed zone of so many names is larger than the heap. */
  private static final int NAMES = 60_000;

  private static final int HEAP_MEGABYTES = 24;

  @TempDir Path folder;

  @Test
  @Timeout(180)
  void aZoneLargerThanTheHeapKeepsItsSignatures() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SigningTwice.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(process.inputReader().lines()).containsExactly("kept 0", "kept " + (2 * NAMES + 6));
    assertThat(process.waitFor()).isZero();
    assertThat(Files.size(folder.resolve("first.zone"))).isGreaterThan(HEAP_MEGABYTES << 20);
  }

  /** Signs a zone, changes one address, and signs it again. */
  static final class SigningTwice {
    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      List<KeyUse> keys = SigningFixture.keysOnP256();
      writeZone(folder, "192.0.2.1");
      sign(folder, "first.zone", keys);
      writeZone(folder, "192.0.2.2");
      sign(folder, "second.zone", keys);
    }

    private static void writeZone(Path folder, String address) throws IOException {
      try (BufferedWriter zone = Files.newBufferedWriter(folder.resolve("zone"))) {
        zone.write(
            "$TTL 300\n@ SOA ns admin 7 3600 900 604800 60\n@ NS ns\nns A " + address + "\n");
        for (int i = 0; i < NAMES; i++) {
          zone.write("a-host-whose-name-is-neither-long-nor-short-" + i + " A 192.0.2.1\n");
        }
      }
    }

    private static void sign(Path folder, String output, List<KeyUse> keys) throws Exception {
      SigningRequest request =
          SigningRequest.builder(
                  ZONE,
                  ZoneFileSource.of(folder.resolve("zone")),
                  folder.resolve(output),
                  new SortBudget(4 << 20, folder, 2))
              .keys(keys)
              .validity(new Validity(NOW.minusSeconds(60), NOW.plus(Duration.ofDays(20))))
              .serialPolicy(SerialPolicy.KEEP)
              .keySets(KeySetPolicy.in(folder))
              .previous(
                  output.equals("first.zone") ? List.of() : List.of(folder.resolve("first.zone")))
              .build();
      SigningReport report = SigningFixture.signer().sign(request);
      System.out.println("kept " + report.renewal().kept());
    }
  }
}
