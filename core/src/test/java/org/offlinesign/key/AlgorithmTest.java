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
    "1,MUST NOT,MUST NOT,false",
    "3,MUST NOT,MUST NOT,false",
    "5,MUST NOT,MUST,false",
    "6,MUST NOT,MUST NOT,false",
    "7,MUST NOT,MUST,false",
    "8,RECOMMENDED,MUST,true",
    "10,NOT RECOMMENDED,MUST,true",
    "12,MUST NOT,MUST NOT,false",
    "13,RECOMMENDED,MUST,true",
    "14,MAY,RECOMMENDED,true",
    "15,RECOMMENDED,RECOMMENDED,true",
    "16,MAY,RECOMMENDED,true",
    "17,MAY,MAY,true",
    "23,MAY,MAY,true",
    "253,MAY,MAY,true",
    "254,MAY,MAY,true"
  })
  void rfc9904_3_aPolicyForEachNumber(
      int number, String signing, String validating, boolean reliable) {
    AlgorithmPolicy policy = AlgorithmPolicy.of(number).orElseThrow();
    assertThat(policy.signing()).hasToString(signing);
    assertThat(policy.validating()).hasToString(validating);
    assertThat(policy.reliable()).isEqualTo(reliable);
    assertThat(policy.citation()).startsWith("RFC 990");
  }

  @ParameterizedTest
  @CsvSource({
    "0,MUST NOT,MUST NOT",
    "1,MUST NOT,MUST",
    "2,RECOMMENDED,MUST",
    "3,MUST NOT,MUST NOT",
    "4,MAY,RECOMMENDED",
    "5,MAY,MAY",
    "6,MAY,MAY"
  })
  void rfc9904_4_aPolicyForEachDigest(int number, String delegation, String validating) {
    DigestPolicy policy = DigestPolicy.of(number).orElseThrow();
    assertThat(policy.delegation()).hasToString(delegation);
    assertThat(policy.validating()).hasToString(validating);
  }

  @Test
  void ofOtherNumbersNoStandardSpeaks() {
    assertThat(AlgorithmPolicy.of(18)).isEmpty();
    assertThat(AlgorithmPolicy.of(0)).isEmpty();
    assertThat(DigestPolicy.of(7)).isEmpty();
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
