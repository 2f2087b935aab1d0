package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.offlinesign.delegation.ChildFinding;
import org.offlinesign.delegation.ChildReport;
import org.offlinesign.rdata.Ds;
import org.offlinesign.wire.Hex;

/** What became of delegations, as JSON; scripts rely on the names of the fields. */
final class ChildJson {
  private final JsonGenerator json;

  ChildJson(JsonGenerator json) {
    this.json = json;
  }

  void write(ChildReport child) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", child.child().toString());
    json.writeStringField("status", word(child.status()));
    json.writeStringField("request", child.answer() == null ? "unknown" : word(child.answer()));
    json.writeNumberField("ds", child.after().size());
    writeDs("added", child.added());
    writeDs("removed", child.removed());
    json.writeArrayFieldStart("files");
    for (String source : child.sources()) {
      json.writeString(source);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (ChildFinding finding : child.findings()) {
      json.writeStartObject();
      json.writeStringField("code", word(finding.code()));
      json.writeStringField("message", finding.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Writes an array of DS records. */
  void writeDs(String field, List<Ds> records) throws IOException {
    json.writeArrayFieldStart(field);
    for (Ds ds : records) {
      json.writeStartObject();
      json.writeNumberField("tag", ds.keyTag());
      json.writeNumberField("algorithmNumber", ds.algorithm());
      json.writeNumberField("digestType", ds.digestType());
      json.writeStringField("digest", Hex.encode(ds.digest()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
