package org.offlinesign.cli.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandNotes;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.FileNotes;
import org.offlinesign.cli.console.KeyNote;
import org.offlinesign.cli.console.ProgramVersion;
import org.offlinesign.file.WitnessedFile;
import org.offlinesign.key.ZoneKey;

/**
 * What two lines of an audit log say of one command, as members of JSON objects.
 *
 * @param run what both lines have in common, and no other
 * @param batch the run of the batch that the command is a line of
 * @param folder where relative file names start
 * @param words the command as it may be kept
 */
record AuditContent(
    String run, Optional<String> batch, Operator operator, String folder, List<String> words) {
  /** The event of a line that is written before a command does anything. */
  static final String BEGIN = "begin";

  /** The event of a line that is written when a command has ended. */
  static final String END = "end";

  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final int MILLI_DIGITS = 3;

  static AuditContent of(String run, List<String> line, Environment env) {
    return new AuditContent(
        run,
        env.notes().run(),
        Operator.of(env),
        env.workingDirectory().toAbsolutePath().toString(),
        line);
  }

  /** How a command has ended, and what it had to do with. */
  record Result(ExitCode code, Optional<String> failure, CommandNotes notes) {}

  private interface Members {
    void writeTo(JsonGenerator json) throws IOException;
  }

  String begin(Instant now) {
    return members(json -> writeCommon(BEGIN, now, json));
  }

  String end(Instant now, long nanos, Result result) {
    return members(
        json -> {
          writeCommon(END, now, json);
          json.writeNumberField(
              "seconds", BigDecimal.valueOf(nanos / NANOS_PER_MILLI, MILLI_DIGITS));
          json.writeNumberField("exitCode", result.code.number());
          write("error", result.failure.orElse(null), json);
          write("zone", result.notes.zone().map(Object::toString).orElse(null), json);
          json.writeArrayFieldStart("keys");
          writeKeys("use", result.notes.keys(), json);
          writeKeys("meant", result.notes.meantKeys(), json);
          json.writeEndArray();
          writeFiles("inputs", result.notes.inputs(), json);
          writeFiles("outputs", result.notes.outputs(), json);
          writeWords("removed", result.notes.removed(), json);
        });
  }

  private void writeCommon(String event, Instant now, JsonGenerator json) throws IOException {
    json.writeStringField("time", now.toString());
    json.writeStringField("event", event);
    json.writeStringField("run", run);
    write("batch", batch.orElse(null), json);
    json.writeStringField("user", operator.user());
    write("uid", operator.uid().orElse(null), json);
    write("loginUid", operator.loginUid().orElse(null), json);
    write("sudoUser", operator.sudoUser().orElse(null), json);
    json.writeStringField("host", operator.host());
    json.writeNumberField("pid", ProcessHandle.current().pid());
    json.writeStringField("program", "offlinesign " + ProgramVersion.text());
    json.writeStringField("folder", folder);
    writeWords("command", words, json);
  }

  private static void write(String name, @Nullable String text, JsonGenerator json)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }

  private static void writeWords(String name, List<String> words, JsonGenerator json)
      throws IOException {
    if (!words.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String word : words) {
        json.writeString(word);
      }
      json.writeEndArray();
    }
  }

  private static void writeKeys(String deed, List<KeyNote> keys, JsonGenerator json)
      throws IOException {
    for (KeyNote key : keys) {
      json.writeStartObject();
      json.writeStringField("name", key.name());
      if (key.facts().isPresent()) {
        ZoneKey facts = key.facts().get();
        json.writeStringField("zone", facts.zone().toString());
        json.writeNumberField("tag", facts.keyTag());
        json.writeStringField("algorithm", facts.algorithm().mnemonic());
        json.writeStringField("role", facts.role().toString());
      }
      json.writeStringField(deed, key.deed().toString());
      json.writeEndObject();
    }
  }

  private static void writeFiles(String name, FileNotes.Noted files, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (WitnessedFile file : files.listed()) {
      json.writeStartObject();
      json.writeStringField("file", file.name());
      json.writeNumberField("octets", file.octets());
      write("sha256", file.digest().orElse(null), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (files.others().isPresent()) {
      FileNotes.Others others = files.others().get();
      json.writeObjectFieldStart(name + "NotListed");
      json.writeNumberField("files", others.count());
      json.writeStringField("sha256", others.digest());
      json.writeEndObject();
    }
  }

  private static String members(Members body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      body.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.getBuffer().substring(1, text.getBuffer().length() - 1);
  }
}
