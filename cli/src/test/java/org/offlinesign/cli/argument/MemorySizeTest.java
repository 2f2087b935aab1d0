package org.offlinesign.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.console.CommandException;

class MemorySizeTest {
  @ParameterizedTest
  @CsvSource({
    "64m, 67108864",
    "2G, 2147483648",
    "1073741824, 1073741824",
    "1073741824b, 1073741824",
    "1TiB, 1099511627776",
    "999999999999999k, 1023999999999998976"
  })
  void aSizeIsANumberOfOctetsOrOfAUnit(String text, long octets) throws Exception {
    assertThat(MemorySize.parse(text).octets()).isEqualTo(octets);
  }

  @Test
  void noSizeIsSoLargeThatItBecomesASmallOne() throws Exception {
    assertThat(MemorySize.parse("999999999999999t").octets()).isGreaterThan(Long.MAX_VALUE / 2);
  }

  @Test
  void sixteenDigitsAreNoSize() {
    assertThatThrownBy(() -> MemorySize.parse("1234567890123456"))
        .isInstanceOf(CommandException.class)
        .hasMessage("'1234567890123456' is not a size");
  }
}
