package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Words;
import org.offlinesign.key.KeyRole;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.sign.PublicationReport;

/** The report of keys that were published, in words or as JSON. */
final class PublicationOutput {
  private final DnsName zone;
  private final PublicationReport report;
  private final ZoneId timeZone;
  private final RunFigures run;

  /**
   * @param run what it took
   */
  PublicationOutput(DnsName zone, PublicationReport report, ZoneId timeZone, RunFigures run) {
    this.zone = zone;
    this.report = report;
    this.timeZone = timeZone;
    this.run = run;
  }

  /**
   * Prints what was done and what to do next.
   *
   * @param written the files that stay
   */
  void printText(List<Path> written, PrintStream out) {
    for (Dnskey key : report.added()) {
      out.println("Published the " + KeyRole.ofFlags(key.flags()) + " " + key.keyTag());
    }
    if (report.added().isEmpty()) {
      out.println("Every key was published already");
    }
    out.println("  zone     " + zone + " with " + Words.count(report.dnskeys().size(), "key"));
    out.println("  serial   " + report.serial().before() + " -> " + report.serial().after());
    if (report.signed()) {
      String end = TimeText.minute(report.validity().expiration(), timeZone);
      out.println("  signed   DNSKEY and SOA records again, valid to " + end);
    }
    for (Path file : written) {
      out.println("  written  " + Printable.of(file.toString()));
    }
    out.println("Next:");
    out.println(
        "  wait until every name server has this zone, and then "
            + Words.count(report.dnskeyTtl().seconds(), "second")
            + ": only then do all resolvers know the keys");
  }

  /** Writes the report; scripts rely on the names of the fields. */
  void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("zone", zone.toString());
    json.writeNumberField("serialBefore", report.serial().before().value());
    json.writeNumberField("serial", report.serial().after().value());
    json.writeBooleanField("signed", report.signed());
    json.writeNumberField("dnskeyTtl", report.dnskeyTtl().seconds());
    writeKeys("added", report.added(), json);
    writeKeys("dnskeys", report.dnskeys(), json);
    run.writeJson(json);
    json.writeEndObject();
  }

  private static void writeKeys(String field, List<Dnskey> keys, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Dnskey key : keys) {
      json.writeStartObject();
      json.writeStringField("role", KeyRole.ofFlags(key.flags()).toString());
      json.writeNumberField("tag", key.keyTag());
      json.writeNumberField("algorithmNumber", key.algorithm());
      json.writeNumberField("flags", key.flags());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
