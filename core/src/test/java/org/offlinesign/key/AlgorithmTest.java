package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlgorithmTest {
  @ParameterizedTest
  @CsvSource({
    "rsasha1,5",
    "RSASHA1,5",
    "RSA/SHA-1,5",
    "5,5",
    "nsec3rsasha1,7",
    "RSASHA1-NSEC3-SHA1,7",
    "7,7",
    "RsaSha256,8",
    "8,8",
    "RSASHA512,10",
    "10,10"
  })
  void namesAndNumbersInAnyCaseAreKnown(String text, int number) {
    assertThat(Algorithm.parse(text).orElseThrow().number()).isEqualTo(number);
    assertThat(Algorithm.of(number)).isEqualTo(Algorithm.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "05", "6", "DSA", "RSAMD5", "12", "RSA"})
  void othersAreNot(String text) {
    assertThat(Algorithm.parse(text)).isEmpty();
  }

  @Test
  void rfc9904AndRfc9905SayWhatToSignWith() {
    assertThat(Algorithm.RSASHA1.signing()).isEqualTo(Requirement.MUST_NOT);
    assertThat(Algorithm.RSASHA1.citation()).isEqualTo("RFC 9905");
    assertThat(Algorithm.NSEC3RSASHA1.signing()).isEqualTo(Requirement.MUST_NOT);
    assertThat(Algorithm.RSASHA256.signing()).isEqualTo(Requirement.RECOMMENDED);
    assertThat(Algorithm.RSASHA512.signing()).isEqualTo(Requirement.NOT_RECOMMENDED);
    assertThat(Algorithm.RSASHA512.signing().isAgainst()).isTrue();
    assertThat(Algorithm.RSASHA512.usesSha1()).isFalse();
    assertThat(Algorithm.NSEC3RSASHA1.usesSha1()).isTrue();
    assertThat(DigestType.SHA1.delegation()).isEqualTo(Requirement.MUST_NOT);
    assertThat(DigestType.SHA256.delegation()).isEqualTo(Requirement.RECOMMENDED);
    assertThat(DigestType.SHA384.delegation()).isEqualTo(Requirement.MAY);
  }

  @ParameterizedTest
  @CsvSource({
    "5,512,true", "5,576,true", "5,4096,true", "5,500,false", "5,513,false", "5,4160,false",
    "8,448,false", "8,2048,true", "10,960,false", "10,1024,true", "10,1088,true", "10,1025,false"
  })
  void newKeysHaveLengthsInStepsOf64(int number, int bits, boolean possible) {
    Algorithm algorithm = Algorithm.of(number).orElseThrow();
    assertThat(algorithm.keyLengths().canGenerate(bits)).isEqualTo(possible);
    if (!possible) {
      assertThatThrownBy(() -> new KeySpec(algorithm, bits, KeyRole.ZSK))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(bits + " bits")
          .hasMessageContaining("to 4096 bits in steps of 64");
    }
  }

  @Test
  void keysMadeElsewhereMayHaveAnyLengthBetween() {
    assertThat(Algorithm.RSASHA256.keyLengths().canUse(1111)).isTrue();
    assertThat(Algorithm.RSASHA256.keyLengths().canUse(511)).isFalse();
    assertThat(Algorithm.RSASHA512.keyLengths().canUse(1023)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"sha256,2", "SHA-256,2", "2,2", "sha1,1", "SHA-384,4", "4,4"})
  void digestsAreKnownByNameAndNumber(String text, int number) {
    assertThat(DigestType.parse(text).orElseThrow().number()).isEqualTo(number);
    assertThat(DigestType.of(number)).isEqualTo(DigestType.parse(text));
  }

  @Test
  void otherDigestsAreNot() {
    assertThat(DigestType.of(3)).isEmpty();
    assertThat(DigestType.parse("gost")).isEmpty();
  }
}
