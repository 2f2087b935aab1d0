package org.offlinesign.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.FileWitness;
import org.offlinesign.file.SmallFile;

/** What the file system refuses is told in words, and what to do about it below them. */
class IoFailureTest {
  @TempDir Path folder;

  private interface Work {
    void run() throws IOException;
  }

  private static CommandException told(Work work) {
    try {
      work.run();
      throw new AssertionError("nothing failed");
    } catch (IOException e) {
      return IoFailure.describe(e);
    }
  }

  @Test
  void aCircleOfLinksIsCalledThat() throws Exception {
    Path a = folder.resolve("a");
    Path b = Files.createSymbolicLink(folder.resolve("b"), a);
    Files.createSymbolicLink(a, b);
    CommandException refusal = told(() -> AtomicOutput.write(a, new byte[1], FileWitness.NONE));
    assertThat(refusal).hasMessage(a + ": its symbolic links lead in a circle");
    assertThat(refusal.advice())
        .containsExactly("`ls -l` shows where each leads; name a file, or remove the links");
  }

  @Test
  void aFolderInThePlaceOfAFileIsCalledThat() {
    assertThat(told(() -> AtomicOutput.write(folder, new byte[1], FileWitness.NONE)))
        .hasMessage(folder + ": expected a file to write but found a folder")
        .extracting(CommandException::advice, InstanceOfAssertFactories.LIST)
        .containsExactly("name a file in it");
  }

  @Test
  void aFileThatIsTooLargeIsHardlyTheOneThatIsMeant() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[1025]);
    assertThat(told(() -> SmallFile.read(file, 1024)))
        .hasMessage(file + ": expected a file of at most 1 KiB but found a larger one")
        .extracting(CommandException::advice, InstanceOfAssertFactories.LIST)
        .containsExactly("see that it is the file that is meant: none of its kind is so large");
  }

  @Test
  void aZoneFileThatCannotBeOpenedComesWithAdvice() {
    Path missing = folder.resolve("missing");
    IOException absent = new IOException("there is no file x", new NoSuchFileException("x"));
    IOException closed = new IOException("not to be read", new AccessDeniedException("x"));
    assertThat(IoFailure.describe(absent).advice())
        .isEqualTo(told(() -> Files.readAllBytes(missing)).advice())
        .containsExactly("check how it is spelled; names are looked up from the current folder");
    assertThat(IoFailure.describe(closed).advice())
        .containsExactly("`ls -l` shows who may read and write it");
  }

  @Test
  void aBrokenDiskIsSuspectedWhoeverTellsOfIt() {
    IOException broken = new IOException("cannot read db: Input/output error");
    assertThat(IoFailure.describe(broken).advice()).singleElement().asString().contains("`dmesg`");
  }
}
