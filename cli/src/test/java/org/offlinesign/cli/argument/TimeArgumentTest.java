package org.offlinesign.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.console.CommandException;

class TimeArgumentTest {
  private final TimeArgument times =
      new TimeArgument(
          Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneId.of("Europe/Berlin")));

  @ParameterizedTest
  @CsvSource({
    "20260101000000, 2025-12-31T23:00:00Z",
    "20260701000000, 2026-06-30T22:00:00Z",
    "20260101000000Z, 2026-01-01T00:00:00Z",
    "2026-01-01, 2025-12-31T23:00:00Z",
    "2026-01-01T06:30:00, 2026-01-01T05:30:00Z",
    "2026-01-01T06:30, 2026-01-01T05:30:00Z",
    "2026-01-01T06:30:00Z, 2026-01-01T06:30:00Z",
    "2026-01-01T06:30:00+02:00, 2026-01-01T04:30:00Z",
    "2026-01-01T06:30:00-02:00, 2026-01-01T08:30:00Z",
    "now, 2026-03-01T12:00:00Z",
    "NOW, 2026-03-01T12:00:00Z",
    "+30d, 2026-03-31T12:00:00Z",
    "-1h, 2026-03-01T11:00:00Z",
    "+1w2d, 2026-03-10T12:00:00Z",
    "+90m, 2026-03-01T13:30:00Z",
    "+3600, 2026-03-01T13:00:00Z",
    "-1y, 2025-03-01T12:00:00Z",
    "21060207062816Z, 2106-02-07T06:28:16Z"
  })
  void formsThatScriptsUse(String text, Instant meant) throws CommandException {
    assertThat(times.parse(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2026",
        "20260101",
        "20261301000000",
        "20260230000000",
        "2026010100000",
        "20260101000000+1",
        "+",
        "-",
        "+d",
        "+30x",
        "30d",
        "+30d!",
        "2026-02-30",
        "0"
      })
  void anythingElseIsRefusedWithTheFormsThatWork(String text) {
    assertThatThrownBy(() -> times.parse(text))
        .isInstanceOfSatisfying(CommandException.class, e -> assertThat(e.advice()).isNotEmpty())
        .hasMessageContaining("'" + text.replaceFirst("^[+-]", "") + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-30     | '2026-02-30' is not a time: Invalid date 'FEBRUARY 30'",
        "20260230120000 | '20260230120000' is not a time: Invalid date 'FEBRUARY 30'",
        "tomorrow       | 'tomorrow' is not a time"
      },
      quoteCharacter = '"')
  void aDateThatIsInNoCalendarIsToldFromTextThatIsNoDate(String text, String message) {
    assertThatThrownBy(() -> times.parse(text)).hasMessage(message);
  }

  @Test
  void aLocalTimeThatTheClocksSkipIsRefused() {
    assertThatThrownBy(() -> times.parse("20260329023000"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("does not exist in Europe/Berlin");
  }
}
