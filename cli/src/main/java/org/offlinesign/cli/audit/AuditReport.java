package org.offlinesign.cli.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.offlinesign.audit.AuditFault;
import org.offlinesign.audit.AuditVerdict;
import org.offlinesign.audit.LineDigest;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Words;

/** What a check of an audit log has found, as it is told. */
record AuditReport(AuditVerdict verdict, UnendedRuns runs, ExpectedHeads heads) {
  ExitCode exitCode() {
    boolean isRight = verdict.fault().isEmpty() && heads.areFound() && runs.unreadable().isEmpty();
    return isRight ? ExitCode.DONE : ExitCode.ZONE;
  }

  /** Prints what was found, but what is wrong. */
  void print(Environment env) {
    verdict.notices().forEach(notice -> env.tell("notice: " + notice));
    for (UnendedRuns.Begin begin : runs.begins()) {
      env.tell(
          "notice: the command of line %d, begun at %s, has not ended: it was killed, or is running"
              .formatted(begin.number(), begin.time()));
    }
    boolean isRight = verdict.fault().isEmpty();
    env.out()
        .println(
            Words.count(verdict.lines(), "line")
                + (isRight ? " in order" : " in order before the first that is not"));
    // What stands for no line at all would prove nothing later.
    env.out()
        .println(
            verdict.head().equals(LineDigest.NONE)
                ? "  no head yet, because there is no line"
                : "  head " + verdict.head());
  }

  /** Says what is wrong, if anything is. */
  void complain(Environment env) {
    runs.unreadable()
        .ifPresent(
            line ->
                env.tell(
                    "error: line "
                        + line
                        + " is not JSON: its digest fits, but this program has not written it"));
    verdict.fault().ifPresent(fault -> env.tell("error: " + fault));
    if (verdict.fault().isEmpty()) {
      heads.complaints().forEach(complaint -> env.tell("error: " + complaint));
    }
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("inOrder", verdict.fault().isEmpty());
    json.writeNumberField("lines", verdict.lines());
    json.writeStringField("head", verdict.head().toString());
    if (heads.isAsked()) {
      json.writeBooleanField("expectedFound", heads.areFound());
    }
    if (verdict.fault().isPresent()) {
      write(verdict.fault().get(), json);
    }
    if (runs.unreadable().isPresent()) {
      json.writeNumberField("notJson", runs.unreadable().get());
    }
    json.writeArrayFieldStart("notices");
    for (String notice : verdict.notices()) {
      json.writeString(notice);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notEnded");
    for (UnendedRuns.Begin begin : runs.begins()) {
      json.writeStartObject();
      json.writeNumberField("sequence", begin.number());
      json.writeStringField("time", begin.time());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(AuditFault fault, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("fault");
    json.writeStringField("file", fault.file().toString());
    json.writeNumberField("line", fault.line());
    json.writeStringField("message", fault.message());
    json.writeEndObject();
  }
}
