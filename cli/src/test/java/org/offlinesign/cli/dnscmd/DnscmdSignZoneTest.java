package org.offlinesign.cli.dnscmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.cli.dnscmd.TypedLine.SIGN;
import static org.offlinesign.cli.dnscmd.TypedLine.SIGNKEY;
import static org.offlinesign.cli.dnscmd.TypedLine.refusal;
import static org.offlinesign.cli.dnscmd.TypedLine.translate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of {@code /SignZone} and how they describe keys. */
class DnscmdSignZoneTest {
  @Test
  void signZoneTakesEverySwitchOfTheAppendix() throws Exception {
    assertThat(
            translate(
                SIGN
                    + "/keysetdir sets /GenKeySet AllKeys /start 20260101000000 /end 20260131000000"
                    + " /soaserial Keep /ds NoChange /dnskey Add"
                    + " /addkey /cert /friendlyname Z2 /signkey /allrr /cert /friendlyname K"
                    + " /signkey /dnskeyonly /cert /friendlyname Z1"
                    + " /signkey /cert /friendlyname Z3"))
        .containsExactly(
            "signzone",
            "--zone=example.com",
            "--input=in.dns",
            "--output=out.dns",
            "--keysetdir=sets",
            "--genkeyset=allkeys",
            "--start=20260101000000",
            "--end=20260131000000",
            "--soaserial=keep",
            "--ds=nochange",
            "--dnskey=add",
            "--addkey=friendlyname:Z2",
            "--signkey-allrr=friendlyname:K",
            "--signkey-dnskeyonly=friendlyname:Z1",
            "--signkey=friendlyname:Z3");
  }

  @Test
  void startEndIsShortForStartAndEnd() throws Exception {
    assertThat(translate(SIGN + "/startend 20260101000000 20260131000000 " + SIGNKEY))
        .contains("--start=20260101000000", "--end=20260131000000");
    assertThat(refusal(SIGN + "/startend 20260101000000 " + SIGNKEY).problem())
        .contains("/StartEnd needs a value");
    assertThat(
            refusal(SIGN + "/startend 20260101000000 20260131000000 /end now " + SIGNKEY).problem())
        .isEqualTo("/End is given twice");
  }

