package org.offlinesign.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

class TypeBitmapTest {
  private static String written(TypeBitmap bitmap) {
    WireWriter out = new WireWriter(16);
    bitmap.writeTo(out);
    return Hex.encode(out.toByteArray());
  }

  private static TypeBitmap of(int... types) {
    TypeBitmap bitmap = new TypeBitmap();
    for (int type : types) {
      bitmap.add(type);
    }
    return bitmap;
  }

  @Test
  void rfc4034_4_3_writesTheExample() {
    // A MX RRSIG NSEC TYPE1234
    assertThat(written(of(1234, 47, 46, 15, 1)))
        .isEqualTo("0006400100000003" + "041B" + "00".repeat(26) + "20");
  }

  @Test
  void theLastWindowAndBitAreWritten() {
    assertThat(written(of(65535))).isEqualTo("FF20" + "00".repeat(31) + "01");
    assertThat(written(of(0xFF00))).isEqualTo("FF0180");
  }

  @Test
  void allWindowsMayBeInUse() {
    TypeBitmap bitmap = new TypeBitmap();
    for (int window = 255; window >= 0; window--) {
      bitmap.add(window << 8 | 9);
    }
    StringBuilder expected = new StringBuilder();
    for (int window = 0; window < 256; window++) {
      expected.append(String.format("%02X020040", window));
    }

    assertThat(written(bitmap)).isEqualTo(expected.toString());
  }

  @Test
  void anEmptySetIsWrittenAsNothing() {
    assertThat(written(new TypeBitmap())).isEmpty();
  }

  @Test
  void nothingIsLeftOfASetThatWasCleared() {
    TypeBitmap bitmap = of(1, 255, 256, 65535);
    bitmap.clear();
    bitmap.add(2);

    assertThat(bitmap.types()).containsExactly(RecordType.NS);
    assertThat(written(bitmap)).isEqualTo("000120");
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll @Size(max = 60) Set<@IntRange(max = 65535) Integer> types)
      throws WireFormatException {
    TypeBitmap bitmap = new TypeBitmap();
    types.forEach(bitmap::add);
    WireWriter out = new WireWriter(16);
    bitmap.writeTo(out);
    TypeBitmap read = new TypeBitmap();
    read.readFrom(new WireReader(out.array(), 0, out.length()));

    assertThat(read.types()).extracting(RecordType::code).containsExactlyElementsOf(sorted(types));
    assertThat(read.types()).allMatch(type -> bitmap.contains(type.code()));
  }

  private static Iterable<Integer> sorted(Set<Integer> types) {
    return new TreeSet<>(types);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000", // an empty window
        "00020000", // no type at all
        "00024000", // a trailing zero octet
        "000140000140", // a window twice
        "010140000140", // windows out of order
        "00210000000000000000000000000000000000000000000000000000000000000000FF", // 33 octets
        "000240", // cut off
        "00"
      })
  void rfc4034_4_1_2_aMalformedFieldIsRefused(String hex) throws WireFormatException {
    byte[] octets = Hex.decode(hex);

    assertThatThrownBy(() -> new TypeBitmap().readFrom(new WireReader(octets)))
        .isInstanceOf(WireFormatException.class);
  }
}
