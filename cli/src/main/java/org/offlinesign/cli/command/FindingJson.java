package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.offlinesign.zonefile.Diagnostic;

/** A finding of a zone file as JSON; scripts rely on the names of the fields. */
final class FindingJson {
  private FindingJson() {}

  static void write(Diagnostic finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("severity", finding.severity().toString());
    json.writeStringField("code", finding.code().code());
    json.writeStringField("file", finding.file());
    json.writeNumberField("line", finding.line());
    json.writeNumberField("column", finding.column());
    if (finding.owner() != null) {
      json.writeStringField("owner", finding.owner().toString());
    }
    if (finding.type() != null) {
      json.writeStringField("type", finding.type().toString());
    }
    json.writeStringField("message", finding.message());
    json.writeStringField("reference", finding.code().section());
    json.writeEndObject();
  }
}