  @Test
  void everyPartOfAKeyReachesItsSelector() throws Exception {
    assertThat(
            translate(
                SIGN
                    + "/signkey /allrr /validfrom 20260101000000 /validto 20260131000000"
                    + " /algorithm rsasha256 /flags KSK /cert /store OTHER /type Machine"
                    + " /friendlyname 'a, b' /subject 'CN=example.com 32478 RSASHA1 257'"
                    + " /issuer 'CN=x\\y' /serial '40 C1 81 ac'"))
        .endsWith(
            "--signkey-allrr=friendlyname:a\\, b,subject:CN=example.com 32478 RSASHA1 257,"
                + "issuer:CN=x\\\\y,serial:40c181ac,store:OTHER,type:machine,"
                + "set-algorithm:rsasha256,set-flags:KSK,start:20260101000000,end:20260131000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/serial '40 c1 81 ac 00 00 00 01 a6 20'",
        // The guide's own example opens with a typewriter's quotation mark and ends with another.
        "/serial '40 c1 81 ac 00 00 00 01 a6 20\u201d'",
        "/serial \u201c40 c1 81 ac 00 00 00 01 a6 20\u201d",
        "/serial 40 c1 81 ac 00 00 00 01 a6 20",
        "/serial 40:C1:81:AC:00:00:00:01:A6:20",
        "/serial=40c181ac00000001a620"
      })
  void aSerialNumberIsOctetsHoweverTheyAreSeparated(String written) throws Exception {
    assertThat(translate(SIGN + "/signkey /cert " + written))
        .endsWith("--signkey=serial:40c181ac00000001a620");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/serial 40c", "/serial xyz", "/serial '40  c1'", "/serial 40 c1 8"})
  void aSerialNumberThatIsNotOctetsIsRefused(String written) {
    assertThat(refusal(SIGN + "/signkey /cert " + written).problem()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /signkey /cert /friendlyname K /allrr               | /AllRR comes too late
          /signkey /cert /friendlyname K /validto 1           | /ValidTo comes too late
          /signkey /cert /friendlyname K /algorithm 8         | /Algorithm comes too late
          /signkey /algorithm 8 /validfrom 1 /cert /subject S | /ValidFrom comes too late
          /signkey /flags KSK /dnskeyonly /cert /subject S    | /DnskeyOnly comes too late
          /signkey /friendlyname K /cert                      | /FriendlyName comes before /Cert
          /signkey /store S /cert /friendlyname K             | /Store comes before /Cert
          /signkey /allrr /dnskeyonly /cert /friendlyname K   | only one of /AllRR and /DnskeyOnly
          /signkey                                            | /SignKey needs /Cert
          /signkey /allrr /signkey /cert /friendlyname K      | /SignKey needs /Cert
          /signkey /allrr /soaserial keep /cert /subject S    | /SignKey needs /Cert
          /signkey /cert                                      | at least one of /FriendlyName
          /signkey /cert /store S /type user                  | at least one of /FriendlyName
          /signkey /cert /friendlyname A /friendlyname B      | /FriendlyName is given twice
          """,
      delimiter = '|')
  void aKeyDescribedInAnotherOrderIsRefusedWithTheRightOne(String key, String problem) {
    DnscmdSyntaxException refusal = refusal(SIGN + key);
    assertThat(refusal.problem()).contains(problem);
    assertThat(refusal.expectedForm())
        .isEqualTo(
            "/SignKey [/AllRR | /DnskeyOnly] [/ValidFrom TIME] [/ValidTo TIME] [/Algorithm ALG]"
                + " [/Flags FLAGS] /Cert [/Store NAME] [/Type machine|user] {/FriendlyName NAME |"
                + " /Subject CN=... | /Issuer CN=... | /Serial HEX}...");
  }

  @Test
  void aKeyThatIsOnlyPublishedHasNeitherScopeNorValidity() {
    assertThat(refusal(SIGN + "/addkey /allrr /cert /friendlyname A " + SIGNKEY).problem())
        .contains("such a key signs nothing");
    assertThat(refusal(SIGN + "/addkey /validto 1 /cert /friendlyname A " + SIGNKEY).problem())
        .contains("such a key signs nothing");
  }

  @Test
  void partsOfAKeyOutsideAKeyAreRefused() {
    assertThat(refusal("/SignZone /cert /friendlyname K").problem())
        .contains("/Cert describes a key");
    assertThat(refusal(SIGN + SIGNKEY + " /soaserial keep /validto 1").problem())
        .contains("/ValidTo describes a key");
  }

  @Test
  void switchesOfTheCommandMayFollowAKey() throws Exception {
    assertThat(translate("/SignZone " + SIGNKEY + " /input a /zone z " + SIGNKEY + "2 /output b"))
        .containsExactly(
            "signzone",
            "--zone=z",
            "--input=a",
            "--output=b",
            "--signkey=friendlyname:K",
            "--signkey=friendlyname:K2");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /SignZone /output o /zone z /signkey /cert /friendlyname K | /SignZone needs /Input
          /SignZone /input i /zone z /signkey /cert /friendlyname K  | /SignZone needs /Output
          /SignZone /input i /output o /signkey /cert /subject S     | /SignZone needs /Zone
          /SignZone /input i /output o /zone z                       | at least one /SignKey
          /SignZone /input i /output o /zone z /addkey /cert /subject S | at least one /SignKey
          /SignZone /input i /output o /zone z /ds keep              | add, replace, nochange
          /SignZone /input i /output o /zone z /OptOut | [OptOut] [ITERATIONS [SALTLENGTH [SALT]]]
          """,
      delimiter = '|')
  void signZoneSaysWhatItLacks(String line, String problem) {
    assertThat(refusal(line).problem()).contains(problem);
  }
}
