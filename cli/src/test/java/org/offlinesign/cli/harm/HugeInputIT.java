package org.offlinesign.cli.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.testing.Program;

/**
 * Hands the program a gigabyte of what is no zone, and measures its memory: it comes through a pipe
 * or is a file with holes, so that no disk fills.
 */
@EnabledOnOs(OS.LINUX)
class HugeInputIT {
  private static final int GIGABYTE = 1_000_000_000;
  private static final String ZONE = "$TTL 1h\n@ SOA ns.x. h.x. 1 3h 1h 2w 10m\n@ NS ns.x.\n";

  /** The heap, which is never made smaller, and what Java takes besides. */
  private static final long MOST_MEMORY = 200 << 20;

  /** Long enough for any machine; what never ends is not waited for. */
  private static final int MOST_SECONDS = 90;

  @TempDir Path folder;
  private Path executable;

  @BeforeEach
  void findTheProgram() throws IOException {
    executable = Path.of(System.getProperty("offlinesign.dist")).resolve("bin/offlinesign");
    Files.writeString(folder.resolve("good"), ZONE);
  }

  /** What is said over and over, and what comes before. */
  enum Garbage {
    RANDOM("", noise(), GIGABYTE),
    ZEROS("", "\0", GIGABYTE),
    NEWLINES("", "\n", GIGABYTE),
    ONE_LINE("", "a", GIGABYTE),
    ONE_COMMENT(";", "c", GIGABYTE),
    ONE_RECORD(ZONE + "@ TXT \"", "x", GIGABYTE / 2),
    STRINGS(ZONE + "@ TXT (", " x", GIGABYTE / 2),
    PARENTHESES("", "(", 10_000_000),
    PARENTHESES_ON_LINES("", "(\n", 20_000_000),
    DIRECTIVES(ZONE, "$TTL 300\n", GIGABYTE);

    private final String head;
    private final String word;
    private final long length;

    Garbage(String head, String word, long length) {
      this.head = head;
      this.word = word;
      this.length = length;
    }

    private static String noise() {
      byte[] octets = new byte[1 << 20];
      new Random(1).nextBytes(octets);
      return new String(octets, StandardCharsets.ISO_8859_1);
    }

    /** Writes it as far as somebody reads. */
    void writeTo(OutputStream out) {
      byte[] block = word.repeat((1 << 20) / word.length()).getBytes(StandardCharsets.ISO_8859_1);
      try (out) {
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        for (long written = 0; written < length; written += block.length) {
          out.write(block);
        }
      } catch (IOException nobodyReadsOn) {
        assertThat(nobodyReadsOn).hasMessageMatching("(?i).*(broken pipe|stream closed).*");
      }
    }
  }

  private record Outcome(int exitCode, long mostMemory, String said) {}

  private Outcome run(Garbage garbage, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .putAll(Map.of("OFFLINESIGN_KEYSTORE", "keys.p12", "OFFLINESIGN_PASSWORD", "secret"));
    Path said = folder.resolve("said");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      Thread writer = new Thread(() -> garbage.writeTo(process.getOutputStream()));
      writer.start();
      long most = watch(process);
      assertThat(process.isAlive()).as("it hangs").isFalse();
      writer.join();
      return new Outcome(
          process.exitValue(), most, Files.readString(said, StandardCharsets.ISO_8859_1));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Waits for a process and returns the most memory that it has had, in octets. */
  private static long watch(Process process) throws Exception {
    long most = 0;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!process.waitFor(10, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
      most = Math.max(most, peak(process.pid()));
    }
    return most;
  }

  private static long peak(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException | java.io.UncheckedIOException itHasEnded) {
      return 0;
    }
  }

  private static void assertRefused(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.said()).isEqualTo(1);
    assertThat(outcome.said()).contains("error").doesNotContain("OutOfMemory", "Exception");
    assertThat(outcome.mostMemory()).isBetween(20L << 20, MOST_MEMORY);
  }

  @ParameterizedTest
  @EnumSource(Garbage.class)
  void checkzoneRefusesGarbage(Garbage garbage) throws Exception {
    assertRefused(run(garbage, List.of("checkzone", "--zone", "x", "--memory", "64m", "-")));
  }

  static List<Arguments> commandsAndGarbage() {
    List<Arguments> all = new ArrayList<>();
    for (String command :
        List.of(
            "signzone --zone x --input - --output out --signkey K --memory 64m",
            "verifyzone --zone x --memory 64m -",
            "comparezones --zone x --memory 64m - good",
            "unsignzone --zone x --input - --output out")) {
      for (Garbage garbage : List.of(Garbage.ONE_RECORD, Garbage.PARENTHESES)) {
        all.add(Arguments.of(command, garbage));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("commandsAndGarbage")
  void everyCommandThatReadsAZoneRefusesGarbage(String command, Garbage garbage) throws Exception {
    if (command.startsWith("signzone")) {
      new Program(executable)
          .with(Map.of("OFFLINESIGN_KEYSTORE", "keys.p12", "OFFLINESIGN_PASSWORD", "secret"))
          .run(folder, "genkey", "--zone", "x", "--alg", "13", "--friendlyname", "K")
          .orFail();
    }
    assertRefused(run(garbage, Arrays.asList(command.split(" "))));
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }

  @Test
  void aNameOfAMillionRecordsIsRefused() throws Exception {
    Files.writeString(folder.resolve("large"), ZONE + "$GENERATE 1-1000000 large TXT $\n");
    Outcome outcome =
        run(
            Garbage.PARENTHESES,
            List.of("comparezones", "--zone", "x", "--memory", "64m", "large", "good"));
    assertRefused(outcome);
    assertThat(outcome.said()).contains("large:4:1: error: expected at most 4 MiB of records");
  }

  @ParameterizedTest
  @MethodSource("filesOfStrangers")
  void filesThatAreHeldAreNotOfAnySize(List<String> arguments) throws Exception {
    for (String name : List.of("huge", "huge.key", "huge.private", "huge.pem", "huge.p12")) {
      try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
        if (name.endsWith(".pem")) {
          file.writeBytes("-----BEGIN PRIVATE KEY-----\n");
        } else if (name.endsWith(".p12")) {
          file.write(0x30);
        }
        file.setLength(GIGABYTE);
      }
    }
    Outcome outcome = run(Garbage.PARENTHESES, arguments);
    assertThat(outcome.exitCode()).as(outcome.said()).isBetween(1, 4);
    assertThat(outcome.said()).contains("huge").doesNotContain("OutOfMemory", "Exception");
    assertThat(outcome.mostMemory()).isBetween(20L << 20, 3 * MOST_MEMORY);
  }

  static List<List<String>> filesOfStrangers() {
    return List.of(
        List.of("importkey", "huge.key"),
        List.of("importkey", "huge.pem"),
        List.of("importkey", "huge.p12"),
        List.of("listkeys", "--password-file", "huge", "--keystore", "huge.p12"),
        List.of("checkzone", "--zone", "x", "--policy", "huge", "good"),
        List.of("dsset", "--zone", "x", "--from", "huge"),
        List.of("unsignzone", "--zone", "x", "--input", "huge", "--output", "out"));
  }
}
