package org.offlinesign.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;

class ProgressDisplayTest {
  private static final String ERASE = "\r\u001b[K";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress();

  private Environment env(boolean terminal, Map<String, String> variables) {
    Streams streams =
        new Streams(InputStream.nullInputStream(), print, print, terminal, Optional::empty);
    return new Environment(
        streams,
        variables,
        Path.of(""),
        Clock.systemUTC(),
        new Resources(),
        progress,
        new CommandFiles(CommandNotes.unwanted(), new KeptFiles()));
  }

  private ProgressDisplay impatient() {
    return ProgressDisplay.start(progress, print, () -> 60, Duration.ZERO);
  }

  private String drawn() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void awaitDrawing() throws InterruptedException {
    for (int i = 0; i < 500 && drawn().isEmpty(); i++) {
      Thread.sleep(10);
    }
  }

  @Test
  void aLongStageIsDrawnAndTakenAwayAtItsEnd() throws Exception {
    progress.enter(Stage.SIGN);
    progress.expect(Quantity.RECORDS, 10);
    progress.count(Quantity.RECORDS, 5);
    try (ProgressDisplay display = impatient()) {
      awaitDrawing();
      assertThat(display).isNotNull();
      assertThat(drawn()).startsWith(ERASE + "Signing").contains(" 50% [");
      progress.leave();
      assertThat(drawn()).endsWith(ERASE);
    }
  }

  @Test
  void whatIsPrintedInTheMidstOfAStageStandsOnALineOfItsOwn() throws Exception {
    progress.enter(Stage.RUN);
    try (ProgressDisplay display = impatient()) {
      awaitDrawing();
      assertThat(display).isNotNull();
      progress.print(() -> print.println("done"));
      assertThat(drawn()).contains(ERASE + "done" + System.lineSeparator());
    }
  }

  @Test
  void nothingIsDrawnBetweenStages() throws Exception {
    try (ProgressDisplay display = impatient()) {
      assertThat(display).isNotNull();
      Thread.sleep(50);
    }
    assertThat(drawn()).isEmpty();
  }

  @Test
  void aFailureInTheMidstOfAStageLeavesNothingBehind() throws Exception {
    progress.enter(Stage.SIGN);
    ProgressDisplay display = impatient();
    awaitDrawing();
    display.close();
    String before = drawn();
    Thread.sleep(300);
    assertThat(drawn()).isEqualTo(before).endsWith(ERASE);
  }

  @Test
  void shortWorkIsNotDrawn() throws IOException {
    try (Closeable display = ProgressDisplay.of(env(true, Map.of()), false)) {
      assertThat(display).isInstanceOf(ProgressDisplay.class);
      progress.enter(Stage.SIGN);
      progress.leave();
    }
    assertThat(drawn()).isEmpty();
  }

  @Test
  void thereIsNoDisplayWhereNobodyWatchesOrWantsIt() {
    assertThat(ProgressDisplay.of(env(false, Map.of()), false))
        .isNotInstanceOf(ProgressDisplay.class);
    assertThat(ProgressDisplay.of(env(true, Map.of()), true))
        .isNotInstanceOf(ProgressDisplay.class);
    assertThat(ProgressDisplay.of(env(true, Map.of("TERM", "dumb")), false))
        .isNotInstanceOf(ProgressDisplay.class);
  }
}
