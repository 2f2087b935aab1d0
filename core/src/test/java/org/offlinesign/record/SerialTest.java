package org.offlinesign.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SerialTest {
  private static final long MAX = 0xFFFF_FFFFL;

  @Test
  void rfc1982_5_2_additionWrapsAround() {
    assertThat(new Serial(MAX).plus(1)).isEqualTo(new Serial(0));
    assertThat(new Serial(MAX).plus(Integer.MAX_VALUE)).isEqualTo(new Serial(0x7FFF_FFFEL));
    assertThat(new Serial(5).plus(0)).isEqualTo(new Serial(5));
  }

  @Test
  void rfc1982_3_1_addsTwoToThe31MinusOneAtMost() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Serial(0).plus(1L << 31));
    assertThatIllegalArgumentException().isThrownBy(() -> new Serial(0).plus(-1));
  }

  @Test
  void rfc1982_3_2_comparesAroundTheWrap() {
    assertThat(new Serial(1).isAfter(new Serial(0))).isTrue();
    assertThat(new Serial(0).isAfter(new Serial(MAX))).isTrue();
    assertThat(new Serial(0x8000_0000L).isAfter(new Serial(1))).isTrue();
    assertThat(new Serial(1).isAfter(new Serial(0x8000_0000L))).isFalse();
    assertThat(new Serial(44).isAfter(new Serial(44))).isFalse();
  }

  @Test
  void rfc1982_3_2_twoToThe31ApartNeitherIsAfterTheOther() {
    assertThat(new Serial(0).isAfter(new Serial(0x8000_0000L))).isFalse();
    assertThat(new Serial(0x8000_0000L).isAfter(new Serial(0))).isFalse();
  }

  @Test
  void instantsAfter2106WrapAround() {
    assertThat(Serial.ofEpochSecond(1L << 32)).isEqualTo(new Serial(0));
    assertThat(Serial.ofEpochSecond(-1)).isEqualTo(new Serial(MAX));
  }

  @Test
  void onlyThirtyTwoBitsAreTaken() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Serial(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Serial(MAX + 1));
  }

  @Property
  void aSumIsAfterWhatItWasMadeFrom(
      @ForAll @LongRange(min = 0, max = MAX) long value,
      @ForAll @LongRange(min = 1, max = Integer.MAX_VALUE) long increment) {
    Serial serial = new Serial(value);

    assertThat(serial.plus(increment).isAfter(serial)).isTrue();
    assertThat(serial.isAfter(serial.plus(increment))).isFalse();
  }
}
