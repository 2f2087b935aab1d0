package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAttributesTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    String words = "Created=20260101000000 PublicKey=AQID ThrownAway=20260301000000 Rollover=zsk:1";
    KeyAttributes attributes = KeyAttributes.parse(words);
    assertThat(attributes.publicKeyOctets()).hasValue(new byte[] {1, 2, 3});
    assertThat(attributes).hasToString(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PublicKey=A#ID", "PublicKey=A", "Created=2026", "ThrownAway=never"})
  void aDamagedWordIsRefusedWhenItIsReadAndNotWhenItIsUsed(String word) {
    assertThatThrownBy(() -> KeyAttributes.parse("Rollover=zsk:1 " + word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected")
        .hasMessageContaining(word.substring(word.indexOf('=') + 1));
  }
}
