package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** How much a zone may include, and what is no file to include. */
class IncludeLimitsTest extends IncludeFixture {
  @Test
  @EnabledOnOs(OS.LINUX)
  // Opening a pipe that nobody writes into heeds no interruption; only another thread can tell.
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void pipesAndDevicesAreNotIncluded() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    write("zone", TTL + "$INCLUDE pipe\n");
    assertThat(errorOf("zone")).isEqualTo("expected a file but found a device or a pipe: " + pipe);
    write("zone", TTL + "$INCLUDE /dev/zero\n");
    Diagnostic error =
        read("zone", IncludePolicy.inFolders(folder, List.of(Path.of("/dev"))))
            .diagnostics()
            .get(0);
    assertThat(error.message())
        .isEqualTo("expected a file but found a device or a pipe: /dev/zero");
  }

  @Test
  void aFileThatIncludesItselfIsRefusedByAnyName() throws IOException {
    write("zone", "$INCLUDE sub/../zone\n");
    write("sub/x", "");
    assertThat(errorOf("zone")).endsWith("includes itself");
    write("a", "$INCLUDE b\n");
    write("b", "$INCLUDE a\n");
    assertThat(errorOf("a")).endsWith("includes itself");
  }

  @Test
  void filesWithinEachOtherHaveALimit() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("f" + i, "$INCLUDE f" + (i + 1) + "\n");
    }
    assertThat(errorOf("f0")).isEqualTo("expected at most 32 files within each other");
  }

  @Test
  void whatIsIncludedAgainAndAgainHasALimit() throws IOException {
    write("zone", TTL + "$INCLUDE small\n".repeat(3));
    write("small", "x A 192.0.2.1\n" + "; comment\n".repeat(10));
    assertThat(read("zone").diagnostics()).isEmpty();
    write(
        "big",
        TTL + "x A 192.0.2.1\n".repeat(1000) + ("; " + "c".repeat(1021) + "\n").repeat(9990));
    write("zone", "$INCLUDE big\n".repeat(120));
    Diagnostic fault = read("zone").diagnostics().get(0);
    assertThat(fault.message())
        .isEqualTo("expected at most 1024 MiB of files that are included again");
  }

  @Test
  void theNameOfAFileHasALimit() throws IOException {
    write("zone", "$INCLUDE " + "a/".repeat(3000) + "\n");
    assertThat(errorOf("zone")).startsWith("expected the name of a file of at most 4096 octets");
  }

  @Test
  void filesAreIncludedAsOftenAsARecordCanSayWhichItIsFrom() throws IOException {
    write("empty", "");
    write("db", "$INCLUDE empty\n".repeat(Directives.MAX_FILES));
    List<Diagnostic> diagnostics = read("db").diagnostics();
    assertThat(diagnostics).hasSize(1);
    assertThat(diagnostics.get(0).line()).isEqualTo(Directives.MAX_FILES);
    assertThat(diagnostics.get(0).message()).isEqualTo("expected at most 65536 files in one zone");
  }
}
