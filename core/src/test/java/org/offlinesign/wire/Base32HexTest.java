package org.offlinesign.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32HexTest {
  private static String upper(byte[] octets) {
    WireWriter out = new WireWriter(16);
    Base32Hex.encodeUpper(octets, 0, octets.length, out);
    return out.toString();
  }

  private static String lower(byte[] octets) {
    WireWriter out = new WireWriter(16);
    Base32Hex.encodeLower(octets, 0, octets.length, out);
    return out.toString();
  }

  private static byte[] decoded(String text) throws WireFormatException {
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    WireWriter out = new WireWriter(16);
    Base32Hex.decode(characters, 0, characters.length, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, CO",
    "fo, CPNG",
    "foo, CPNMU",
    "foob, CPNMUOG",
    "fooba, CPNMUOJ1",
    "foobar, CPNMUOJ1E8",
  })
  void rfc4648_10_vectorsWithoutPadding(String plain, String encoded) throws Exception {
    byte[] octets = plain.getBytes(StandardCharsets.US_ASCII);

    assertThat(upper(octets)).isEqualTo(encoded);
    assertThat(lower(octets)).isEqualTo(encoded.toLowerCase(Locale.ROOT));
    assertThat(decoded(encoded)).isEqualTo(octets);
  }

  @Property
  void commonsCodecWritesTheSameAndItIsReadBack(@ForAll byte[] octets) throws Exception {
    String expected =
        Base32.builder().setHexEncodeTable(true).get().encodeAsString(octets).replace("=", "");

    assertThat(upper(octets)).isEqualTo(expected);
    assertThat(decoded(lower(octets))).isEqualTo(octets);
    assertThat(decoded(upper(octets))).isEqualTo(octets);
  }

  @Property
  void textSortsAsItsOctets(@ForAll byte[] a, @ForAll byte[] b) {
    int octets = Arrays.compareUnsigned(Arrays.copyOf(a, 20), Arrays.copyOf(b, 20));
    int text = lower(Arrays.copyOf(a, 20)).compareTo(lower(Arrays.copyOf(b, 20)));

    assertThat(Integer.signum(text)).isEqualTo(Integer.signum(octets));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "CPN", "CPNMUO", "CP", "CW", "C=", "c-", "\u0000\u0000", "C\u00cf"})
  void textThatIsNotWholeOctetsIsRefused(String text) {
    assertThatThrownBy(() -> decoded(text)).isInstanceOf(WireFormatException.class);
  }
}
