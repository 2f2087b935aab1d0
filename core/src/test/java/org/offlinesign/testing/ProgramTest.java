package org.offlinesign.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  private static final Program SHELL = new Program(Path.of("/bin/sh"));

  @TempDir Path folder;

  @Test
  void bothStreamsAndTheExitCodeAreKeptApart() throws Exception {
    Program.Outcome outcome = SHELL.run(folder, "-c", "echo out; echo err >&2; exit 3");
    assertThat(outcome.stdout()).isEqualTo("out\n");
    assertThat(outcome.stderr()).isEqualTo("err\n");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThatThrownBy(outcome::orFail)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("err");
  }

  @Test
  void inputAndEnvironmentArrive() throws Exception {
    byte[] input = "text".getBytes(StandardCharsets.US_ASCII);
    Program.Outcome outcome =
        SHELL
            .with(Map.of("WORD", "said"))
            .run(folder, input, List.of("-c", "echo $WORD; cat; pwd"));
    assertThat(outcome.stdout()).isEqualTo("said\ntext" + folder.toRealPath() + "\n");
  }

  @Test
  void aProgramThatHangsIsEnded() {
    Program impatient = SHELL.within(Duration.ofMillis(200));
    assertThatThrownBy(() -> impatient.run(folder, "-c", "sleep 30; true"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("still running");
  }

  @Test
  void aProgramThatIsNotInstalledIsNotFound() {
    assertThat(Peers.find("no-such-program-anywhere")).isEmpty();
    assertThat(Peers.find("sh")).isPresent();
  }
}
