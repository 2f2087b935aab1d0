package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.offlinesign.cli.command.KeyFolder.LeftOut;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Words;
import org.offlinesign.keystore.StoredKey;

/**
 * What became of the files of a folder.
 *
 * @param files one of each key that was imported
 */
record FolderImportReport(
    Path folder, Path store, List<String> files, List<StoredKey> keys, List<LeftOut> leftOut) {
  FolderImportReport {
    files = List.copyOf(files);
    keys = List.copyOf(keys);
    leftOut = List.copyOf(leftOut);
  }

  /** Returns success unless a key could not be had. */
  ExitCode exitCode() {
    return leftOut.stream().anyMatch(LeftOut::isKey) ? ExitCode.KEYS : ExitCode.DONE;
  }

  void print(Environment env) {
    for (int i = 0; i < keys.size(); i++) {
      StoredKey key = keys.get(i);
      line("imported", files.get(i), KeyText.inALine(key, env.clock()), env);
    }
    for (LeftOut other : leftOut) {
      line(other.isKey() ? "NOT TAKEN" : "left out", other.file(), other.reason(), env);
    }
    long failed = leftOut.stream().filter(LeftOut::isKey).count();
    env.out()
        .println(
            Printable.of(
                Words.count(keys.size(), "key")
                    + " of "
                    + folder
                    + " imported into "
                    + store
                    + (failed == 0 ? "" : ", " + failed + " could not be taken")));
  }

  private static void line(String what, String file, String words, Environment env) {
    env.out().println(Printable.of("%-9s  %s: %s".formatted(what, file, words)));
  }

  void write(JsonGenerator json, Environment env) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("imported");
    for (StoredKey key : keys) {
      KeyJson.write(key, env.clock(), json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("leftOut");
    for (LeftOut other : leftOut) {
      json.writeStartObject();
      json.writeStringField("file", other.file());
      json.writeBooleanField("isKey", other.isKey());
      json.writeStringField("reason", other.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
