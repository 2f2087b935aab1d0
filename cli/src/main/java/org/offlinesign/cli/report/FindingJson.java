package org.offlinesign.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A finding as JSON; scripts rely on the names of the fields. */
public final class FindingJson {
  private FindingJson() {}

  /** Writes an object. */
  public static void write(ReportedFinding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("severity", finding.severity().toString());
    json.writeStringField("code", finding.rule().code());
    json.writeStringField("file", finding.place().file());
    json.writeNumberField("line", finding.place().line());
    json.writeNumberField("column", finding.place().column());
    if (!finding.owner().isEmpty()) {
      json.writeStringField("owner", finding.owner());
    }
    if (!finding.type().isEmpty()) {
      json.writeStringField("type", finding.type());
    }
    json.writeStringField("message", finding.message());
    json.writeStringField("reference", finding.rule().section());
    json.writeEndObject();
  }
}
