package org.offlinesign.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

class GithubReportTest {
  private static String written(ReportedFinding... findings) throws IOException {
    return ExampleReport.written(new GithubReport(ExampleReport.of(findings))::print);
  }

  private static ReportedFinding finding(Severity severity, Place place, String message) {
    return ExampleReport.finding(severity, place, message);
  }

  @Test
  void eachFindingIsACommandWithItsPlace() throws IOException {
    assertThat(
            written(
                finding(Severity.ERROR, new Place("zones/db", 3, 7), "found x"),
                finding(Severity.WARNING, new Place("zones/db", 4, 0), "found y"),
                finding(Severity.NOTICE, Place.of("zones/db"), "found z")))
        .isEqualTo(
            """
            ::error file=zones/db,line=3,col=7,title=rdata::a.example. A: found x (RFC 1035 §5.1)
            ::warning file=zones/db,line=4,title=rdata::a.example. A: found y (RFC 1035 §5.1)
            ::notice file=zones/db,title=rdata::a.example. A: found z (RFC 1035 §5.1)
            """);
  }

  @Test
  void aSectionThatTheMessageNamesIsNotRepeated() throws IOException {
    assertThat(written(finding(Severity.ERROR, Place.of("db"), "bad (RFC 1035 §5.1)")))
        .isEqualTo("::error file=db,title=rdata::a.example. A: bad (RFC 1035 §5.1)\n");
  }

  @Test
  void aFileNameCannotAddProperties() throws IOException {
    assertThat(written(finding(Severity.ERROR, new Place("a,line=9::x%0A", 1, 1), "m")))
        .startsWith("::error file=a%2Cline=9%3A%3Ax%250A,line=1,col=1,title=rdata::");
  }

  @Test
  void aMessageCannotBeginACommandOfItsOwn() throws IOException {
    String hostile = "x\n::add-mask::y\r::stop-commands::z\u0085\u2028::error::\u001b[2J %0A";
    assertThat(written(finding(Severity.ERROR, Place.of("db"), hostile)))
        .isEqualTo(
            "::error file=db,title=rdata::a.example. A: "
                + "x?::add-mask::y?::stop-commands::z??::error::?[2J %250A (RFC 1035 §5.1)\n");
  }

  @Test
  void aZoneWithoutFindingsSaysNothing() throws IOException {
    assertThat(written()).isEmpty();
  }
}
