package org.offlinesign.cli.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import org.offlinesign.cli.console.JsonOutput;

/** All lines of a batch in one JSON document, which grows while the batch runs. */
final class JsonReport implements BatchReport {
  private final PrintStream out;
  private final JsonGenerator json;

  JsonReport(String name, int jobs, PrintStream out) throws IOException {
    this.out = out;
    this.json = JsonOutput.open(out);
    json.writeStartObject();
    json.writeStringField("file", name);
    json.writeNumberField("jobs", jobs);
    json.writeArrayFieldStart("lines");
  }

  @Override
  public void add(LineResult result) throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", result.step().line().number());
    json.writeStringField("command", result.step().facts().command());
    if (result.step().facts().zone().isPresent()) {
      json.writeStringField("zone", result.step().facts().zone().get().toString());
    }
    json.writeStringField("outcome", outcome(result));
    if (result.exitCode().isPresent()) {
      json.writeNumberField("exitCode", result.exitCode().get().number());
      json.writeNumberField("seconds", result.time().toNanos() / 1e9);
      json.writeStringField("output", result.output());
      json.writeStringField("messages", result.messages());
    }
    json.writeEndObject();
  }

  private static String outcome(LineResult result) {
    if (result.isDone()) {
      return "done";
    }
    return result.isFailed() ? "failed" : "not-run";
  }

  @Override
  public void finish(BatchTally tally) throws IOException {
    json.writeEndArray();
    json.writeNumberField("done", tally.done());
    json.writeNumberField("failed", tally.failed());
    json.writeNumberField("notRun", tally.notRun());
    json.writeNumberField("exitCode", tally.worst().number());
    json.writeNumberField("seconds", tally.time().toNanos() / 1e9);
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
    out.println();
  }
}
