package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.offlinesign.rollover.DsWish;
import org.offlinesign.rollover.PlannedStep;
import org.offlinesign.rollover.RolloverKey;
import org.offlinesign.rollover.RolloverPlan;

/** Rollovers as JSON; scripts rely on the names of the fields. */
final class RolloverJson {
  private final JsonGenerator json;

  RolloverJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes several rollovers. */
  static void write(List<ShownRollover> all, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("rollovers");
    for (ShownRollover shown : all) {
      new RolloverJson(json).write(shown);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes a rollover with all its steps, as one object. */
  void write(ShownRollover shown) throws IOException {
    RolloverPlan plan = shown.plan();
    json.writeStartObject();
    json.writeStringField("zone", plan.zone().toString());
    json.writeStringField("method", plan.method().label());
    json.writeStringField("title", plan.method().title());
    json.writeBooleanField("underWay", shown.session().isUnderWay());
    json.writeStringField("end", plan.end().toString());
    json.writeArrayFieldStart("keys");
    for (RolloverKey key : shown.session().keys()) {
      write(key);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("steps");
    for (PlannedStep step : plan.steps()) {
      write(step, shown.commands());
    }
    json.writeEndArray();
    writeStrings("signAgainBy", plan.signAgainBy().stream().map(Instant::toString).toList());
    writeStrings("notes", plan.notes());
    writeStrings("breaks", shown.breaks());
    json.writeEndObject();
  }

  private void write(RolloverKey key) throws IOException {
    json.writeStartObject();
    json.writeStringField("label", key.label());
    json.writeStringField("role", key.role().name());
    json.writeStringField("algorithm", key.spec().algorithm().mnemonic());
    json.writeNumberField("bits", key.spec().bits());
    if (key.facts().isPresent()) {
      json.writeNumberField("keyTag", key.facts().get().keyTag());
    }
    json.writeEndObject();
  }

  private void write(PlannedStep step, StepCommands commands) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", step.number());
    json.writeStringField("title", step.title());
    json.writeStringField("actor", step.kind().actor());
    json.writeStringField("kind", step.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("state", step.schedule().state().name().toLowerCase(Locale.ROOT));
    json.writeStringField("notBefore", step.notBefore().toString());
    json.writeStringField("reason", step.reason());
    json.writeStringField("reference", step.reference());
    if (step.dsWish().isPresent()) {
      write(step.dsWish().get());
    }
    if (!step.isDone()) {
      json.writeStringField("command", commands.next(step));
      writeStrings("byHand", commands.byHand(step));
    }
    json.writeEndObject();
  }

  private void write(DsWish wish) throws IOException {
    json.writeObjectFieldStart("dsRecords");
    writeStrings("present", wish.present().stream().map(RolloverKey::label).toList());
    writeStrings("absent", wish.absent().stream().map(RolloverKey::label).toList());
    json.writeEndObject();
  }

  private void writeStrings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
