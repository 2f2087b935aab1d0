package org.offlinesign.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.console.CommandException;

/** A length of time is read as a whole or refused. */
class DurationArgumentTest {
  @Test
  void theHighestTtlIsReadAsOneNumber() throws CommandException {
    assertThat(DurationArgument.parse("2147483647")).isEqualTo(Duration.ofSeconds(2147483647L));
  }

  @Test
  void partsWithUnitsAreAdded() throws CommandException {
    assertThat(DurationArgument.parse("1w2d")).isEqualTo(Duration.ofDays(9));
    assertThat(DurationArgument.parse("1D12h")).isEqualTo(Duration.ofHours(36));
    assertThat(DurationArgument.parse("2mo")).isEqualTo(Duration.ofDays(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "99999999999d", "", "-5", "5x", "d"})
  void whatIsNotOneLengthIsRefused(String text) {
    assertThatThrownBy(() -> DurationArgument.parse(text))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("is not a length of time");
  }
}
