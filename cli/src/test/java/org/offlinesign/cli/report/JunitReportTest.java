package org.offlinesign.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class JunitReportTest {
  private static Element suite(ReportedFinding... findings)
      throws IOException, ParserConfigurationException, SAXException {
    String xml = ExampleReport.written(new JunitReport(ExampleReport.of(findings))::print);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    return child(root, "testsuite", 0);
  }

  private static Element child(Element parent, String name, int index) {
    return (Element) parent.getElementsByTagName(name).item(index);
  }

  @Test
  void anErrorIsATestThatFailedAndAWarningOneThatPassed() throws Exception {
    Element suite =
        suite(
            ExampleReport.finding(Severity.ERROR, new Place("db", 3, 7), "found x"),
            ExampleReport.finding(Severity.WARNING, new Place("db", 4, 0), "found y"));

    assertThat(suite.getAttribute("name")).isEqualTo("checkzone example.");
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element error = child(suite, "testcase", 0);
    assertThat(error.getAttribute("classname")).isEqualTo("checkzone.rdata");
    assertThat(error.getAttribute("name")).isEqualTo("a.example. A db:3:7");
    assertThat(error.getAttribute("file")).isEqualTo("db");
    assertThat(error.getAttribute("line")).isEqualTo("3");
    assertThat(child(error, "failure", 0).getAttribute("message")).isEqualTo("found x");
    assertThat(child(error, "failure", 0).getTextContent()).isEqualTo("db:3:7: found x");
    Element warning = child(suite, "testcase", 1);
    assertThat(warning.getElementsByTagName("failure").getLength()).isZero();
    assertThat(child(warning, "system-out", 0).getTextContent()).isEqualTo("db:4: found y");
  }

  @Test
  void aZoneWithoutFindingsIsOneTestThatPassed() throws Exception {
    Element suite = suite();
    assertThat(suite.getAttribute("tests")).isEqualTo("1");
    assertThat(child(suite, "testcase", 0).getAttribute("name")).isEqualTo("example.");
    assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void noTextOfAZoneFileBreaksTheDocument() throws Exception {
    String hostile = "<a b='\"'> & ]]> \u0000\u0001\u001b \ufffe \ud800 \ud83d\ude00";
    ReportedFinding finding =
        new ReportedFinding(
            ExampleReport.of().rules().get(0),
            Severity.ERROR,
            hostile,
            "A",
            Place.of(hostile),
            hostile,
            Printable.of(hostile) + "\n  excerpt\n  ^");

    Element failure = child(suite(finding), "failure", 0);
    assertThat(failure.getAttribute("message")).isEqualTo("<a b='\"'> & ]]> ??? ? ? \ud83d\ude00");
    assertThat(failure.getTextContent()).endsWith("\n  excerpt\n  ^");
  }
}
