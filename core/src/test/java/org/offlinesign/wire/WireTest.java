package org.offlinesign.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
  @Test
  void numbersAreWrittenMostSignificantOctetFirst() {
    WireWriter out = new WireWriter(0).u8(1).u16(0x0203).u32(0x84050607L);

    assertThat(Hex.encode(out.toByteArray())).isEqualTo("01020384050607");
  }

  @Test
  void numbersAreReadAsUnsigned() throws WireFormatException {
    WireReader in = new WireReader(Hex.decode("00FFFEFFFFFFFDAA"), 1, 7);

    assertThat(in.u8()).isEqualTo(0xff);
    assertThat(in.u16()).isEqualTo(0xfeff);
    assertThat(in.remaining()).isEqualTo(4);
    assertThat(in.u32()).isEqualTo(0xfffffdaaL);
    assertThat(in.position()).isEqualTo(8);
  }

  @Test
  void aReaderNeverLeavesItsPart() throws WireFormatException {
    WireReader in = new WireReader(new byte[8], 2, 3);
    assertThat(in.skip(2)).isEqualTo(2);

    assertThatThrownBy(in::u16)
        .isInstanceOf(WireFormatException.class)
        .hasMessage("expected 2 more octets but found 1");
    assertThatThrownBy(() -> in.bytes(-1)).isInstanceOf(WireFormatException.class);
    assertThatThrownBy(() -> in.bytes(Integer.MAX_VALUE)).isInstanceOf(WireFormatException.class);
    assertThat(in.bytes(1)).hasSize(1);
    assertThatThrownBy(in::u8).isInstanceOf(WireFormatException.class);
  }

  @Property
  void decimalDigitsAreThoseOfLong(@ForAll @LongRange(min = -1000) long value) {
    assertThat(new WireWriter(0).decimal(value)).hasToString(Long.toString(value));
  }

  @Test
  void decimalDigitsAtTheEdges() {
    for (long value : new long[] {0, 9, 10, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThat(new WireWriter(0).decimal(value)).hasToString(Long.toString(value));
    }
  }

  @Test
  void aWriterGrowsAndKeepsWhatWasWritten() throws IOException {
    WireWriter out = new WireWriter(0);
    for (int i = 0; i < 1000; i++) {
      out.u8(i);
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    out.writeTo(stream);

    assertThat(stream.toByteArray()).hasSize(1000).isEqualTo(out.toByteArray());
    assertThat(stream.toByteArray()[999]).isEqualTo((byte) 999);
    out.truncate(1);
    assertThat(out.toByteArray()).containsExactly(0);
    out.clear();
    assertThat(out.length()).isZero();
  }

  @Test
  void onlyWhatWasWrittenCanBeReplaced() {
    WireWriter out = new WireWriter(16).u16(0).u8(7);
    out.setU16(0, 0x1234);
    out.setU8(2, 9);

    assertThat(Hex.encode(out.toByteArray())).isEqualTo("123409");
    assertThatIllegalArgumentException().isThrownBy(() -> out.setU16(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> out.setU8(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> out.truncate(4));
    assertThatIllegalArgumentException().isThrownBy(() -> out.advance(1 << 20));
  }

  @Test
  void octetsPutIntoTheArrayAreCounted() {
    WireWriter out = new WireWriter(0).u8(1);
    out.reserve(100);
    out.array()[1] = 5;
    out.advance(1);

    assertThat(out.toByteArray()).containsExactly(1, 5);
  }

  @Property
  void hexIsReadBack(@ForAll byte[] octets) throws WireFormatException {
    assertThat(Hex.decode(Hex.encode(octets))).isEqualTo(octets);
    assertThat(Hex.decode(Hex.encode(octets).toLowerCase(java.util.Locale.ROOT))).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0G", "g0", " 0", "0x00", "\u01300"})
  void otherTextIsNoHex(String text) {
    assertThatThrownBy(() -> Hex.decode(text)).isInstanceOf(WireFormatException.class);
  }
}
