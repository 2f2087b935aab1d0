package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.cli.console.ProcessFigures;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.StageFigures;
import org.offlinesign.zone.SortBudget;

/**
 * What a command took to do its work.
 *
 * @param budget what it was allowed, if it sorts
 */
record RunFigures(Progress progress, Optional<SortBudget> budget) {
  private static final double MEGA = 1e6;
  private static final double NANOS = 1e9;
  private static final int PLACES = 3;

  /** Returns the figures of work that sorts. */
  static RunFigures of(SortBudget budget) {
    return new RunFigures(budget.progress(), Optional.of(budget));
  }

  /** Returns in words how much was on temporary disk, if anything was. */
  Optional<String> temporaryDisk() {
    long most = progress.mostOctetsOnDisk();
    return most == 0
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "at most %,.1f MB", most / MEGA));
  }

  /** Writes a field with all figures; scripts rely on the names. */
  void writeJson(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("run");
    json.writeNumberField("seconds", rounded(progress.time().toNanos() / NANOS));
    if (budget.isPresent()) {
      json.writeNumberField("threads", budget.get().threads());
      json.writeNumberField("memory", budget.get().octets());
    }
    json.writeNumberField("spilled", progress.spilledOctets());
    json.writeNumberField("temporaryDisk", progress.mostOctetsOnDisk());
    json.writeArrayFieldStart("stages");
    for (StageFigures stage : progress.stages()) {
      write(stage, json);
    }
    json.writeEndArray();
    write(ProcessFigures.take(), json);
    json.writeEndObject();
  }

  private static void write(StageFigures stage, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", stage.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (stage.file().isPresent()) {
      json.writeStringField("file", stage.file().get());
    }
    json.writeNumberField("seconds", rounded(stage.seconds()));
    for (Quantity quantity : Quantity.values()) {
      if (stage.done().containsKey(quantity)) {
        String name = quantity.name().toLowerCase(Locale.ROOT);
        json.writeNumberField(name, stage.done(quantity));
        json.writeNumberField(name + "PerSecond", rounded(stage.rate(quantity)));
      }
    }
    json.writeEndObject();
  }

  private static void write(ProcessFigures process, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("process");
    json.writeNumberField("seconds", rounded(process.time().toNanos() / NANOS));
    if (process.cpu().isPresent()) {
      json.writeNumberField("cpuSeconds", rounded(process.cpu().get().toNanos() / NANOS));
    }
    json.writeNumberField("peakHeap", process.peakHeap());
    if (process.peakMemory().isPresent()) {
      json.writeNumberField("peakMemory", process.peakMemory().getAsLong());
    }
    json.writeEndObject();
  }

  /** Returns a number to three places, never in the form 1.2E7. */
  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(PLACES, RoundingMode.HALF_UP);
  }
}
