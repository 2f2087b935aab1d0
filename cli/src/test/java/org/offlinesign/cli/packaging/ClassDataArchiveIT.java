package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Program;

/** The archive of the packaged tree: whatever becomes of it, commands do what they do without. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ClassDataArchiveIT {
  private static final Path TREE = Path.of(System.getProperty("offlinesign.dist"));
  private static final Path JAVA = Path.of(System.getProperty("java.home"));
  private static final Path JAVA_25 = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");
  // The JVM says "sharing" where it uses an archive, and "emulated-client" with the quick compiler
  // alone.
  private static final String SHOW_ARCHIVE = "-XshowSettings:properties";
  private static final String IN_USE = "java.vm.info = mixed mode, emulated-client, sharing";

  private static final String NO_ARCHIVE = "no class data archive: ";

  @TempDir Path folder;
  private Path tree;

  @BeforeEach
  void copyTheTree() throws IOException {
    tree = folder.resolve("copy");
    FileUtils.copyDirectory(TREE.toFile(), tree.toFile(), true);
    assertThat(launcher().toFile().setExecutable(true, false)).isTrue();
  }

  @Test
  void packagingMakesOneForTheJavaThatBuilds() throws Exception {
    assertThat(archives(TREE)).isNotEmpty().allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(failures(TREE)).isEmpty();
    assertThat(run(TREE.resolve("bin/offlinesign"), JAVA, SHOW_ARCHIVE).stderr()).contains(IN_USE);
  }

  /** What one Java has recorded, each other has to understand. */
  @Test
  void packagingWithAnotherJavaMakesArchivesForBoth() throws Exception {
    assumeTrue(Files.isDirectory(JAVA_25), "there is no " + JAVA_25);
    new Program(Path.of("/bin/sh"))
        .with(Map.of("JAVA_HOME", JAVA_25.toString()))
        .run(
            folder, Path.of("src/main/build/record-start").toRealPath().toString(), tree.toString())
        .orFail();
    start(JAVA);
    assertThat(failures(tree)).isEmpty();
    assertThat(archives(tree)).hasSize(2).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(run(launcher(), JAVA_25, SHOW_ARCHIVE).stderr()).contains(IN_USE);
    assertThat(run(launcher(), JAVA, SHOW_ARCHIVE).stderr()).contains(IN_USE);
  }

  @Test
  void aCopiedTreeMakesItsOwnAtItsFirstStart() throws Exception {
    assertThat(start(JAVA)).isEqualTo(start(JAVA));
    assertThat(run(launcher(), JAVA, SHOW_ARCHIVE).stderr()).contains(IN_USE);
    Path place =
        archives(tree).get(0).resolveSibling(archives(tree).get(0).getFileName() + ".place");
    assertThat(place).hasContent(tree.toRealPath().toString());
  }

  /** Java 17 takes no classes of jars in such a place into an archive, but all goes on. */
  @Test
  void aPlaceMayHaveABlankInItsName() throws Exception {
    String expected = start(JAVA);
    Path there = folder.resolve("another copy");
    Files.move(tree, there);
    tree = there;
    assertThat(start(JAVA)).isEqualTo(expected).isEqualTo(start(JAVA));
    assertThat(run(launcher(), JAVA, SHOW_ARCHIVE).stderr()).contains(IN_USE);
  }

  @Test
  void anotherJavaMakesAnotherAndLeavesTheFirst() throws Exception {
    assumeTrue(Files.isDirectory(JAVA_25), "there is no " + JAVA_25);
    start(JAVA);
    List<Path> before = archives(tree);
    assertThat(start(JAVA_25)).contains("Java            25");
    assertThat(archives(tree)).hasSize(before.size() + 1).containsAll(before);
    assertThat(run(launcher(), JAVA_25, SHOW_ARCHIVE).stderr()).contains(IN_USE);
  }

  @Test
  void aDamagedArchiveIsDeletedAndMadeAnew() throws Exception {
    String expected = start(JAVA);
    Path archive = archives(tree).get(0);
    Files.delete(archive);
    Files.writeString(archive, "no archive");
    assertThat(start(JAVA)).isEqualTo(expected);
    assertThat(archive).doesNotExist();
    assertThat(start(JAVA)).isEqualTo(expected);
    assertThat(run(launcher(), JAVA, SHOW_ARCHIVE).stderr()).contains(IN_USE);
  }

  @Test
  void anArchiveOfJarsThatWereReplacedIsDeleted() throws Exception {
    String expected = start(JAVA);
    Path archive = archives(tree).get(0);
    FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
    Files.setLastModifiedTime(tree.resolve("lib/offlinesign.jar"), later);
    assertThat(start(JAVA)).isEqualTo(expected);
    assertThat(archive).doesNotExist();
  }

  @Test
  void anArchiveThatOptionsOfTheUserDoNotFitToStays() throws Exception {
    String expected = start(JAVA);
    Path archive = archives(tree).get(0);
    assertThat(run(launcher(), JAVA, "-XX:-UseCompressedOops").stdout()).isEqualTo(expected);
    assertThat(archive).exists();
  }

  /** From 32 GB on a heap has other references, which no archive for a smaller one fits to. */
  @Test
  void anArchiveThatTheHeapAskedForMayNotFitToStays() throws Exception {
    start(JAVA);
    Path archive = archives(tree).get(0);
    Files.delete(archive);
    Files.writeString(archive, "no archive");
    checkZone("--memory", "64m").orFail();
    assertThat(archive).exists();
    checkZone().orFail();
    assertThat(archive).doesNotExist();
  }

  @Test
  void whereNothingCanBeWrittenCommandsRunAllTheSame() throws Exception {
    String expected = start(JAVA);
    for (Path file : archives(tree)) {
      Files.delete(file);
    }
    Path start = tree.resolve("lib/start");
    Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("r-xr-xr-x"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(asNobody(launcher()).lines())
        .contains("  slow start      " + NO_ARCHIVE + start.toRealPath() + " cannot be written to")
        .containsAll(expected.lines().toList());
    assertThat(archives(tree)).isEmpty();
    Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aJavaThatMakesNoneIsNotAskedAgain() throws Exception {
    Files.writeString(tree.resolve("lib/start/classes.list"), "no/such/Class @garbage: x\n");
    String expected = start(JAVA);
    assertThat(expected).contains(NO_ARCHIVE + "Java made none, see ");
    assertThat(archives(tree)).isEmpty();
    List<Path> failures = failures(tree);
    assertThat(failures)
        .singleElement()
        .satisfies(log -> assertThat(log).content().contains("classes.list"));
    FileTime made = Files.getLastModifiedTime(failures.get(0));
    assertThat(start(JAVA)).isEqualTo(expected);
    assertThat(Files.getLastModifiedTime(failures.get(0))).isEqualTo(made);
    assertThat(archives(tree)).isEmpty();
  }

  @Test
  void aJavaThatWasKilledMakesItNextTime() throws Exception {
    for (Path file : archives(tree)) {
      Files.delete(file);
    }
    assertThat(start(javaThatFirst("kill -9 $$")))
        .contains(NO_ARCHIVE + "making one was cut short, the next start tries again");
    assertThat(failures(tree)).isEmpty();
    assertThat(archives(tree)).isEmpty();
    assertThat(start(JAVA)).doesNotContain(NO_ARCHIVE);
    assertThat(archives(tree)).hasSize(1);
    assertThat(run(launcher(), JAVA, SHOW_ARCHIVE).stderr()).contains(IN_USE);
  }

  @Test
  void anArchiveThatSomebodyHasDeletedIsMadeAnew() throws Exception {
    start(JAVA);
    Path archive = archives(tree).get(0);
    Files.delete(archive);
    start(JAVA);
    assertThat(archive).isNotEmptyFile();
  }

  @Test
  void firstStartsAtTheSameTimeDoNotDisturbOneAnother() throws Exception {
    List<Future<String>> results = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (int i = 0; i < 3; i++) {
        Callable<String> first = () -> start(JAVA);
        results.add(threads.submit(first));
      }
      String expected = start(JAVA);
      for (Future<String> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
    try (Stream<Path> files = Files.list(tree.resolve("lib/start"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(
              name -> name.endsWith(".jsa") || name.endsWith(".place") || name.endsWith(".list"));
    }
    assertThat(run(launcher(), JAVA, SHOW_ARCHIVE).stderr()).contains(IN_USE);
  }

  /** Starts in two containers may have the same number. */
  @Test
  void eachStartMakesItInAFolderOfItsOwn() throws Exception {
    Path calls = folder.resolve("calls");
    Path java = javaThatFirst("echo \"${argument#*=}\" >>'" + calls + "'");
    start(java);
    Files.delete(archives(tree).get(0));
    start(java);
    List<String> parts = Files.readAllLines(calls);
    assertThat(parts)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(part -> part.matches(".*/lib/start/part\\.[^/]{6}/jsa"));
    assertThat(parts).allSatisfy(part -> assertThat(Path.of(part).getParent()).doesNotExist());
  }

  @Test
  void whatAKilledStartHasLeftIsSweptAfterAnHour() throws Exception {
    Path left = Files.createDirectory(tree.resolve("lib/start/part.killed"));
    Path recent = Files.createDirectory(tree.resolve("lib/start/part.recent"));
    Files.writeString(left.resolve("jsa"), "half");
    Files.setLastModifiedTime(
        left, FileTime.fromMillis(System.currentTimeMillis() - 2 * 60 * 60_000));
    start(JAVA);
    assertThat(left).doesNotExist();
    assertThat(recent).exists();
  }

  /** Returns the home of a Java that does something else first when it is to make an archive. */
  private Path javaThatFirst(String action) throws IOException {
    Path home = Files.createDirectories(folder.resolve("java"));
    Files.copy(JAVA.resolve("release"), home.resolve("release"));
    Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        case " $* " in
          *' -Xshare:dump '*)
            for argument; do
              case $argument in
                -XX:SharedArchiveFile=*) %s ;;
              esac
            done
            ;;
        esac
        exec '%s' "$@"
        """
            .formatted(action, JAVA.resolve("bin/java")));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private Path launcher() {
    return tree.resolve("bin/offlinesign");
  }

  /** Returns what a command prints, which prints nothing else and nothing on stderr. */
  private String start(Path javaHome) throws IOException, InterruptedException {
    Program.Outcome outcome = run(launcher(), javaHome, "").orFail();
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.stdout()).startsWith("offlinesign ").contains("ECDSAP256SHA256 Amazon");
    return outcome.stdout();
  }

  private Program.Outcome run(Path launcher, Path javaHome, String options)
      throws IOException, InterruptedException {
    return new Program(launcher)
        .with(Map.of("JAVA_HOME", javaHome.toString(), "OFFLINESIGN_JAVA_OPTS", options))
        .run(folder, "version", "-v")
        .orFail();
  }

  private Program.Outcome checkZone(String... options) throws IOException, InterruptedException {
    Path zone = folder.resolve("db.example");
    Files.writeString(
        zone, "@ 60 SOA ns.example.net. h.example.net. 1 2 3 4 5\n@ 60 NS ns.example.net.\n");
    List<String> arguments = new ArrayList<>(List.of("checkzone", "--zone", "example"));
    arguments.addAll(List.of(options));
    arguments.add(zone.toString());
    return new Program(launcher())
        .with(Map.of("JAVA_HOME", JAVA.toString()))
        .run(folder, arguments.toArray(String[]::new));
  }

  /** Runs as somebody whom permissions hold back; root is not. */
  private String asNobody(Path launcher) throws IOException, InterruptedException {
    Path setpriv = Path.of("/usr/bin/setpriv");
    boolean isRoot = System.getProperty("user.name").equals("root");
    assumeTrue(!isRoot || Files.isExecutable(setpriv), "there is no " + setpriv);
    if (!isRoot) {
      return start(JAVA);
    }
    return new Program(setpriv)
        .with(Map.of("JAVA_HOME", JAVA.toString()))
        .run(
            folder,
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            launcher.toString(),
            "version",
            "-v")
        .orFail()
        .stdout();
  }

  private static List<Path> archives(Path tree) throws IOException {
    return files(tree, ".jsa");
  }

  /** Returns what Javas have said that could not make an archive. */
  private static List<Path> failures(Path tree) throws IOException {
    return files(tree, ".log");
  }

  private static List<Path> files(Path tree, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(tree.resolve("lib/start"))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
