package org.offlinesign.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** What the lint says, and of what it keeps silent; each code has its own zone besides. */
class ZoneCheckTest {
  private static final String APEX =
      """
      $TTL 3600
      @ SOA ns1 hostmaster 2026010100 7200 900 1209600 3600
      @ NS ns1
      @ NS ns.example.net.
      ns1 A 192.0.2.1
      """;

  private static final String SHORT_DIGEST = "0123456789012345678901234567890123456789";
  private static final String DIGEST = SHORT_DIGEST + "012345678901234567890123";

  @TempDir Path folder;

  private ZoneCheckReport check(String text, LintPolicy policy) throws IOException {
    SortBudget budget = new SortBudget(SortBudget.MIN_OCTETS, folder, 1);
    ZoneFileOptions options = ZoneFileOptions.builder(DnsName.of("example.com.")).build();
    ZoneCheckRequest request =
        ZoneCheckRequest.of(options, budget, Instant.parse("2026-06-01T12:00:00Z"));
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return new ZoneCheck(request.withPolicy(policy))
        .check(ZoneFileSource.of("db", new ByteArrayInputStream(octets)));
  }

  private List<String> findings(String records) throws IOException {
    String zone = APEX + records.replace(';', '\n') + "\n";
    return check(zone, LintPolicy.usual()).findings().stream()
        .map(finding -> finding.line() + " " + finding.code())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A null MX record alone, and no service (RFC 7505 §3, RFC 2782).
        "@ MX 0 .",
        "_sip._tcp SRV 0 0 0 .",
        // Aliases of names within, outside, of wildcards, of delegated and of rewritten names.
        "a CNAME ns1;b CNAME www.example.net.;*.w A 192.0.2.3;c CNAME x.y.w",
        "sub NS ns1;a CNAME www.sub;old DNAME new.example.net.;b CNAME www.old",
        "a CNAME b;x.b TXT text",
        // Mail and services by wildcards, glue, and names that only have IPv6.
        "@ MX 10 x.w;*.w A 192.0.2.3",
        "@ MX 10 mail.sub;sub NS ns.sub;ns.sub A 192.0.2.3",
        "@ MX 10 mail;mail AAAA 2001:db8::1",
        "@ MX 10 m.w;*.w A 192.0.2.3;*.x A 192.0.2.3",
        "@ MX 10 m.w;*.w A 192.0.2.3;x NS ns1",
        // RFC 9460 §2.4.2, §2.5.1, §2.5.2: aliases, none, and the owner itself.
        "@ HTTPS 0 www;www HTTPS 1 . alpn=h2;www A 192.0.2.3",
        "no HTTPS 0 .",
        "_8443._https.www SVCB 1 www port=8443;www A 192.0.2.3",
        // One SPF policy beside another text.
        "@ TXT \"v=spf1 -all\";@ TXT \"v=spf10 other\";@ SPF \"v=spf1 -all\"",
        // RFC 9615 §4.1.1.
        "_dsboot.example.net._signal.ns1 CDS 1 13 2 " + DIGEST,
        // The name of a child is that of its server; its addresses are glue.
        "sub NS sub;sub A 192.0.2.3;sub AAAA 2001:db8::1",
        "sub NS ns1;sub DS 1 8 1 " + SHORT_DIGEST + ";sub DS 1 13 2 " + DIGEST,
        // Underscores and wildcards are no slips.
        "_tcp A 192.0.2.3;*.w A 192.0.2.3",
        // RFC 5936 §2.2: the SOA record ends a transfer.
        "@ SOA ns1 hostmaster 2026010100 7200 900 1209600 3600",
        // RFC 4035 §2.5.
        "a CNAME ns1;a KEY 0 3 13 AAAA"
      })
  void whatIsRightIsLeftInPeace(String records) throws IOException {
    assertThat(findings(records)).filteredOn(line -> !line.endsWith("type-obsolete")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *.w CNAME ns1;@ MX 10 mail.w             | 7 mx-is-alias
          old DNAME new.example.net.;@ MX 10 m.old | 7 mx-is-alias
          x.m A 192.0.2.3;@ MX 10 m                | 7 mx-without-address
          *.w TXT text;@ MX 10 mail.w              | 7 mx-without-address
          a.*.w A 192.0.2.3;@ MX 10 b.w            | 6 asterisk-within,6 host-name,7 mx-without-address
          _sip._tcp SRV 0 0 5060 ns2               | 6 srv-without-address
          a SVCB 0 b                               | 6 alias-dangling
          sub NS ns1;ns.sub A 192.0.2.3;ns.sub TXT text | 7 glue-unneeded,8 below-cut
          one NS ns.one;two NS ns1                 | 6 glue-missing
          one NS ns.two;two NS ns.one              | 6 glue-of-sibling-missing,7 glue-of-sibling-missing
          old DNAME new.example.net.;two NS ns1;@ MX 10 m.old | 8 mx-is-alias
          a A 192.0.2.3;A A 192.0.2.3              | 7 duplicate-record
          """)
  void whatIsWrongIsFoundAtItsPlace(String records, String expected) throws IOException {
    assertThat(String.join(",", findings(records))).contains(expected);
  }

  @Test
  void aNameThatWasMeantToBeCompleteIsHintedAt() throws IOException {
    List<Diagnostic> found =
        check(APEX + "www CNAME web.example.net\n", LintPolicy.usual()).findings();
    assertThat(found)
        .singleElement()
        .extracting(Diagnostic::message)
        .isEqualTo(
            "web.example.net.example.com., which www.example.com. is an alias of, is not there; is"
                + " a final dot missing?");
  }

  @Test
  void aFindingTellsOfWhichRecordItIs() throws IOException {
    Diagnostic found = check(APEX + "@ MX 10 mail\n", LintPolicy.usual()).findings().get(0);
    assertThat(found.owner()).isEqualTo(DnsName.of("example.com."));
    assertThat(found.type()).hasToString("MX");
    assertThat(found.code().section()).isEqualTo("RFC 5321 §5.1");
  }

  @Test
  void aPolicyChangesSeveritiesAndTheVerdict() throws IOException {
    String zone = APEX + "@ MX 10 mail\na CNAME b\n";
    LintPolicy policy =
        LintPolicy.usual()
            .with(LintCode.MX_WITHOUT_ADDRESS, LintPolicy.Treatment.ERROR)
            .with(LintCode.ALIAS_DANGLING, LintPolicy.Treatment.IGNORE);
    ZoneCheckReport report = check(zone, policy);
    assertThat(report.isGood()).isFalse();
    assertThat(report.findings()).extracting(Diagnostic::severity).containsExactly(Severity.ERROR);
    assertThat(check(zone, LintPolicy.usual()).isGood()).isTrue();
  }
}
