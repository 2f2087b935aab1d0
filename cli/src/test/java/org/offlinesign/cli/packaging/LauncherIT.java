package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.testing.Program;

/** Runs the packaged launchers with a stand-in for java that prints the arguments it was given. */
class LauncherIT {
  private static final Path TREE = Path.of(System.getProperty("offlinesign.dist"));

  @TempDir Path folder;
  private Path bin;

  @BeforeEach
  void copyTheLaunchersToAPlaceWithABlankInItsName() throws IOException {
    bin = folder.resolve("a copy").resolve("bin");
    FileUtils.copyDirectory(TREE.resolve("bin").toFile(), bin.toFile());
    for (String name : List.of("offlinesign", "dnscmd")) {
      Files.setPosixFilePermissions(
          bin.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"offlinesign", "dnscmd"})
  void theJavaIsToldUnderWhichNameItWasStarted(String name) throws Exception {
    assertThat(arguments(run(bin.resolve(name), javaHome("17.0.15"))))
        .contains("-Dofflinesign.launcher=" + name, "org.offlinesign.cli.Main");
  }

  @Test
  void argumentsArriveAsTheyWereTyped() throws Exception {
    Program.Outcome outcome =
        run(bin.resolve("offlinesign"), javaHome("17.0.15"), "two words", "", "*", "/input");
    assertThat(arguments(outcome)).endsWith("two words", "", "*", "/input");
  }

  @Test
  void theLibrariesAreThoseBesideTheLauncherHoweverItIsReached() throws Exception {
    Path relative = Files.createSymbolicLink(bin.resolve("link"), Path.of("offlinesign"));
    Path absolute = Files.createSymbolicLink(folder.resolve("offlinesign"), relative);
    String jar = bin.resolveSibling("lib").resolve("offlinesign.jar").toString();
    assertThat(arguments(run(absolute, javaHome("17.0.15"))))
        .anyMatch(argument -> argument.endsWith(":" + jar));
  }

  @Test
  void optionsForTheJvmAreSplitAtBlanksAndNotGlobbed() throws Exception {
    Map<String, String> environment = new HashMap<>(javaHome("17.0.15"));
    environment.put("OFFLINESIGN_JAVA_OPTS", "-Xmx96m -Dpattern=*");
    assertThat(arguments(run(bin.resolve("offlinesign"), environment)))
        .contains("-Xmx96m", "-Dpattern=*");
  }

  @ParameterizedTest
  @CsvSource({
    "--memory 256m, -Xmx256m",
    "--memory=2G, -Xmx2048m",
    "--memory 268435456, -Xmx256m",
    "--memory 1MiB, -Xmx64m",
    "--memory 1073741824, -Xmx1024m",
    "--memory 1073741824B, -Xmx1024m",
    "--memory 000000001073741824, ''",
    "--memory 1234567890123456, ''",
    "--memory lots, ''",
    "--memory 0100m, ''",
    "--memory, ''",
    "--input --memory --output 256m, ''"
  })
  void theHeapIsAsLargeAsMemoryAllows(String line, String flag) throws Exception {
    Program.Outcome outcome = run(bin.resolve("offlinesign"), javaHome("17.0.15"), line.split(" "));
    assertThat(arguments(outcome))
        .filteredOn(argument -> argument.startsWith("-Xmx"))
        .containsExactlyElementsOf(flag.isEmpty() ? List.of() : List.of(flag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999g", "999999999999999g", "9T", "999999999999999TiB"})
  @EnabledOnOs(OS.LINUX)
  void theHeapIsNoLargerThanTheMachine(String size) throws Exception {
    String machine = Files.readAllLines(Path.of("/proc/meminfo")).get(0);
    long kilobytes = Long.parseLong(machine.replaceAll("^MemTotal: *| kB$", ""));
    assertThat(arguments(run(bin.resolve("offlinesign"), javaHome("17.0.15"), "--memory", size)))
        .contains("-Xmx" + kilobytes / 1024 + "m");
  }

  @Test
  void moreMemoryThanThereIsMakesNoJavaCrash() throws Exception {
    Files.writeString(
        folder.resolve("db"),
        "@ 60 SOA ns.example.net. h.example.net. 1 2 3 4 5\n@ 60 NS ns.example.net.\n");
    String[] check = {"checkzone", "--zone", "example", "--memory", "9999g", "db"};
    Program.Outcome outcome =
        run(
            TREE.resolve("bin/offlinesign"),
            Map.of("JAVA_HOME", System.getProperty("java.home")),
            check);
    assertThat(outcome.orFail().stderr() + outcome.stdout()).contains("example.: 0 errors");
    assertThat(folder.toFile().list())
        .doesNotContain("core")
        .noneMatch(n -> n.startsWith("hs_err"));
  }

  @Test
  void aCollectorThatIsAskedForReplacesTheUsualOne() throws Exception {
    Map<String, String> environment = new HashMap<>(javaHome("17.0.15"));
    environment.put("OFFLINESIGN_JAVA_OPTS", "-Xmx96m -XX:+UseSerialGC");
    assertThat(arguments(run(bin.resolve("offlinesign"), environment)))
        .contains("-XX:+UseSerialGC")
        .doesNotContain("-XX:+UseParallelGC");
  }

  @ParameterizedTest
  @CsvSource({
    "version, true",
    "listkeys --zone example, true",
    "signzone --input small --output new, true",
    "signzone --input=small, true",
    "signzone --input large, false",
    "signzone --input=large, false",
    "signzone --input small --output large, true",
    "signzone --output=large --input small, true",
    "signzone --output small --input large, false",
    "signzone --input small --output, true",
    "signzone --input -, false",
    "verifyzone --zone example, false",
    "verifyzone --zone example small, true",
    "comparezones small large, false",
    "batch lines, true",
    "batch --jobs 3 lines, true",
    "batch large-lines, false",
    "batch -, false",
    "/OfflineSign /SignZone /Input large, false",
    "/OfflineSign /SignZone /Input=large, false",
    "genkey --friendlyname ( ! -name * ) ;, true"
  })
  void theOptimizingCompilerWorksForLargeFilesAlone(String line, boolean isLittle)
      throws Exception {
    Files.write(folder.resolve("small"), new byte[1024 * 1024]);
    Files.write(folder.resolve("large"), new byte[1024 * 1024 + 1]);
    Files.writeString(folder.resolve("lines"), "signzone --input small\n".repeat(50_000));
    Files.writeString(folder.resolve("large-lines"), "signzone --input large\n".repeat(50));
    List<String> arguments =
        arguments(run(bin.resolve("offlinesign"), javaHome("17.0.15"), line.split(" ")));
    assertThat(arguments.contains("-XX:TieredStopAtLevel=1")).isEqualTo(isLittle);
    assertThat(arguments.contains("-XX:Tier4InvocationThreshold=100000")).isEqualTo(!isLittle);
    assertThat(arguments).endsWith(line.split(" "));
  }

  @Test
  void optionsForTheJvmStandBehindThoseThatTheLauncherHasChosen() throws Exception {
    Map<String, String> environment = new HashMap<>(javaHome("17.0.15"));
    environment.put("OFFLINESIGN_JAVA_OPTS", "-XX:TieredStopAtLevel=4");
    assertThat(arguments(run(bin.resolve("offlinesign"), environment, "version")))
        .containsSubsequence("-XX:TieredStopAtLevel=1", "-XX:TieredStopAtLevel=4");
  }

  @Test
  void aPlaceWithAColonInItsNameIsRefused() throws Exception {
    Path split = folder.resolve("c:x");
    FileUtils.copyDirectory(bin.toFile(), split.resolve("bin").toFile());
    Path launcher = split.resolve("bin/offlinesign");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    Program.Outcome outcome = run(launcher, javaHome("17.0.15"), "version");
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.stderr())
        .startsWith("offlinesign: error: ")
        .contains(split.toRealPath() + ", whose name has a colon");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_402, 8", "11.0.22, 11", "16, 16"})
  void anOldJavaIsRefusedByItsVersion(String version, String major) throws Exception {
    Program.Outcome outcome = run(bin.resolve("offlinesign"), javaHome(version));
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.stderr())
        .startsWith("offlinesign: error: ")
        .contains("is Java " + major + ",", "Java 17 or later");
  }

  @ParameterizedTest
  @CsvSource({"17.0.15, 0", "21-ea, 0", "22, 1", "25.0.3, 1"})
  void nativeAccessIsAskedForWhereJavaWouldWarn(String version, int times) throws Exception {
    assertThat(arguments(run(bin.resolve("offlinesign"), javaHome(version))))
        .filteredOn("--enable-native-access=ALL-UNNAMED"::equals)
        .hasSize(times);
  }

  @Test
  void aJavaWithoutAReleaseFileIsAsked() throws Exception {
    Map<String, String> environment = javaHome("11.0.22");
    Files.delete(Path.of(environment.get("JAVA_HOME"), "release"));
    Program.Outcome outcome = run(bin.resolve("dnscmd"), environment);
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.stderr()).startsWith("dnscmd: error: ").contains("is Java 9,");
  }

  @Test
  void aJavaHomeWithoutAJavaIsNamed() throws Exception {
    Program.Outcome outcome =
        run(bin.resolve("offlinesign"), Map.of("JAVA_HOME", folder.toString()));
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.stderr()).contains("JAVA_HOME is " + folder);
  }

  @Test
  void aMachineWithoutJavaIsToldWhatToInstall() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Program.Outcome outcome =
        run(bin.resolve("offlinesign"), Map.of("JAVA_HOME", "", "PATH", empty.toString()));
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.stderr()).contains("no Java found", "Java 17 or later");
  }

  @Test
  void theTreeHoldsEveryJarThatTheManifestNames() throws Exception {
    Path lib = TREE.resolve("lib");
    try (var jar = new JarFile(lib.resolve("offlinesign.jar").toFile())) {
      String classPath = jar.getManifest().getMainAttributes().getValue("Class-Path");
      assertThat(classPath.split(" "))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(lib.resolve(name)).isRegularFile());
    }
  }

  /** Makes a JAVA_HOME of the given version, whose java claims version 9 when it is asked. */
  private Map<String, String> javaHome(String version) throws IOException {
    Path home = folder.resolve("java");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "9.0.4"' >&2
          exit
        fi
        for argument in "$@"; do
          echo "[$argument]"
        done
        """);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
    return Map.of("JAVA_HOME", home.toString());
  }

  private Program.Outcome run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return new Program(launcher).with(environment).run(folder, arguments);
  }

  private static List<String> arguments(Program.Outcome outcome) {
    return outcome
        .orFail()
        .stdout()
        .lines()
        .map(line -> line.substring(1, line.length() - 1))
        .toList();
  }
}
