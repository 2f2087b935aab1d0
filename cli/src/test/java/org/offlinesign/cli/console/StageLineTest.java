package org.offlinesign.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.progress.StageFigures;

class StageLineTest {
  private static final StageLine READING =
      line(Stage.READ, Map.of(Quantity.OCTETS, 42L), Map.of(Quantity.OCTETS, 100L));

  private static StageLine line(
      Stage stage, Map<Quantity, Long> done, Map<Quantity, Long> expected) {
    return line(stage, Duration.ofSeconds(62), done, expected);
  }

  private static StageLine line(
      Stage stage, Duration time, Map<Quantity, Long> done, Map<Quantity, Long> expected) {
    StageFigures figures = new StageFigures(stage, Optional.empty(), time, done, expected);
    return new StageLine(figures, quantity -> done.getOrDefault(quantity, 0L) * 100_000.0);
  }

  @Test
  void readingShowsTheShareOfTheFileAndTheRate() {
    assertThat(READING.text(100))
        .isEqualTo(
            "Reading      42% [================                        ]  4.2 MB/s  0:01 left");
  }

  @Test
  void signingIsToldBySignaturesAndItsShareByRecords() {
    StageLine line =
        line(
            Stage.SIGN,
            Map.of(Quantity.RECORDS, 1L, Quantity.SIGNATURES, 2L),
            Map.of(Quantity.RECORDS, 500_000_000L));
    assertThat(line.text(79))
        .startsWith("Signing       0% [ ")
        .endsWith("  200,000 signatures/s  1:23:20 left");
  }

  @Test
  void withoutATotalTheTimeSoFarIsShown() {
    assertThat(line(Stage.SORT, Map.of(), Map.of()).text(79)).isEqualTo("Sorting     1:02");
    assertThat(line(Stage.READ, Map.of(Quantity.OCTETS, 42L), Map.of()).text(79))
        .isEqualTo("Reading     1:02  4.2 MB/s");
  }

  @Test
  void inTheFirstSecondOfAStageNobodyKnowsHowLongItTakes() {
    StageLine line =
        line(
            Stage.READ,
            Duration.ofMillis(900),
            Map.of(Quantity.OCTETS, 42L),
            Map.of(Quantity.OCTETS, 100L));
    assertThat(line.text(79)).endsWith("]  4.2 MB/s");
  }

  @Test
  void moreThanExpectedIsAllOfIt() {
    assertThat(
            line(Stage.READ, Map.of(Quantity.OCTETS, 300L), Map.of(Quantity.OCTETS, 100L)).text(79))
        .startsWith("Reading     100% [====")
        .doesNotContain("left");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 20, 30, 40, 50, 79, 200})
  void theLineFitsTheWindow(int columns) {
    assertThat(READING.text(columns).length()).isLessThanOrEqualTo(columns);
  }

  @Test
  void aNarrowWindowKeepsTheFiguresAndDropsTheBar() {
    assertThat(READING.text(40)).isEqualTo("Reading      42%  4.2 MB/s  0:01 left");
  }

  @ParameterizedTest
  @ValueSource(strings = {"24 80\n", "1 132"})
  void theWidthIsTheSecondNumberOfStty(String answer) {
    assertThat(TerminalWidth.columns(answer)).contains(answer.startsWith("24") ? 80 : 132);
  }

  @Test
  void anythingElseIsNoWidth() {
    assertThat(TerminalWidth.columns("")).isEmpty();
    assertThat(TerminalWidth.columns("stty: invalid")).isEmpty();
  }
}
