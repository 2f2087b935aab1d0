package org.offlinesign.cli.dnscmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnscmdTranslatorTest {
  private static final String SIGN =
      "/OfflineSign /SignZone /input in.dns /output out.dns /zone example.com ";
  private static final String K = "/signkey /cert /friendlyname K";

  // ------------------------------------------------------------------ generating

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

  // ------------------------------------------------------------------ spelling

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
                "/SignZone /input /in.zone /output /var/out.zone /keysetdir /keys /zone z " + K))
        .contains("--input=/in.zone", "--output=/var/out.zone", "--keysetdir=/keys");
  }

  @Test
  void standardInputAndRelativeTimesAreValues() throws Exception {
    assertThat(translate("/SignZone /input - /output - /zone z /start -2h /end +30d " + K))
        .contains("--input=-", "--output=-", "--start=-2h", "--end=+30d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/GenKey /Flags /Length 2048 /Alg rsasha1 /Zone z",
        "/GenKey /Alg rsasha1 /Length 2048 /Zone z /FriendlyName",
        "/GenKey /Alg rsasha1 /Length 2048 /Zone /example.com",
        "/SignZone /input /output out.dns /zone z " + K,
        "/SignZone /input in /output out /zone z /keysetdir -start 20260101000000 " + K,
      })
  void aForgottenValueIsNotReplacedByTheNextSwitch(String line) {
    assertThat(refusal(line).problem()).contains("needs a value");
  }

  @Test
  void anEqualsSignTakesAnyValue() throws Exception {
    assertThat(translate("/SignZone /input=/output /output=a=b /zone z " + K))
        .contains("--input=/output", "--output=a=b");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /GenKey /Alg rsasha1 2048 /Length 1024 /Zone z      | '2048' belongs to no switch
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

  // ------------------------------------------------------------------ signing

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
    assertThat(translate(SIGN + "/startend 20260101000000 20260131000000 " + K))
        .contains("--start=20260101000000", "--end=20260131000000");
    assertThat(refusal(SIGN + "/startend 20260101000000 " + K).problem())
        .contains("/StartEnd needs a value");
    assertThat(refusal(SIGN + "/startend 20260101000000 20260131000000 /end now " + K).problem())
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
    assertThat(refusal(SIGN + "/addkey /allrr /cert /friendlyname A " + K).problem())
        .contains("such a key signs nothing");
    assertThat(refusal(SIGN + "/addkey /validto 1 /cert /friendlyname A " + K).problem())
        .contains("such a key signs nothing");
  }

  @Test
  void partsOfAKeyOutsideAKeyAreRefused() {
    assertThat(refusal("/SignZone /cert /friendlyname K").problem())
        .contains("/Cert describes a key");
    assertThat(refusal(SIGN + K + " /soaserial keep /validto 1").problem())
        .contains("/ValidTo describes a key");
  }

  @Test
  void switchesOfTheCommandMayFollowAKey() throws Exception {
    assertThat(translate("/SignZone " + K + " /input a /zone z " + K + "2 /output b"))
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

  // ------------------------------------------------------------------ proof of nonexistence

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          nsec                    | --nsec
          NSEC3                   | --nsec3
          NSEC3 OptOut            | --nsec3 --opt-out
          nsec3 optout 5          | --nsec3 --opt-out --iterations=5
          NSEC3 0 8               | --nsec3 --iterations=0 --salt=random:8
          NSEC3 OptOut 0 0        | --nsec3 --opt-out --iterations=0 --salt=-
          NSEC3 50 0 7A59BC4B     | --nsec3 --iterations=50 --salt=7A59BC4B
          NSEC3 0 0 -             | --nsec3 --iterations=0 --salt=-
          NSEC3 0 0 12            | --nsec3 --iterations=0 --salt=12
          """,
      delimiter = '|')
  void denialOfExistenceIsFollowedByWordsInTheirOrder(String words, String options)
      throws Exception {
    List<String> line =
        translate(
            "/OfflineSign /SignZone /input i /output o /zone z /DenialOfExistence "
                + words
                + " /SignKey /Cert /FriendlyName K");
    assertThat(line)
        .containsSubsequence(options.split(" "))
        .contains("--signkey=friendlyname:K", "--zone=z")
        .hasSize(5 + options.split(" ").length);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /DenialOfExistence                        | needs NSEC or NSEC3
          /DenialOfExistence OptOut                 | needs NSEC or NSEC3
          /DenialOfExistence NSEC5                  | needs NSEC or NSEC3
          /DenialOfExistence=NSEC3                  | separated by spaces
          /DenialOfExistence NSEC OptOut            | one word too many
          /DenialOfExistence NSEC3 5 OptOut         | SALTLENGTH is a number
          /DenialOfExistence NSEC3 AABB             | ITERATIONS is a number
          /DenialOfExistence NSEC3 OptOut AABB      | ITERATIONS is a number
          /DenialOfExistence NSEC3 0 8 AABB         | SALTLENGTH must be 0
          /DenialOfExistence NSEC3 0 256            | over 255
          /DenialOfExistence NSEC3 0 0 ABC          | pairs of hex digits
          /DenialOfExistence NSEC3 0 0 AB CD        | one word too many
          /DenialOfExistence NSEC3 /OptOut          | it is no switch
          /DenialOfExistence NSEC3 OptOut OptOut    | ITERATIONS is a number
          /DenialOfExistence NSEC /DenialOfExistence NSEC3 | given twice
          """,
      delimiter = '|')
  void denialOfExistenceThatCanBeMisreadIsRefused(String words, String problem) {
    String line = "/OfflineSign /SignZone /input i /output o /zone z " + words;
    assertThat(refusal(line + " /SignKey /Cert /FriendlyName K").problem()).contains(problem);
  }

  // ------------------------------------------------------------------ other commands

  @Test
  void deleteKeyTakesACertificate() throws Exception {
    assertThat(translate("/OfflineSign /DeleteKey /cert /friendlyname K /serial 0a"))
        .containsExactly("deletekey", "friendlyname:K,serial:0a");
    assertThat(translate("/DeleteKey /cert /store S /type user /subject 'CN=x'"))
        .containsExactly("deletekey", "--store=S", "--store-type=user", "subject:CN=x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/DeleteKey", "/DeleteKey /friendlyname K", "/DeleteKey /flags KSK /cert"})
  void deleteKeyIsRefusedWithoutACertificate(String line) {
    assertThat(refusal(line).expectedForm()).startsWith("/DeleteKey /Cert");
  }

  @Test
  void addKeyPublishesAKeyInAZoneFile() throws Exception {
    List<String> expected =
        List.of(
            "addkey",
            "--zone=z",
            "--input=a",
            "--output=b",
            "--addkey=friendlyname:Z2",
            "--signkey=friendlyname:K");
    assertThat(
            translate(
                "/OfflineSign /AddKey /input a /output b /zone z /cert /friendlyname Z2 " + K))
        .isEqualTo(expected);
    assertThat(translate("/AddKey /cert /friendlyname Z2 /input a /output b " + K + " /zone z"))
        .isEqualTo(expected);
    assertThat(refusal("/AddKey /input a /output b /zone z").problem())
        .isEqualTo("/AddKey needs /Cert and what tells the certificate");
    String line = "/AddKey /input a /output b /zone z /cert /friendlyname Z2 ";
    assertThat(translate(line + "/end +30d /soaserial keep " + K))
        .contains("--end=+30d", "--soaserial=keep");
    assertThat(refusal(line + "/signkey /allrr /cert /friendlyname K").problem())
        .isEqualTo("/AllRR cannot be used with /SignKey");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /ZoneAdd example.com /Primary       | /ZoneAdd       | load the signed file
          /zonedelete example.com             | /zonedelete    | load the signed file
          . /ZoneExport example.com out.dns   | /ZoneExport    | export the zone on the server
          /ZoneResetType example.com          | /ZoneResetType | load the signed file
          /TrustAnchorAdd example.com DNSKEY  | /TrustAnchorAdd| offlinesign trustanchor --zone ZONE --format windows
          /RecordAdd example.com www A 1.2.3.4| /RecordAdd     | edit the zone file
          /Info                               | /Info          | the server's own dnscmd
          /OfflineSign /TrustAnchorAdd        | /TrustAnchorAdd| offlinesign trustanchor --zone ZONE --format windows
          """,
      delimiter = '|')
  void commandsForAServerAreRefusedByNameWithAHint(String line, String name, String hint) {
    assertThat(refusal(line).problem())
        .startsWith(name + " is not a command of /OfflineSign")
        .contains(hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dc1.example.com /OfflineSign /GenKey", "signzone", ".", "/OfflineSign"})
  void aLineWithoutACommandIsRefused(String line) {
    assertThat(refusal(line).expectedForm()).startsWith("dnscmd [.] /OfflineSign {/GenKey");
  }

  // ------------------------------------------------------------------ tools

  private static List<String> translate(String line) throws DnscmdSyntaxException {
    return DnscmdTranslator.translate(words(line)).arguments();
  }

  private static DnscmdSyntaxException refusal(String line) {
    DnscmdSyntaxException refusal =
        catchThrowableOfType(
            DnscmdSyntaxException.class, () -> DnscmdTranslator.translate(words(line)));
    assertThat(refusal).as(line).isNotNull();
    return refusal;
  }

  // Splits as a shell does, with apostrophes round what has spaces.
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("'([^']*)'|(\u201c[^\u201d]*\u201d)|(\\S+)").matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group());
    }
    return words;
  }
}
