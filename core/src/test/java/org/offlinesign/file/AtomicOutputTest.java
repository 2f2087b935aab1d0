package org.offlinesign.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

class AtomicOutputTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void theTargetAppearsOnlyWithTheCommit() throws Exception {
    Path target = folder.resolve("zone");
    try (AtomicOutput output = AtomicOutput.open(target)) {
      output.stream().write(NEW);
      output.stream().write('!');
      assertThat(target).doesNotExist();
      assertThat(output.written().open()).hasContent("new!");
      output.commit();
      assertThat(target).hasContent("new!");
    }
    assertThat(entries()).containsExactly("zone");
  }

  @Test
  void withoutACommitTheOldFileStaysAndNothingElseDoes() throws Exception {
    Path target = Files.writeString(folder.resolve("zone"), "old");
    try (AtomicOutput output = AtomicOutput.open(target)) {
      output.stream().write(NEW);
    }
    assertThat(target).hasContent("old");
    assertThat(entries()).containsExactly("zone");
  }

  @Test
  void aReplacedFileKeepsItsPermissions() throws Exception {
    Path target = Files.writeString(folder.resolve("zone"), "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-r--"));
    AtomicOutput.write(target, NEW, FileWitness.NONE);
    assertThat(permissions(target)).isEqualTo("rw-rw-r--");
    assertThat(target).hasContent("new");
  }

  @Test
  void aNewFileGetsWhatUmaskLeaves() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain"), "");
    Path target = folder.resolve("zone");
    AtomicOutput.write(target, NEW, FileWitness.NONE);
    assertThat(permissions(target)).isEqualTo(permissions(plain));
  }

  @Test
  void anOwnerOnlyFileIsSoFromTheFirstInstant() throws Exception {
    Path target = Files.writeString(folder.resolve("keys"), "old");
    try (AtomicOutput output = AtomicOutput.open(target, FileAccess.OWNER_ONLY)) {
      assertThat(permissions(partFile())).isEqualTo("rw-------");
      output.commit();
    }
    assertThat(permissions(target)).isEqualTo("rw-------");
  }

  @Test
  void aSymbolicLinkStaysOneAndTheFileBehindItIsReplaced() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path real = Files.writeString(elsewhere.resolve("real"), "old");
    Path link =
        Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere").resolve("real"));
    AtomicOutput.write(link, NEW, FileWitness.NONE);
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void aSymbolicLinkToNothingGetsItsFile() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("absent"));
    AtomicOutput.write(link, NEW, FileWitness.NONE);
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("absent")).hasContent("new");
  }

  @Test
  void aLoopOfSymbolicLinksIsRefused() throws Exception {
    Path a = folder.resolve("a");
    Path b = Files.createSymbolicLink(folder.resolve("b"), a);
    Files.createSymbolicLink(a, b);
    assertThatThrownBy(() -> AtomicOutput.open(a))
        .isInstanceOf(AdvisedFileException.class)
        .hasMessage(a + ": its symbolic links lead in a circle");
  }

  @Test
  void aFolderIsNoTarget() {
    assertThatThrownBy(() -> AtomicOutput.open(folder))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("found a folder");
  }

  @Test
  void aMissingFolderIsNamed() {
    Path target = folder.resolve("no-such-folder").resolve("zone");
    assertThatThrownBy(() -> AtomicOutput.open(target))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no-such-folder");
  }

  @Test
  void aDeviceIsWrittenToAndNotReplaced() throws Exception {
    Path pipe = folder.resolve("pipe");
    Program mkfifo = Peers.require("mkfifo");
    assertThat(mkfifo.run(folder, pipe.toString()).exitCode()).isZero();
    Process reader =
        new ProcessBuilder("cat", pipe.toString())
            .redirectOutput(folder.resolve("read").toFile())
            .start();
    AtomicOutput.write(pipe, NEW, FileWitness.NONE);
    assertThat(reader.waitFor()).isZero();
    assertThat(folder.resolve("read")).hasContent("new");
    assertThat(Files.readAttributes(pipe, "isOther")).containsEntry("isOther", true);
  }

  @Test
  void whatADeviceGetsIsKeptInTheFolderForTemporaryFilesUntilThen() throws Exception {
    Path missing = folder.resolve("missing");
    OutputPlace place = new OutputPlace.File(Path.of("/dev/null"), missing);
    assertThatThrownBy(() -> place.open(FileWitness.NONE).close())
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(missing.toString());
    Files.createDirectory(missing);
    try (AtomicOutput output = place.open(FileWitness.NONE)) {
      output.stream().write(NEW);
      output.commit();
    }
    assertThat(Files.readAttributes(Path.of("/dev/null"), "isOther"))
        .containsEntry("isOther", true);
  }

  @Test
  void aVeryLongNameFits() throws Exception {
    Path target = folder.resolve("\u00e4".repeat(127));
    AtomicOutput.write(target, NEW, FileWitness.NONE);
    assertThat(target).hasContent("new");
  }

  /** Heads of what {@code genkey} and OpenSSL write, with lengths of all forms. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0\u0082\nb\u0002\u0001\u00030\u0082",
        "0\u0080\u0002\u0001\u00030\u0080",
        "0 \u0002\u0001\u00030\u001b",
        "0\u0083\u0001\r\n\u0002\u0001\u00030",
        "Private-key-format: v1.3\n",
        "-----BEGIN PRIVATE KEY-----\n",
        "Bag Attributes\n-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
      })
  void whatIsNoSecretReplacesNoPrivateKey(String keys) throws Exception {
    Path target = folder.resolve("keys");
    byte[] octets = keys.getBytes(StandardCharsets.ISO_8859_1);
    Files.write(target, octets);
    assertThatThrownBy(() -> AtomicOutput.write(target, NEW, FileWitness.NONE))
        .isInstanceOf(AdvisedFileException.class)
        .hasMessage(target + ": it holds private keys, and is not replaced");
    assertThat(target).hasBinaryContent(octets);
    AtomicOutput.writeSecret(target, NEW);
    assertThat(target).hasContent("new");
  }

  @Test
  void anOrderlyEndOfTheProgramRemovesThePartFile() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Abandoned.class.getName(),
                folder.resolve("zone").toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isEqualTo(7);
    assertThat(entries()).isEmpty();
  }

  /** Starts a file and ends the program before it is finished. */
  static final class Abandoned {
    public static void main(String[] arguments) throws IOException {
      AtomicOutput output = AtomicOutput.open(Path.of(arguments[0]));
      output.stream().write(NEW);
      System.exit(output.written().size() == NEW.length ? 7 : 1);
    }
  }

  private Path partFile() throws IOException {
    return entries().stream()
        .filter(StrayFiles::isName)
        .map(folder::resolve)
        .findFirst()
        .orElseThrow();
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void aFolderThatTakesNoFileIsNamedAndNotThePartFile() {
    Path kernel = Path.of("/proc");
    assumeTrue(Files.isDirectory(kernel.resolve("self")), "skipped, there is no /proc here");
    assertThatThrownBy(() -> AtomicOutput.open(kernel.resolve("zone")))
        .isInstanceOf(FileSystemException.class)
        .hasMessage("/proc: no file can be made in this folder");
  }
}
