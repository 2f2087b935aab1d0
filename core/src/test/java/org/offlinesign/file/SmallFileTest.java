package org.offlinesign.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SmallFileTest {
  @TempDir Path folder;

  @Test
  void aFileIsReadUpToTheLimit() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[2048]);
    assertThat(SmallFile.read(file, 2048)).hasSize(2048);
    assertThatThrownBy(() -> SmallFile.read(file, 2047))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": expected a file of at most 1 KiB but found a larger one");
  }

  @Test
  @Timeout(20)
  @EnabledOnOs(OS.LINUX)
  void aFileWithoutEndIsNotReadOn() {
    assertThatThrownBy(() -> SmallFile.read(Path.of("/dev/zero"), 1 << 20))
        .hasMessage("/dev/zero: expected a file of at most 1 MiB but found a larger one");
  }
}
