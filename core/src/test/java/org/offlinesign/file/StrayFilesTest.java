package org.offlinesign.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.testing.Peers;

/** What processes that were killed have left, and what those that live are writing. */
class StrayFilesTest {
  private static final byte[] NEW = "new".getBytes(US_ASCII);
  private static final String STRAY = ".zone.offlinesign-0123456789abcdef";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {STRAY, "offlinesign-00000000000000ff", ".a.b.c.offlinesign-abcdefabcdefabcd"})
  void theNextFileInTheFolderRemovesThem(String stray) throws Exception {
    Files.write(folder.resolve(stray), NEW);
    AtomicOutput.write(folder.resolve("other"), NEW, FileWitness.NONE);
    assertThat(entries()).containsExactly("other");
  }

  @Test
  void aTemporaryFileRemovesThem() throws Exception {
    Files.write(folder.resolve(STRAY), NEW);
    try (TemporaryFile file = TemporaryFile.create(folder)) {
      file.stream().write(NEW);
      assertThat(file.open()).hasContent("new");
      assertThat(entries()).isEmpty();
    }
  }

  @Test
  void whatCannotBeWrittenAnyMoreIsRemovedToo() throws Exception {
    Path stray = Files.write(folder.resolve(STRAY), NEW);
    Files.setPosixFilePermissions(stray, PosixFilePermissions.fromString("r--r--r--"));
    AtomicOutput.write(folder.resolve("zone"), NEW, FileWitness.NONE);
    assertThat(entries()).containsExactly("zone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zone.offlinesign-0123456789abcdef",
        ".offlinesign-0123456789abcdef",
        "..offlinesign-0123456789abcdef",
        ".zone.offlinesign-0123456789abcde",
        ".zone.offlinesign-0123456789ABCDEF",
        ".zone.offlinesign-0123456789abcdef.bak",
        ".zone.part-0123456789abcdef",
        "offlinesign-keys"
      })
  void noOtherNameIsTakenForOneOfThem(String name) throws Exception {
    Files.write(folder.resolve(name), NEW);
    AtomicOutput.write(folder.resolve("zone"), NEW, FileWitness.NONE);
    assertThat(entries()).containsExactlyInAnyOrder(name, "zone");
  }

  @Test
  void aLinkOrFolderOrPipeOfSuchANameStays() throws Exception {
    Path precious = Files.write(folder.resolve("precious"), NEW);
    Files.createSymbolicLink(folder.resolve(STRAY), precious);
    Files.createDirectory(folder.resolve("offlinesign-0123456789abcdef"));
    Path pipe = folder.resolve("offlinesign-fedcba9876543210");
    Peers.require("mkfifo").run(folder, pipe.toString()).orFail();
    AtomicOutput.write(folder.resolve("zone"), NEW, FileWitness.NONE);
    assertThat(entries()).hasSize(5).contains(STRAY, "precious", "zone");
    assertThat(precious).hasContent("new");
  }

  @Test
  void whatBelongsToSomebodyElseStays() throws Exception {
    Path stray = Files.write(folder.resolve(STRAY), NEW);
    assumeTrue(
        Files.getAttribute(stray, "unix:uid").equals(0), "skipped, root alone can give files away");
    Files.setAttribute(stray, "unix:uid", 1);
    AtomicOutput.write(folder.resolve("zone"), NEW, FileWitness.NONE);
    assertThat(entries()).containsExactlyInAnyOrder(STRAY, "zone");
  }

  @Test
  void whatThisProcessIsWritingStays() throws Exception {
    Path target = folder.resolve("zone");
    try (AtomicOutput first = AtomicOutput.open(target)) {
      first.stream().write(NEW);
      try (AtomicOutput second = AtomicOutput.open(target)) {
        second.stream().write('2');
        second.commit();
      }
      assertThat(target).hasContent("2");
      first.commit();
    }
    assertThat(target).hasContent("new");
    assertThat(entries()).containsExactly("zone");
  }

  @Test
  void whatAnotherProcessIsWritingStaysUntilItIsKilled() throws Exception {
    Process writer = Program.start(folder, "wait");
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(writer.getInputStream(), US_ASCII))) {
      assertThat(out.readLine()).isEqualTo("read theirs");
      Path theirs = folder.resolve(entries().get(0));
      assertThat(StrayFiles.isName(theirs.getFileName().toString())).isTrue();
      Program.write(folder);
      assertThat(entries()).hasSize(2).contains("zone");
      assertThat(theirs).hasContent("theirs");
      writer.destroyForcibly();
      assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(entries()).hasSize(2);
      Program.write(folder);
      assertThat(entries()).containsExactly("zone");
    } finally {
      writer.destroyForcibly();
    }
  }

  @Test
  void aFileWhoseLockSomebodyElseGotFirstIsGivenUp() throws Exception {
    Path file = folder.resolve(STRAY);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Files.delete(file);
      assertThat(StrayFiles.lock(file, channel)).isFalse();
    }
  }

  /** A process of its own, because each looks for strays once. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      try (AtomicOutput output = AtomicOutput.open(Path.of(arguments[0]).resolve("zone"))) {
        output.stream().write("theirs".getBytes(US_ASCII));
        if (arguments[1].equals("wait")) {
          // What is read must not cost the lock.
          byte[] read = output.written().open().readAllBytes();
          System.out.println("read " + new String(read, US_ASCII));
          Thread.sleep(TimeUnit.MINUTES.toMillis(2));
        }
        output.commit();
      }
    }

    static void write(Path folder) throws IOException, InterruptedException {
      assertThat(start(folder, "commit").waitFor()).isZero();
    }

    static Process start(Path folder, String what) throws IOException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Program.class.getName(),
              folder.toString(),
              what)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    }
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
