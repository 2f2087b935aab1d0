package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

/** The syntax of RFC 1035 §5.1 and what BIND makes of its corners. */
class MasterFileSyntaxTest {
  private static final String TTL = "$TTL 300\n";

  private static ReadZone readClean(String text) throws IOException {
    ReadZone zone = ReadZone.of(TTL + text);
    assertThat(zone.diagnostics()).isEmpty();
    return zone;
  }

  @Test
  void rfc1035_5_1_atSignIsTheOrigin() throws IOException {
    assertThat(readClean("@ NS @\n").records()).containsExactly("example. 300 IN NS example.");
  }

  @Test
  void rfc9460_2_1_atSignIsTheOriginAsATargetToo() throws Exception {
    assertThat(readClean("x HTTPS 1 @ port=8443\ny SVCB 0 @\n").records())
        .containsExactly(
            "x.example. 300 IN HTTPS 1 example. port=8443", "y.example. 300 IN SVCB 0 example.");
  }

  @Test
  void rfc1035_5_1_parenthesesJoinLines() throws IOException {
    assertThat(readClean("x TXT ( a ; comment )\n b\n) c\ny A 192.0.2.1\n").records())
        .containsExactly(
            "x.example. 300 IN TXT \"a\" \"b\" \"c\"", "y.example. 300 IN A 192.0.2.1");
  }

  @Test
  void parenthesesMayBeNestedAndMayComeBeforeTheOwner() throws IOException {
    assertThat(readClean("( x TXT (a (b\n ) c\n) )\n").records())
        .containsExactly("x.example. 300 IN TXT \"a\" \"b\" \"c\"");
  }

  @Test
  void rfc1035_5_1_blankOwnerIsThatOfTheRecordBefore() throws IOException {
    assertThat(readClean("x A 192.0.2.1\n\tA 192.0.2.2\n \n ; nothing\n A 192.0.2.3\n").records())
        .containsExactly(
            "x.example. 300 IN A 192.0.2.1",
            "x.example. 300 IN A 192.0.2.2",
            "x.example. 300 IN A 192.0.2.3");
  }

  @Test
  void blankOwnerAfterOriginIsStillThatOfTheRecordBeforeWithAWarning() throws IOException {
    ReadZone zone = ReadZone.of(TTL + "x A 192.0.2.1\n$ORIGIN sub\n A 192.0.2.2\ny A 192.0.2.3\n");
    assertThat(zone.records())
        .containsExactly(
            "x.example. 300 IN A 192.0.2.1",
            "x.example. 300 IN A 192.0.2.2",
            "y.sub.example. 300 IN A 192.0.2.3");
    assertThat(zone.notices()).containsExactly("inherited-owner");
  }

  @Test
  void blankOwnerWithoutARecordBeforeIsAnError() throws IOException {
    assertThat(ReadZone.of(TTL + " A 192.0.2.1\n").errors()).containsExactly("2:2 owner");
  }

  @Test
  void rfc1035_5_1_ttlAndClassStandInEitherOrder() throws IOException {
    assertThat(readClean("a 1 IN A 192.0.2.1\nb IN 2 A 192.0.2.1\nc IN A 192.0.2.1\n").records())
        .containsExactly(
            "a.example. 1 IN A 192.0.2.1",
            "b.example. 2 IN A 192.0.2.1",
            "c.example. 300 IN A 192.0.2.1");
  }

  @Test
  void ownersMayLookLikeAnythingElse() throws IOException {
    assertThat(
            readClean("IN A 192.0.2.1\n3600 A 192.0.2.1\nTYPE1 A 192.0.2.1\nA A 192.0.2.1\n")
                .records())
        .containsExactly(
            "IN.example. 300 IN A 192.0.2.1",
            "3600.example. 300 IN A 192.0.2.1",
            "TYPE1.example. 300 IN A 192.0.2.1",
            "A.example. 300 IN A 192.0.2.1");
  }

  @Test
  void rfc3597_5_typesAndClassesMayBeNumbers() throws IOException {
    assertThat(readClean("x CLASS1 TYPE1 192.0.2.1\ny type65280 \\# 2 abCD\n").records())
        .containsExactly("x.example. 300 IN A 192.0.2.1", "y.example. 300 IN TYPE65280 \\# 2 ABCD");
  }

  @Test
  void rfc2181_11_anyOctetStandsInALabel() throws IOException {
    assertThat(readClean("a\\.b\\000\\\"\\ c\u00ff A 192.0.2.1\n\"q t\" A 192.0.2.1\n").records())
        .containsExactly(
            "a\\.b\\000\\\"\\032c\\255.example. 300 IN A 192.0.2.1",
            "q\\032t.example. 300 IN A 192.0.2.1");
  }

  @Test
  void aQuotationMarkEndsAWord() throws IOException {
    assertThat(readClean("x TXT foo\"bar; (baz\"x \"\"\n").records())
        .containsExactly("x.example. 300 IN TXT \"foo\" \"bar; (baz\" \"x\" \"\"");
  }

  @Test
  void anEscapedLineFeedStandsInAQuotedString() throws IOException {
    ReadZone zone = ReadZone.of(TTL + "x TXT \"a\\\nb\" c\ny A 1\n");
    assertThat(zone.records()).containsExactly("x.example. 300 IN TXT \"a\\010b\" \"c\"");
    assertThat(zone.errors()).containsExactly("4:5 rdata");
  }

  @Test
  void everyKindOfLineEndEndsARecord() throws IOException {
    assertThat(readClean("a A 192.0.2.1\r\nb A 192.0.2.2\rc A 192.0.2.3").records())
        .containsExactly(
            "a.example. 300 IN A 192.0.2.1",
            "b.example. 300 IN A 192.0.2.2",
            "c.example. 300 IN A 192.0.2.3");
  }

  @Test
  void aLoneCarriageReturnDoesNotEndACommentAndIsWarnedOf() throws IOException {
    ReadZone zone = ReadZone.of(TTL + "a A 192.0.2.1 ; x\rb A 192.0.2.2\nc A 192.0.2.3\n");
    assertThat(zone.records())
        .containsExactly("a.example. 300 IN A 192.0.2.1", "c.example. 300 IN A 192.0.2.3");
    assertThat(zone.notices()).containsExactly("return-in-comment");
  }

  @Test
  void theRootZoneHasRelativeNamesBelowTheRoot() throws IOException {
    ReadZone zone =
        ReadZone.of(
            ". 60 NS a.root-servers.net.\ncom 60 NS ns.com\n@ 60 NS .\n",
            ZoneFileOptions.builder(DnsName.ROOT));
    assertThat(zone.records())
        .containsExactly(". 60 IN NS a.root-servers.net.", "com. 60 IN NS ns.com.", ". 60 IN NS .");
  }

  @Test
  void recordsOutsideTheZoneAreHandedOn() throws IOException {
    assertThat(readClean("ns.other. A 192.0.2.1\n").records())
        .containsExactly("ns.other. 300 IN A 192.0.2.1");
  }

  @Test
  void rfc1035_5_2_anotherClassIsAnError() throws IOException {
    assertThat(ReadZone.of(TTL + "x CH TXT a\n").errors()).containsExactly("2:3 class");
  }

  @Test
  void metaTypesAndUnknownTypesAreErrors() throws IOException {
    assertThat(ReadZone.of(TTL + "x TKEY a\ny NXNAME\nz FOO b\nw \"A\" 192.0.2.1\nv\n").errors())
        .containsExactly("2:3 meta-type", "3:3 nxname", "4:3 type", "5:4 syntax", "6:2 syntax");
  }
}
