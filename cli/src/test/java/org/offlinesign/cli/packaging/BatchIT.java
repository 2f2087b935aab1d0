package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Program;

/** Runs a batch as a process of its own. */
class BatchIT {
  private static final int ZONES = 40;

  @TempDir Path folder;
  private Program offlinesign;

  @BeforeEach
  void findTheProgram() {
    offlinesign =
        new Program(Path.of(System.getProperty("offlinesign.dist")).resolve("bin/offlinesign"))
            .with(
                Map.of(
                    "OFFLINESIGN_KEYSTORE", "keys.p12",
                    "OFFLINESIGN_PASSWORD", "secret",
                    "OFFLINESIGN_JAVA_OPTS", "-Xmx64m"));
  }

  @Test
  void manyZonesAreSignedFromStdinInASmallHeapAndTheBadOneIsNamed() throws Exception {
    for (int i = 0; i < ZONES; i++) {
      Files.writeString(
          folder.resolve("z" + i), "$TTL 1h\n@ SOA ns.x. h.x. 1 3h 1h 2w 10m\n@ NS ns.x.\n");
    }
    Files.writeString(folder.resolve("z7"), "@ SOA\n");
    offlinesign.run(folder, "genkey", "--zone", "x", "--alg", "13", "--friendlyname", "K").orFail();
    String lines =
        IntStream.range(0, ZONES)
            .mapToObj(
                i ->
                    "genkey --zone z%1$d --alg 13 --flags KSK --friendlyname K%1$d%n".formatted(i)
                        + "signzone --zone z%1$d --input z%1$d --output s%1$d".formatted(i)
                        + " --signkey-allrr K%d%n".formatted(i))
            .collect(Collectors.joining());
    Program.Outcome outcome =
        offlinesign.run(
            folder, lines.getBytes(StandardCharsets.UTF_8), List.of("batch", "-", "--jobs", "8"));
    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.stdout().lines()).hasSize(2 * ZONES);
    assertThat(outcome.stdout()).contains("<stdin>:16: failed with 1: signzone z7. (");
    assertThat(outcome.stderr())
        .contains("<stdin>:16: z7:1:", "failed:\n  <stdin>:16: signzone z7.\n")
        .contains("<stdin>: 79 done, 1 failed in ");
    for (int i = 0; i < ZONES; i++) {
      assertThat(Files.exists(folder.resolve("s" + i))).isEqualTo(i != 7);
    }
  }
}
