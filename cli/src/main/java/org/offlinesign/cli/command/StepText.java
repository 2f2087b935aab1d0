package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.offlinesign.cli.console.Words;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rollover.PlannedStep;
import org.offlinesign.rollover.StepKind;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.wire.Hex;

/** What became of a step, and what to do now. */
final class StepText {
  private final StepReport report;
  private final Clock clock;
  private final RunFigures run;

  /**
   * @param run what the step took
   */
  StepText(StepReport report, Clock clock, RunFigures run) {
    this.report = report;
    this.clock = clock;
    this.run = run;
  }

  void print(PrintStream out) {
    RolloverText text = new RolloverText(out, clock);
    text.say((report.isDone() ? "Done: " : "Not done yet: ") + headline());
    report.signing().ifPresent(signing -> text.say("  " + signed(signing)));
    report.zoneFile().ifPresent(file -> text.say("  written " + file));
    report.files().forEach(file -> text.say("  written " + file));
    text.say("Now:");
    duties(text);
    text.say("Next:");
    report
        .next()
        .ifPresentOrElse(next -> next(next, text), () -> text.say("  nothing: all is done"));
  }

  private String headline() {
    PlannedStep step = report.step();
    return "step %d of %d of %s for %s: %s"
        .formatted(
            step.number(),
            report.plan().steps().size(),
            report.plan().method(),
            report.plan().zone(),
            step.title());
  }

  private String signed(SigningReport signing) {
    return Words.count(signing.signatures(), "signature")
        + ", the first expires "
        + TimeText.minute(signing.firstExpiry(), clock.getZone())
        + "; serial "
        + signing.serial().before()
        + " -> "
        + signing.serial().after();
  }

  private void duties(RolloverText text) {
    if (report.hasWrittenZone()) {
      String zone = report.zoneFile().map(Path::toString).orElse("the zone from stdout");
      text.say("  load " + zone + " into the name servers of the zone now: the next step's");
      text.say("  wait counts from now; if it takes longer, add the delay to --propagation");
    }
    if (report.step().kind() != StepKind.PARENT) {
      return;
    }
    if (report.isDone()) {
      text.say("  nothing: the parent has what it is to have");
      return;
    }
    List<Ds> records = report.ds().orElse(List.of());
    if (records.isEmpty()) {
      text.say("  have the parent remove all DS records of " + report.plan().zone());
      return;
    }
    text.say("  have the parent publish these DS records of the zone, and no others:");
    records.forEach(ds -> text.say("    " + ds(ds)));
    text.say("  (" + dssetFile() + ")");
  }

  private String dssetFile() {
    List<Path> files = report.files();
    return files.isEmpty() ? "no file was asked for" : "also in " + files.get(files.size() - 1);
  }

  private String ds(Ds ds) {
    return "%s IN DS %d %d %d %s"
        .formatted(
            report.plan().zone(),
            ds.keyTag(),
            ds.algorithm(),
            ds.digestType(),
            Hex.encode(ds.digest()));
  }

  private void next(ShownRollover shown, RolloverText text) {
    PlannedStep next = shown.plan().next().orElseThrow();
    text.say("  step " + next.number() + ", " + next.title());
    text.say("  " + text.due(next) + " (" + next.reference() + ")");
    text.say("    " + shown.commands().next(next));
  }

  /** Writes the report; scripts rely on the names of the fields. */
  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("zone", report.plan().zone().toString());
    json.writeStringField("method", report.plan().method().label());
    json.writeNumberField("step", report.step().number());
    json.writeNumberField("steps", report.plan().steps().size());
    json.writeStringField("title", report.step().title());
    json.writeBooleanField("done", report.isDone());
    if (report.zoneFile().isPresent()) {
      json.writeStringField("output", report.zoneFile().get().toString());
    }
    json.writeArrayFieldStart("files");
    for (Path file : report.files()) {
      json.writeString(file.toString());
    }
    json.writeEndArray();
    if (report.ds().isPresent()) {
      json.writeArrayFieldStart("ds");
      for (Ds ds : report.ds().get()) {
        json.writeString(ds(ds));
      }
      json.writeEndArray();
    }
    if (report.next().isPresent()) {
      json.writeFieldName("rollover");
      new RolloverJson(json).write(report.next().get());
    }
    run.writeJson(json);
    json.writeEndObject();
  }
}
