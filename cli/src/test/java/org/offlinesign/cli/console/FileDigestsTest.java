package org.offlinesign.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.file.WitnessedFile;

/** What is told of files that are asked for again. */
class FileDigestsTest {
  // FIPS 180-2 B.1: the digest of "abc".
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;
  private final FileDigests digests = new FileDigests();

  private Path file(String text, Duration age) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    return file;
  }

  @Test
  void aFileThatIsAsItWasIsNotReadAgain() throws Exception {
    Path file = file("abc", Duration.ofHours(1));
    WitnessedFile first = digests.of(file);
    assertThat(first.octets()).isEqualTo(3);
    assertThat(first.digest()).contains(OF_ABC);
    assertThat(digests.of(file)).isSameAs(first);
  }

  @Test
  void aFileThatWasWrittenAnewIsReadAgainThoughItIsAsLong() throws Exception {
    Path file = file("xyz", Duration.ofHours(1));
    assertThat(digests.of(file).digest()).isPresent().get().isNotEqualTo(OF_ABC);
    Files.writeString(file, "abc");
    assertThat(digests.of(file).digest()).contains(OF_ABC);
  }

  @Test
  void aFileThatAnotherWasMovedOverIsReadAgainThoughItIsAsOldAndAsLong() throws Exception {
    Path file = file("xyz", Duration.ofHours(1));
    digests.of(file);
    FileTime age = Files.getLastModifiedTime(file);
    Path other = Files.writeString(folder.resolve("other"), "abc");
    Files.setLastModifiedTime(other, age);
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
    assertThat(digests.of(file).digest()).contains(OF_ABC);
  }

  @Test
  void whatIsBrandNewIsReadEachTimeBecauseAChangeMightNotShow() throws Exception {
    Path file = file("xyz", Duration.ofSeconds(-1));
    FileTime age = Files.getLastModifiedTime(file);
    digests.of(file);
    Files.writeString(file, "abc");
    Files.setLastModifiedTime(file, age);
    assertThat(digests.of(file).digest()).contains(OF_ABC);
  }
}
