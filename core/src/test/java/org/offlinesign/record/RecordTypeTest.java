package org.offlinesign.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTypeTest {
  @Test
  void everyRegisteredMnemonicLeadsToItsNumberInAnyCase() {
    RecordTypeRegistry.forEach(
        (code, mnemonic) -> {
          assertThat(RecordType.parse(mnemonic)).hasValue(RecordType.of(code));
          assertThat(RecordType.parse(mnemonic.toLowerCase(Locale.ROOT)))
              .hasValue(RecordType.of(code));
          assertThat(RecordType.of(code)).hasToString(mnemonic);
        });
  }

  @Test
  void dnsjavaKnowsTheSameMnemonics() {
    RecordTypeRegistry.forEach(
        (code, mnemonic) -> {
          int known = org.xbill.DNS.Type.value(mnemonic);
          assertThat(known == -1 || known == code).as(mnemonic).isTrue();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "TYPE0, 0",
    "type1, 1",
    "TYPE65280, 65280",
    "Type65535, 65535",
    "A, 1",
    "aaaa, 28",
    "NSEC3PARAM, 51",
    "HTTPS, 65",
    "NSAP-PTR, 23",
    "OPENPGPKEY, 61",
    "WINSR, 65282",
  })
  void rfc3597_5_readsMnemonicsAndNumbers(String text, int code) {
    assertThat(RecordType.parse(text)).hasValue(RecordType.of(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TYPE",
        "TYPE65536",
        "TYPE-1",
        "TYPE1x",
        "TYPE999999999999",
        "NSECX",
        "NSEC3PARAMX",
        "AA",
        "OPENPGPKEX",
        "IN",
        "1",
        "TYPE 1"
      })
  void otherTextNamesNoType(String text) {
    assertThat(RecordType.parse(text)).isEmpty();
  }

  @Test
  void aPartOfALineIsLookedUpWithoutItsNeighbours() {
    byte[] line = "xNSECx".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(RecordTypeRegistry.lookup(line, 1, 5)).isEqualTo(47);
    assertThat(RecordTypeRegistry.lookup(line, 1, 6)).isNegative();
    assertThat(RecordTypeRegistry.lookup(line, 1, 3)).isEqualTo(2);
  }

  @Test
  void anUnknownTypeIsAValueLikeAnyOther() {
    assertThat(RecordType.of(65280)).hasToString("TYPE65280").isEqualTo(RecordType.of(65280));
    assertThat(RecordType.of(65280)).isNotEqualTo(RecordType.of(65283));
    assertThatIllegalArgumentException().isThrownBy(() -> RecordType.of(65536));
    assertThatIllegalArgumentException().isThrownBy(() -> RecordType.of(-1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "41, true",
    "128, true",
    "249, true",
    "255, true",
    "256, false",
    "1, false"
  })
  void rfc6895_3_1_metaTypesNeverStandInAZone(int code, boolean meta) {
    assertThat(RecordType.of(code).isMeta()).isEqualTo(meta);
  }

  @ParameterizedTest
  @CsvSource({
    "IN, 1",
    "in, 1",
    "CH, 3",
    "HS, 4",
    "CLASS1, 1",
    "class65535, 65535",
    "CLASS255, 255"
  })
  void classesAreReadByMnemonicAndNumber(String text, int code) {
    assertThat(RecordClass.parse(text)).hasValue(RecordClass.of(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "I", "INN", "CLASS", "CLASS65536", "CLASSx", "A"})
  void otherTextNamesNoClass(String text) {
    assertThat(RecordClass.parse(text)).isEmpty();
  }

  @Test
  void rfc2181_8_aTtlHas31Bits() {
    assertThat(Ttl.ofSeconds(Integer.MAX_VALUE).seconds()).isEqualTo(Integer.MAX_VALUE);
    assertThat(Ttl.min(new Ttl(3), new Ttl(2))).isEqualTo(new Ttl(2));
    assertThatIllegalArgumentException().isThrownBy(() -> Ttl.ofSeconds(1L << 31));
    assertThatIllegalArgumentException().isThrownBy(() -> Ttl.ofSeconds(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Ttl(-1));
  }
}
