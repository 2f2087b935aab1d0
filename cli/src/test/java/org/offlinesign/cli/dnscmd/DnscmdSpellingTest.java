package org.offlinesign.cli.dnscmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.cli.dnscmd.TypedLine.SIGNKEY;
import static org.offlinesign.cli.dnscmd.TypedLine.refusal;
import static org.offlinesign.cli.dnscmd.TypedLine.translate;
import static org.offlinesign.cli.dnscmd.TypedLine.words;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lines may be spelled, whichever command they are of. */
class DnscmdSpellingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/OfflineSign /GenKey /Alg rsasha1 /Length 512 /Zone z",
        ". /offlinesign /genkey /alg rsasha1 /length 512 /zone z",
        "localhost /OFFLINESIGN /GENKEY /ALG rsasha1 /LENGTH 512 /ZONE z",
        "-offlinesign -genkey -alg rsasha1 -length 512 -zone z",
        "\u2013offlinesign \u2013genkey \u2013alg rsasha1 \u2013length 512 \u2013zone z",
        "/GenKey /algorithm=rsasha1 /length=512 /zone=z"
      })
  void spellingsOfOneLineMeanTheSame(String line) throws Exception {
    assertThat(translate(line))
        .containsExactly("genkey", "--alg=rsasha1", "--length=512", "--zone=z");
  }

  @Test
  void aLineIsKnownByItsFirstArgument() {
    assertThat(DnscmdTranslator.isDnscmd(words("/OfflineSign /GenKey"))).isTrue();
    assertThat(DnscmdTranslator.isDnscmd(words("/signzone"))).isTrue();
    assertThat(DnscmdTranslator.isDnscmd(words("-AddKey"))).isTrue();
    assertThat(DnscmdTranslator.isDnscmd(words("/DeleteKey"))).isTrue();
    assertThat(DnscmdTranslator.isDnscmd(words("signzone /OfflineSign"))).isFalse();
    assertThat(DnscmdTranslator.isDnscmd(words("/ZoneAdd"))).isFalse();
    assertThat(DnscmdTranslator.isDnscmd(List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?", "/OfflineSign /?", "/OfflineSign /SignZone -?", "--help"})
  void helpIsGivenWhenAskedFor(String line) {
    assertThat(DnscmdTranslator.help(words(line))).isPresent();
    assertThat(DnscmdTranslator.help(words(line)).orElseThrow()).contains("/SignKey [/AllRR");
  }

  @Test
  void pathsMayBeginWithASlash() throws Exception {
    assertThat(
            translate(
                "/SignZone /input /in.zone /output /var/out.zone /keysetdir /keys /zone z "
                    + SIGNKEY))
        .contains("--input=/in.zone", "--output=/var/out.zone", "--keysetdir=/keys");
  }

  @Test
  void standardInputAndRelativeTimesAreValues() throws Exception {
    assertThat(translate("/SignZone /input - /output - /zone z /start -2h /end +30d " + SIGNKEY))
        .contains("--input=-", "--output=-", "--start=-2h", "--end=+30d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/GenKey /Flags /Length 2048 /Alg rsasha1 /Zone z",
        "/GenKey /Alg rsasha1 /Length 2048 /Zone z /FriendlyName",
        "/GenKey /Alg rsasha1 /Length 2048 /Zone /example.com",
        "/SignZone /input /output out.dns /zone z " + SIGNKEY,
        "/SignZone /input in /output out /zone z /keysetdir -start 20260101000000 " + SIGNKEY,
      })
  void aForgottenValueIsNotReplacedByTheNextSwitch(String line) {
    assertThat(refusal(line).problem()).contains("needs a value");
  }

  @Test
  void anEqualsSignTakesAnyValue() throws Exception {
    assertThat(translate("/SignZone /input=/output /output=a=b /zone z " + SIGNKEY))
        .contains("--input=/output", "--output=a=b");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /GenKey /Alg rsasha1 2048 /Length 1024 /Zone z      | a word behind /Alg belongs to no switch
          /GenKey /Alg rsasha1 /Length 1024 /Zone z /Frob     | /Frob is not a switch
          /GenKey /Alg rsasha1 /Length 1024 /Zone z /Input x  | /Input is not a switch of /GenKey
          /GenKey /Alg rsasha1 /Length 1024 /Zone z /AllRR    | /AllRR is not a switch of /GenKey
          /GenKey /Alg rsasha1 /Alg rsasha1 /Length 8 /Zone z | /Algorithm is given twice
          /GenKey /Alg rsasha1 /Length 1024 /Zone=            | the value of /Zone is empty
          /GenKey /Alg rsasha1 /Length 1024 /Zone z /SSCert=1 | /SSCert takes no value
          /GenKey /Alg rsasha1 /Length 1024 /Zone z /Type all | /Type is one of machine, user
          """,
      delimiter = '|')
  void aLineThatCannotBeReadIsRefused(String line, String problem) {
    DnscmdSyntaxException refusal = refusal(line);
    assertThat(refusal.problem()).contains(problem);
    assertThat(refusal).hasMessageContaining("Expected: dnscmd /OfflineSign /GenKey /Alg ALG");
  }
}
