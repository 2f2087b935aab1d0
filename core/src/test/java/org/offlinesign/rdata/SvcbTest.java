package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvcbTest {
  private static final String COM = "03666F6F076578616D706C6503636F6D00";
  private static final String ORG = "03666F6F076578616D706C65036F726700";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 foo.example.com. | 0000" + COM,
        "1 . | 000100",
        "16 foo.example.com. port=53 | 0010" + COM + "000300020035",
        "1 foo.example.com. key667=hello | 0001" + COM + "029B000568656C6C6F",
        "1 foo.example.com. key667=\"hello\\210qoo\" | 0001" + COM + "029B000968656C6C6FD2716F6F",
        "1 foo.example.com. ( ipv6hint=\"2001:db8::1,2001:db8::53:1\" ) | 0001"
            + COM
            + "0006002020010DB800000000000000000000000120010DB8000000000000000000530001",
        "1 example.com. ( ipv6hint=\"2001:db8:122:344::192.0.2.33\" ) |"
            + " 0001076578616D706C6503636F6D000006001020010DB80122034400000000C0000221",
        "16 foo.example.org. ( alpn=h2,h3-19 mandatory=ipv4hint,alpn ipv4hint=192.0.2.1 ) | 0010"
            + ORG
            + "0000000400010004000100090268320568332D313900040004C0000201",
        "16 foo.example.org. alpn=\"f\\\\\\\\oo\\\\,bar,h2\" | 0010"
            + ORG
            + "0001000C08665C6F6F2C626172026832",
        "16 foo.example.org. alpn=f\\\\\\092oo\\092,bar,h2 | 0010"
            + ORG
            + "0001000C08665C6F6F2C626172026832"
      })
  void rfc9460_D_1_and_2_vectors(String text, String octets) throws RdataSyntaxException {
    assertThat(RdataText.hex("SVCB", text)).isEqualTo(octets);
    assertThat(RdataText.hex("HTTPS", text)).isEqualTo(octets);
    assertThat(RdataText.hex("SVCB", RdataText.normal("SVCB", text))).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "( key123=abc key123=def )",
        "mandatory",
        "alpn",
        "port",
        "ipv4hint",
        "ipv6hint",
        "no-default-alpn=abc",
        "mandatory=key123",
        "mandatory=mandatory",
        "( mandatory=key123,key123 key123=abc )"
      })
  void rfc9460_D_3_failureCases(String params) {
    assertThatThrownBy(() -> RdataText.rdata("SVCB", "1 foo.example.com. " + params))
        .isInstanceOf(RdataSyntaxException.class);
  }

  @Test
  void parametersAreSortedAndPrintedByName() throws RdataSyntaxException {
    assertThat(
            RdataText.normal(
                "HTTPS",
                "1 . ohttp key65000=\"a b\" ech=AAECAw== port=8443 ipv4hint=192.0.2.1,192.0.2.2"
                    + " no-default-alpn alpn=h2 tls-supported-groups=29,23 docpath=dns,q pvd"))
        .isEqualTo(
            "1 . alpn=\"h2\" no-default-alpn port=8443 ipv4hint=192.0.2.1,192.0.2.2 ech=AAECAw=="
                + " ohttp tls-supported-groups=29,23 docpath=\"dns,q\" pvd key65000=\"a b\"");
  }

  @Test
  void rfc9953_3_anEmptyDocpathIsTheRoot() throws RdataSyntaxException {
    assertThat(RdataText.hex("SVCB", "1 . docpath")).isEqualTo("000100000A0000");
    assertThat(RdataText.normal("SVCB", "1 . docpath=\"\"")).isEqualTo("1 . docpath");
  }

  @Test
  void aMessageNamesTheParameter() {
    assertThatThrownBy(() -> RdataText.rdata("HTTPS", "1 . port=eighty"))
        .hasMessage(
            "in the HTTPS parameter: port: expected a number 0 to 65535 but found 'eighty'");
    assertThatThrownBy(() -> RdataText.rdata("HTTPS", "1 . Port=80"))
        .hasMessage("expected the HTTPS parameter, key=value or a key alone, but found 'Port=80'");
    assertThatThrownBy(() -> RdataText.rdata("HTTPS", "1 . mandatory=alpn"))
        .hasMessage("in the HTTPS parameter: expected the mandatory key alpn but it is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/{?dns} | true",
        "/a%20b/{x,dns:12}{&y*} | true",
        "/{a.dns}{dns} | true",
        "/{?a.dns} | false",
        "/{?dns | false",
        "/{?dns:0} | false",
        "/{?dns:12345} | false",
        "/{=dns} | false",
        "/{?dns,} | false",
        "/{?.dns} | false",
        "/{} | false",
        "/%zz{?dns} | false",
        "/a}{?dns} | false",
        "dns{?dns} | false"
      })
  void rfc9461_5_dohpathIsARelativeTemplateWithTheVariableDns(String template, boolean good) {
    String text = "1 . dohpath=\"" + template + "\"";
    if (good) {
      assertThatCode(() -> RdataText.rdata("SVCB", text)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> RdataText.rdata("SVCB", text))
          .hasMessageContaining("dohpath: expected a ");
    }
  }

  @Test
  void aLongTemplateTakesNoMoreThanItsLength() throws RdataSyntaxException {
    String path = "/" + "%41a".repeat(16_000) + "{?dns}";
    assertThat(RdataText.rdata("SVCB", "1 . dohpath=" + path).length())
        .isEqualTo(7 + path.length());
  }

  @Test
  void rfc9460_2_1_aNumberedKeyTakesWireForm() throws RdataSyntaxException {
    assertThat(RdataText.hex("SVCB", "1 . key3=\"\\000\\053\""))
        .isEqualTo(RdataText.hex("SVCB", "1 . port=53"));
    assertThatThrownBy(() -> RdataText.rdata("SVCB", "1 . key03=\"\\000\\053\""))
        .isInstanceOf(RdataSyntaxException.class);
  }
}
