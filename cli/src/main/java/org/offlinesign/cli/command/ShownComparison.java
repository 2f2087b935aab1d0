package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Words;
import org.offlinesign.compare.ComparisonReport;
import org.offlinesign.compare.ComparisonReport.Figures;
import org.offlinesign.compare.Difference;
import org.offlinesign.compare.Difference.Side;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.ResourceRecord;

/**
 * What a comparison of two zones found, as it is shown.
 *
 * @param run what it took
 */
record ShownComparison(ComparisonReport report, RunFigures run) {
  /** Prints a line for each record that the other zone does not have alike. */
  void printDifferences(Environment env) {
    for (Difference difference : report.differences()) {
      difference.first().ifPresent(side -> env.out().println("- " + line(side)));
      difference.second().ifPresent(side -> env.out().println("+ " + line(side)));
    }
    if (report.omitted() > 0) {
      env.tell(
          "and "
              + Words.count(report.omitted(), "further difference")
              + "; --max-findings lists more");
    }
  }

  private static String line(Side side) {
    ResourceRecord record = side.record();
    return Printable.of(
        side.place()
            + ": "
            + record.owner()
            + " "
            + record.ttl()
            + " "
            + record.recordClass()
            + " "
            + record.type()
            + " "
            + rdata(record));
  }

  private static String rdata(ResourceRecord record) {
    return RdataSchema.of(record.type()).toText(record.rdata());
  }

  void printSummary(PrintStream out) {
    Figures first = report.first();
    Figures second = report.second();
    out.println(
        report.zone()
            + ": "
            + (report.isEqual()
                ? "the same " + Words.count(first.compared(), "record")
                : Words.count(report.total(), "difference"))
            + " in "
            + first.file()
            + " and "
            + second.file());
    boolean sameSerial = first.serial().equals(second.serial());
    out.println(
        "  serial    " + first.serial() + (sameSerial ? " in both" : " -> " + second.serial()));
    if (report.dsNames() > 0) {
      out.println(
          "  DS        differ at "
              + Words.count(report.dsNames(), "name")
              + ", which does not count; --with-ds lists them");
    }
    printLeftOut(first, out);
    printLeftOut(second, out);
    run.temporaryDisk().ifPresent(disk -> out.println("  temporary disk " + disk));
  }

  private static void printLeftOut(Figures zone, PrintStream out) {
    if (zone.dnssec() > 0) {
      out.println(
          "  left out  " + Words.count(zone.dnssec(), "DNSSEC record") + " of " + zone.file());
    }
    if (zone.outOfZone() > 0) {
      out.println(
          "  left out  "
              + Words.count(zone.outOfZone(), "record")
              + " outside the zone of "
              + zone.file());
    }
    if (zone.duplicates() > 0) {
      out.println(
          "  left out  " + Words.count(zone.duplicates(), "duplicate") + " of " + zone.file());
    }
  }

  /** Writes the report; scripts rely on the names of the fields. */
  void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("zone", report.zone().toString());
    json.writeBooleanField("equal", report.isEqual());
    json.writeObjectFieldStart("counts");
    for (Difference.Kind kind : Difference.Kind.values()) {
      json.writeNumberField(word(kind), report.counts().getOrDefault(kind, 0L));
    }
    json.writeEndObject();
    json.writeNumberField("omitted", report.omitted());
    json.writeNumberField("dsNames", report.dsNames());
    writeFigures("first", report.first(), json);
    writeFigures("second", report.second(), json);
    json.writeArrayFieldStart("differences");
    for (Difference difference : report.differences()) {
      write(difference, json);
    }
    json.writeEndArray();
    run.writeJson(json);
    json.writeEndObject();
  }

  private static String word(Difference.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void writeFigures(String field, Figures zone, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("file", zone.file());
    json.writeNumberField("serial", zone.serial().value());
    json.writeNumberField("records", zone.records());
    json.writeNumberField("compared", zone.compared());
    json.writeNumberField("dnssec", zone.dnssec());
    json.writeNumberField("outOfZone", zone.outOfZone());
    json.writeNumberField("duplicates", zone.duplicates());
    json.writeEndObject();
  }

  private static void write(Difference difference, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", word(difference.kind()));
    write("first", difference.first(), json);
    write("second", difference.second(), json);
    json.writeEndObject();
  }

  private static void write(String field, Optional<Side> side, JsonGenerator json)
      throws IOException {
    if (side.isEmpty()) {
      return;
    }
    ResourceRecord record = side.get().record();
    json.writeObjectFieldStart(field);
    json.writeStringField("file", side.get().place().file());
    json.writeNumberField("line", side.get().place().line());
    json.writeNumberField("column", side.get().place().column());
    json.writeStringField("owner", record.owner().toString());
    json.writeNumberField("ttl", record.ttl().seconds());
    json.writeStringField("type", record.type().toString());
    json.writeStringField("rdata", rdata(record));
    json.writeEndObject();
  }
}
