package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.offlinesign.verify.FindingCode;
import org.offlinesign.verify.KeyFigures;
import org.offlinesign.verify.ValidityHorizon;
import org.offlinesign.verify.VerificationFigures;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.zonefile.Severity;

/** The fields of a verification in JSON; scripts rely on their names. Times are UTC. */
final class VerificationJson {
  private final ShownVerification shown;
  private final VerificationReport report;
  private final JsonGenerator json;

  VerificationJson(ShownVerification shown, JsonGenerator json) {
    this.shown = shown;
    this.report = shown.report();
    this.json = json;
  }

  void write() throws IOException {
    json.writeStringField("zone", shown.zone().toString());
    json.writeBooleanField("valid", report.isValid());
    json.writeBooleanField("acceptedByPolicy", report.acceptedByPolicy());
    json.writeNumberField("errors", shown.count(Severity.ERROR));
    json.writeNumberField("warnings", shown.count(Severity.WARNING));
    json.writeNumberField("omitted", shown.omitted());
    writeHorizon();
    writeCounts();
    writeFigures(report.figures());
    writeKeys();
    shown.run().writeJson(json);
  }

  private void writeHorizon() throws IOException {
    if (report.horizon().isPresent()) {
      ValidityHorizon horizon = report.horizon().get();
      json.writeStringField("validUntil", horizon.validUntil().toString());
      json.writeObjectFieldStart("expiresFirst");
      json.writeStringField("owner", horizon.owner().toString());
      json.writeStringField("type", horizon.type().toString());
      json.writeNumberField("algorithmNumber", horizon.algorithm());
      json.writeNumberField("tag", horizon.keyTag());
      json.writeStringField("file", horizon.place().file());
      json.writeNumberField("line", horizon.place().line());
      json.writeEndObject();
    }
  }

  private void writeCounts() throws IOException {
    json.writeObjectFieldStart("counts");
    for (Map.Entry<FindingCode, Long> entry : new TreeMap<>(report.counts()).entrySet()) {
      json.writeNumberField(entry.getKey().code(), entry.getValue());
    }
    json.writeEndObject();
  }

  private void writeFigures(VerificationFigures figures) throws IOException {
    json.writeNumberField("records", figures.records());
    json.writeNumberField("names", VerificationText.names(figures));
    json.writeNumberField("signedRrsets", figures.signedRrsets());
    json.writeNumberField("signatures", figures.signatures());
    json.writeNumberField("unverifiableSignatures", figures.unverifiableSignatures());
  }

  private void writeKeys() throws IOException {
    json.writeArrayFieldStart("keys");
    for (KeyFigures key : report.keys()) {
      json.writeStartObject();
      json.writeNumberField("tag", key.keyTag());
      json.writeNumberField("algorithmNumber", key.dnskey().algorithm());
      json.writeNumberField("flags", key.dnskey().flags());
      json.writeNumberField("validSignatures", key.validSignatures());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
