package org.offlinesign.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.compare.ComparisonRequest.Scope;
import org.offlinesign.compare.Difference.Side;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Serial;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

class ZoneComparerTest {
  private static final DnsName ZONE = DnsName.of("example.");
  private static final Set<Scope> USUAL = EnumSet.of(Scope.TTL);
  private static final String SOA = "$TTL 300\n@ SOA ns admin 7 3600 900 604800 60\n@ NS ns\n";

  @TempDir Path folder;

  private ComparisonReport compare(String first, String second) throws Exception {
    return compare(first, second, USUAL, 100);
  }

  private ComparisonReport compare(String first, String second, Set<Scope> scope, int max)
      throws Exception {
    return new ZoneComparer()
        .compare(
            new ComparisonRequest(
                source("old", first),
                source("new", second),
                ZoneFileOptions.builder(ZONE).build(),
                scope,
                max,
                Budgets.in(folder)));
  }

  private static ZoneFileSource source(String name, String text) {
    return ZoneFileSource.of(
        name, new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Returns a difference as a line: kind, and the place and owner of both records. */
  private static String line(Difference difference) {
    return difference.kind() + " " + side(difference.first()) + " " + side(difference.second());
  }

  private static String side(Optional<Side> side) {
    return side.map(s -> s.place() + " " + s.record().owner() + " " + s.record().type())
        .orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a A 192.0.2.1;b A 192.0.2.2         | b A 192.0.2.2;a A 192.0.2.1
          a A 192.0.2.1                       | A.Example. 5m IN A 192.0.2.1
          a MX 1 Mail                         | a MX 1 mail
          a TXT "x" y                         | a TXT ( x "y" )
          a A 192.0.2.1                       | a A 192.0.2.1;a A 192.0.2.1
          a A 192.0.2.1                       | a TYPE1 \\# 4 C0000201
          a 60 A 192.0.2.1;a 90 A 192.0.2.2   | a 60 A 192.0.2.1;a 60 A 192.0.2.2
          a A 192.0.2.1                       | a A 192.0.2.1;other.test. A 192.0.2.9
          a A 192.0.2.1                       | a A 192.0.2.1;a NSEC example. A RRSIG NSEC
          @ A 192.0.2.1                       | @ A 192.0.2.1;@ NSEC3PARAM 1 0 0 -
          @ A 192.0.2.1                       | @ A 192.0.2.1;@ DNSKEY 256 3 8 AwEAAQ==
          @ A 192.0.2.1                       | @ A 192.0.2.1;@ CDS 0 0 0 00
          """)
  void zonesWithTheSameDataAreEqual(String first, String second) throws Exception {
    ComparisonReport report = compare(zone(first), zone(second));
    assertThat(report.differences()).isEmpty();
    assertThat(report.isEqual()).isTrue();
    assertThat(compare(zone(second), zone(first)).isEqual()).isTrue();
  }

  private static String zone(String records) {
    return SOA + records.replace(';', '\n') + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a A 192.0.2.1               | a A 192.0.2.2          | RECORD old:4:1 a.example. A - ; RECORD - new:4:1 a.example. A
          a A 192.0.2.1               | b A 192.0.2.1          | RECORD old:4:1 a.example. A - ; RECORD - new:4:1 b.example. A
          a A 192.0.2.1;a TXT x       | a TXT x                | RECORD old:4:1 a.example. A -
          a A 192.0.2.1               | a 60 A 192.0.2.1       | TTL old:4:1 a.example. A new:4:1 a.example. A
          a A 192.0.2.1;a A 192.0.2.2 | a 9 A 192.0.2.1;a 9 A 192.0.2.2 | TTL old:4:1 a.example. A new:4:1 a.example. A
          a SVCB 1 Host               | a SVCB 1 host          | RECORD old:4:1 a.example. SVCB - ; RECORD - new:4:1 a.example. SVCB
          a.b A 192.0.2.1             | a\\.b A 192.0.2.1      | RECORD - new:4:1 a\\.b.example. A ; RECORD old:4:1 a.b.example. A -
          a DNSKEY 256 3 8 AwEAAQ==   | a A 192.0.2.1          | RECORD - new:4:1 a.example. A ; RECORD old:4:1 a.example. DNSKEY -
          """)
  void whatDiffersIsListedWithItsPlace(String first, String second, String expected)
      throws Exception {
    ComparisonReport report = compare(zone(first), zone(second));
    assertThat(report.differences())
        .extracting(ZoneComparerTest::line)
        .containsExactly(expected.split(" ; "));
    assertThat(report.isEqual()).isFalse();
  }

  @Test
  void anotherSerialIsToldAndDoesNotCountUnlessAsked() throws Exception {
    String next = SOA.replace(" 7 ", " 8 ");
    ComparisonReport report = compare(SOA, next);
    assertThat(report.isEqual()).isTrue();
    assertThat(report.first().serial()).isEqualTo(new Serial(7));
    assertThat(report.second().serial()).isEqualTo(new Serial(8));
    assertThat(compare(SOA, next, EnumSet.of(Scope.SERIAL), 9).total()).isEqualTo(2);
    assertThat(compare(SOA, SOA.replace("604800", "604801")).total()).isEqualTo(2);
  }

  @Test
  void dsRecordsAreToldAndDoNotCountUnlessAsked() throws Exception {
    String with = SOA + "c NS ns\nc DS 1 8 200 00\n";
    String without = SOA + "c NS ns\n";
    ComparisonReport report = compare(with, without);
    assertThat(report.isEqual()).isTrue();
    assertThat(report.dsNames()).isEqualTo(1);
    ComparisonReport strict = compare(with, without, EnumSet.of(Scope.DS), 9);
    assertThat(strict.differences())
        .extracting(ZoneComparerTest::line)
        .containsExactly("RECORD old:5:1 c.example. DS -");
    assertThat(strict.dsNames()).isZero();
  }

  @Test
  void dnssecRecordsCountIfAsked() throws Exception {
    String signed = SOA + "@ DNSKEY 256 3 8 AwEAAQ==\na NSEC example. A\n";
    ComparisonReport report = compare(SOA, signed, EnumSet.of(Scope.DNSSEC), 9);
    assertThat(report.differences())
        .extracting(ZoneComparerTest::line)
        .containsExactly("RECORD - new:4:1 example. DNSKEY", "RECORD - new:5:1 a.example. NSEC");
    assertThat(compare(SOA, signed).second().dnssec()).isEqualTo(2);
  }

  @Test
  void ttlsDoNotCountUnlessAsked() throws Exception {
    String other = SOA.replace("300", "301");
    assertThat(compare(SOA, other, Set.of(), 9).isEqual()).isTrue();
    assertThat(compare(SOA, other).total()).isEqualTo(2);
  }

  @Test
  void rfc4343_caseCountsIfAsked() throws Exception {
    String upper = SOA.replace("admin", "ADMIN") + "A MX 1 Mail\n";
    String lower = SOA + "a MX 1 mail\n";
    assertThat(compare(upper, lower).isEqual()).isTrue();
    assertThat(compare(upper, lower, EnumSet.of(Scope.CASE), 9).differences())
        .extracting(ZoneComparerTest::line)
        .containsExactly(
            "CASE old:2:1 example. SOA new:2:1 example. SOA",
            "CASE old:4:1 A.example. MX new:4:1 a.example. MX",
            "CASE old:4:1 A.example. MX new:4:1 a.example. MX");
  }

  @Test
  void differencesBeyondTheLimitAreCounted() throws Exception {
    StringBuilder many = new StringBuilder(SOA);
    for (int i = 0; i < 50; i++) {
      many.append('a').append(i).append(" A 192.0.2.1\n");
    }
    ComparisonReport report = compare(many.toString(), SOA, USUAL, 3);
    assertThat(report.differences()).hasSize(3);
    assertThat(report.total()).isEqualTo(50);
    assertThat(report.omitted()).isEqualTo(47);
  }

  @Test
  void figuresTellWhatWasRead() throws Exception {
    ComparisonReport.Figures figures =
        compare(
                SOA,
                SOA
                    + "@ NS ns\nother.test. A 192.0.2.1\n@ ZONEMD 7 1 240 000102030405060708090A0B\n")
            .second();
    assertThat(figures.file()).isEqualTo("new");
    assertThat(figures.records()).isEqualTo(5);
    assertThat(figures.compared()).isEqualTo(2);
    assertThat(figures.dnssec()).isEqualTo(1);
    assertThat(figures.outOfZone()).isEqualTo(1);
    assertThat(figures.duplicates()).isEqualTo(1);
  }

  @Test
  void errorsOfBothFilesAreTold() {
    assertThatThrownBy(() -> compare(SOA + "a A 1\n", SOA + "a A 2\n"))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("old:4:5")
        .hasMessageContaining("new:4:5");
  }

  @Test
  void filesOfAnotherZoneAreNotEqualBecauseNothingOfThemIsCompared() {
    String other = "$ORIGIN other.test.\n" + SOA;
    assertThatThrownBy(() -> compare(other, other))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("old: error: the zone example. has no SOA record; ")
        .hasMessageContaining("that of the zone other.test.")
        .hasMessageContaining("new: error: ");
    assertThatThrownBy(() -> compare(SOA, "")).hasMessageContaining("new: error: ");
    assertThatThrownBy(() -> compare(SOA, "b 1 A 192.0.2.1\n")).hasMessageContaining("new: error");
  }
}
