package org.offlinesign.cli.dnscmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.cli.dnscmd.TypedLine.refusal;
import static org.offlinesign.cli.dnscmd.TypedLine.translate;
import static org.offlinesign.cli.dnscmd.TypedLine.words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of {@code /GenKey}. */
class DnscmdGenKeyTest {
  @Test
  void genKeyTakesEverySwitchOfTheAppendix() throws Exception {
    assertThat(
            translate(
                "/OfflineSign /GenKey /Alg rsasha1 /Length 1024 /Flags KSK /Zone example.com /SSCert"
                    + " /FriendlyName 'my key' /ValidFrom 20260101000000 /ValidTo 20310101000000"))
        .containsExactly(
            "genkey",
            "--alg=rsasha1",
            "--length=1024",
            "--flags=KSK",
            "--zone=example.com",
            "--validfrom=20260101000000",
            "--validto=20310101000000",
            "--friendlyname=my key");
  }

  @Test
  void genKeyNamesItsStore() throws Exception {
    assertThat(translate("/GenKey /alg rsasha256 /length 2048 /zone z /store S /type machine"))
        .contains("--store=S", "--store-type=machine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/OfflineSign /GenKey /Length 1024 /Zone example.com /SSCert",
        "/OfflineSign /GenKey /Alg rsasha1 /Zone example.com /SSCert",
        "/OfflineSign /GenKey /Alg rsasha1 /Length 1024 /SSCert"
      })
  void genKeyAssumesNoAlgorithmLengthOrZone(String line) {
    assertThat(refusal(line).problem()).startsWith("/GenKey needs /");
  }

  @Test
  void genKeyNeedsNoLengthWhereThereIsButOne() throws Exception {
    assertThat(translate("/GenKey /Alg EcdsaP256Sha256 /Zone z"))
        .containsExactly("genkey", "--alg=EcdsaP256Sha256", "--zone=z");
    assertThat(translate("/GenKey /Alg ED25519 /Length 256 /Zone z")).contains("--length=256");
  }

  @Test
  void theSlipKeyGenIsTakenAsMeantAndSaidSo() throws Exception {
    DnscmdCommand command =
        DnscmdTranslator.translate(words("/OfflineSign /KeyGen /Alg 8 /Length 2048 /Zone z"));
    assertThat(command.arguments()).first().isEqualTo("genkey");
    assertThat(command.notices()).containsExactly("/KeyGen was taken as /GenKey");
  }
}
