package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.cli.report.FindingJson;
import org.offlinesign.cli.report.ReportedFinding;
import org.offlinesign.delegation.ChildReport;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.sign.InputFigures;
import org.offlinesign.sign.KeyFigures;
import org.offlinesign.sign.RenewalFigures;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.sign.SigningWarning;
import org.offlinesign.sign.ZoneFigures;
import org.offlinesign.zonefile.Diagnostic;

/** The report of a signing as JSON; scripts rely on the names of the fields. Times are UTC. */
final class SigningJson {
  private final SigningReport report;
  private final List<Path> files;
  private final Optional<Instant> nextKeyChange;
  private final RunFigures run;
  private final JsonGenerator json;

  SigningJson(ShownSigning shown, JsonGenerator json) {
    this.report = shown.report();
    this.files = shown.files();
    this.nextKeyChange = shown.keys().nextChange();
    this.run = shown.run();
    this.json = json;
  }

  void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("zone", report.zone().toString());
    json.writeNumberField("serialBefore", report.serial().before().value());
    json.writeNumberField("serial", report.serial().after().value());
    json.writeStringField("inception", report.validity().inception().toString());
    json.writeStringField("expiration", report.validity().expiration().toString());
    json.writeStringField("firstExpiry", report.firstExpiry().toString());
    json.writeStringField("signAgainBy", report.signAgainBy().toString());
    if (nextKeyChange.isPresent()) {
      json.writeStringField("nextKeyChange", nextKeyChange.get().toString());
    }
    json.writeNumberField("signatures", report.signatures());
    writeDenial(report.denial());
    writeRenewal(report.renewal());
    writeInput(report.input());
    writeOutput(report.output());
    writeKeys();
    writeChildren();
    writeFiles();
    writeWarnings();
    run.writeJson(json);
    json.writeEndObject();
  }

  private void writeDenial(SigningReport.DenialChange denial) throws IOException {
    json.writeArrayFieldStart("denialBefore");
    for (Denial before : denial.before()) {
      writeDenial(before);
    }
    json.writeEndArray();
    json.writeFieldName("denial");
    writeDenial(denial.after());
  }

  private void writeDenial(Denial denial) throws IOException {
    json.writeStartObject();
    if (denial instanceof Nsec3 nsec3) {
      json.writeStringField("type", "nsec3");
      json.writeBooleanField("optOut", nsec3.optOut());
      json.writeNumberField("iterations", nsec3.parameters().iterations());
      json.writeStringField("salt", nsec3.parameters().salt().toString());
    } else {
      json.writeStringField("type", "nsec");
    }
    json.writeEndObject();
  }

  private void writeRenewal(RenewalFigures figures) throws IOException {
    json.writeObjectFieldStart("renewal");
    json.writeNumberField("kept", figures.kept());
    json.writeNumberField("made", figures.made());
    json.writeNumberField("dropped", figures.dropped());
    json.writeEndObject();
  }

  private void writeInput(InputFigures figures) throws IOException {
    json.writeObjectFieldStart("input");
    json.writeNumberField("records", figures.records());
    json.writeNumberField("dropped", figures.dropped());
    json.writeNumberField("outOfZone", figures.outOfZone());
    json.writeNumberField("duplicates", figures.duplicates());
    json.writeNumberField("loweredTtls", figures.loweredTtls());
    json.writeEndObject();
  }

  private void writeOutput(ZoneFigures figures) throws IOException {
    json.writeObjectFieldStart("output");
    json.writeNumberField("records", figures.records());
    json.writeNumberField("rrsets", figures.rrsets());
    json.writeNumberField("names", figures.names());
    json.writeNumberField("secureDelegations", figures.secureDelegations());
    json.writeNumberField("insecureDelegations", figures.insecureDelegations());
    json.writeNumberField("glueNames", figures.glueNames());
    json.writeNumberField("occludedNames", figures.occludedNames());
    json.writeNumberField("largestTtl", figures.largestTtl());
    json.writeNumberField("dnskeyTtl", report.dnskeyTtl().seconds());
    json.writeEndObject();
  }

  private void writeKeys() throws IOException {
    json.writeArrayFieldStart("keys");
    for (KeyFigures key : report.keys()) {
      json.writeStartObject();
      KeyJson.writeFields(key.key(), json);
      json.writeStringField("scope", key.scope().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("signatures", key.signatures());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeChildren() throws IOException {
    ChildJson children = new ChildJson(json);
    children.writeDs("ds", report.ds());
    json.writeArrayFieldStart("children");
    for (ChildReport child : report.children()) {
      children.write(child);
    }
    json.writeEndArray();
  }

  private void writeFiles() throws IOException {
    json.writeArrayFieldStart("files");
    for (Path file : files) {
      json.writeString(file.toString());
    }
    json.writeEndArray();
  }

  private void writeWarnings() throws IOException {
    json.writeArrayFieldStart("warnings");
    for (SigningWarning warning : report.warnings()) {
      json.writeStartObject();
      json.writeStringField(
          "code", warning.code().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      json.writeStringField("message", warning.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notices");
    for (Diagnostic notice : report.notices()) {
      FindingJson.write(ReportedFinding.of(notice), json);
    }
    json.writeEndArray();
  }
}
