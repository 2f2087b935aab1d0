package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log beside a key store, which names its keys and is as private as the rest there. */
class RolloverLogTest {
  @TempDir private Path folder;

  @Test
  void onlyItsOwnerReadsIt() throws Exception {
    RolloverLog log = RolloverLog.beside(folder.resolve("keys.p12"));
    log.append("one");
    log.append("two");
    assertThat(log.file()).hasContent("one\ntwo");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aLinkInItsPlaceIsNotFollowed() throws Exception {
    Path victim = Files.writeString(folder.resolve("victim"), "precious\n");
    RolloverLog log = RolloverLog.beside(folder.resolve("keys.p12"));
    for (Path target : new Path[] {victim, folder.resolve("nothing")}) {
      Files.deleteIfExists(log.file());
      Files.createSymbolicLink(log.file(), target);
      assertThatThrownBy(() -> log.append("one"))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("symbolic link");
    }
    assertThat(victim).hasContent("precious");
    assertThat(folder.resolve("nothing")).doesNotExist();
  }
}
