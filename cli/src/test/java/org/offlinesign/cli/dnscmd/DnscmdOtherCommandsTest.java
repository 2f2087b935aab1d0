package org.offlinesign.cli.dnscmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.cli.dnscmd.TypedLine.SIGNKEY;
import static org.offlinesign.cli.dnscmd.TypedLine.refusal;
import static org.offlinesign.cli.dnscmd.TypedLine.translate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of the other commands, and of those that are for a server. */
class DnscmdOtherCommandsTest {
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
                "/OfflineSign /AddKey /input a /output b /zone z /cert /friendlyname Z2 "
                    + SIGNKEY))
        .isEqualTo(expected);
    assertThat(
            translate("/AddKey /cert /friendlyname Z2 /input a /output b " + SIGNKEY + " /zone z"))
        .isEqualTo(expected);
    assertThat(refusal("/AddKey /input a /output b /zone z").problem())
        .isEqualTo("/AddKey needs /Cert and what tells the certificate");
    String line = "/AddKey /input a /output b /zone z /cert /friendlyname Z2 ";
    assertThat(translate(line + "/end +30d /soaserial keep " + SIGNKEY))
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
}
