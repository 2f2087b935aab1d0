package org.offlinesign.cli.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.zonefile.Severity;

/**
 * The XML of JUnit: an error is a test that failed, anything else one that passed and has something
 * to say. A zone without findings is one test that passed.
 */
final class JunitReport {
  private final ZoneReport report;

  JunitReport(ZoneReport report) {
    this.report = report;
  }

  void print(PrintStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      write(new Elements(xml));
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.println();
  }

  private void write(Elements xml) throws XMLStreamException {
    xml.start(0, "testsuites");
    xml.start(1, "testsuite");
    xml.attribute("name", report.command() + " " + report.zone());
    xml.attribute("tests", String.valueOf(Math.max(1, report.findings().size())));
    xml.attribute("failures", String.valueOf(failures()));
    xml.attribute("errors", "0");
    if (report.findings().isEmpty()) {
      xml.start(2, "testcase");
      xml.attribute("classname", report.command());
      xml.attribute("name", report.zone().toString());
      xml.end();
    }
    for (ReportedFinding finding : report.findings()) {
      write(finding, xml);
    }
    xml.endBlock(1);
    xml.endBlock(0);
  }

  private long failures() {
    return report.findings().stream().filter(JunitReport::isFailure).count();
  }

  private static boolean isFailure(ReportedFinding finding) {
    return finding.severity() == Severity.ERROR;
  }

  private void write(ReportedFinding finding, Elements xml) throws XMLStreamException {
    xml.start(2, "testcase");
    xml.attribute("classname", report.command() + "." + finding.rule().code());
    xml.attribute("name", (finding.subject() + " " + finding.place()).strip());
    xml.attribute("file", finding.place().file());
    if (finding.place().line() > 0) {
      xml.attribute("line", String.valueOf(finding.place().line()));
    }
    if (isFailure(finding)) {
      xml.start(3, "failure");
      xml.attribute("type", finding.rule().code());
      xml.attribute("message", finding.message());
    } else {
      xml.start(3, "system-out");
    }
    xml.text(finding.text());
    xml.end();
    xml.endBlock(2);
  }

  /** Elements on lines of their own. */
  private record Elements(XMLStreamWriter xml) {
    void start(int depth, String name) throws XMLStreamException {
      xml.writeCharacters("\n" + "  ".repeat(depth));
      xml.writeStartElement(name);
    }

    void attribute(String name, String value) throws XMLStreamException {
      xml.writeAttribute(name, Printable.of(value));
    }

    void text(String lines) throws XMLStreamException {
      xml.writeCharacters(lines);
    }

    void end() throws XMLStreamException {
      xml.writeEndElement();
    }

    void endBlock(int depth) throws XMLStreamException {
      xml.writeCharacters("\n" + "  ".repeat(depth));
      end();
    }
  }
}
