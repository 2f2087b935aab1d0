package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Streams;
import org.offlinesign.sign.SigningStage;

class SigningProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Environment env(boolean terminal) {
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    Streams streams =
        new Streams(InputStream.nullInputStream(), print, print, terminal, Optional::empty);
    return new Environment(streams, Map.of(), Path.of(""), Clock.systemUTC());
  }

  private String drawn() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static void work(SigningProgress progress) {
    progress.started(SigningStage.SIGN);
    progress.advanced(1, 10);
    progress.advanced(10, 10);
    progress.close();
  }

  @Test
  void longWorkIsDrawnOnATerminal() {
    work(new SigningProgress(new WorkProgress(env(true), true, Duration.ZERO)));
    assertThat(drawn()).contains("Signing").contains("10/10");
  }

  @Test
  void shortWorkIsNotDrawn() {
    work(new SigningProgress(WorkProgress.on(env(true), false)));
    assertThat(drawn()).isEmpty();
  }

  @Test
  void nothingIsDrawnWhereNobodyWatches() {
    work(new SigningProgress(new WorkProgress(env(false), false, Duration.ZERO)));
    assertThat(drawn()).isEmpty();
  }
}
