package org.offlinesign.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {
  private static final List<String> WORDS = List.of("signzone", "genkey", "listkeys", "--signkey");

  @ParameterizedTest
  @CsvSource({
    "singzone, signzone",
    "SignZone, signzone",
    "sign, signzone",
    "listkey, listkeys",
    "keygen, genkey",
    "--singkey, --signkey"
  })
  void slipsAreRecognised(String typed, String meant) {
    assertThat(Similarity.closest(typed, WORDS)).contains(meant);
  }

  @Test
  void somethingElseIsNotTakenForASlip() {
    assertThat(Similarity.closest("frobnicate", WORDS)).isEmpty();
  }
}
