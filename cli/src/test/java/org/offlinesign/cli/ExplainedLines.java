package org.offlinesign.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.offlinesign.cli.batch.ShellWords;
import org.offlinesign.cli.console.CommandException;
import picocli.CommandLine.ParameterException;

/** The lines that {@code explain} prints, which have to be lines that the parser takes. */
final class ExplainedLines {
  private static final String PROGRAM = "offlinesign ";

  private ExplainedLines() {}

  /** Fails if a line has printed one that would be refused for the way that it is spelled. */
  static void check(List<String> line, String out, Clock clock) {
    if (line.isEmpty() || !line.get(0).equals("explain") || HelpWord.isAmong(line)) {
      return;
    }
    for (List<String> explained : out.startsWith("{") ? ofJson(out) : ofText(out)) {
      try {
        NamedCommand named = NamedCommand.of(explained);
        new CommandParser(named.name(), named.name().newCommand(), clock).parse(named.arguments());
      } catch (CommandException | ParameterException e) {
        throw new AssertionError(String.join(" ", line) + " prints " + explained, e);
      }
    }
  }

  private static List<List<String>> ofText(String out) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : out.lines().filter(text -> text.startsWith(PROGRAM)).toList()) {
      try {
        lines.add(ShellWords.of(line.substring(PROGRAM.length())));
      } catch (CommandException e) {
        throw new AssertionError("no shell would read " + line, e);
      }
    }
    return lines;
  }

  private static List<List<String>> ofJson(String out) {
    try {
      Map<String, Object> document = JSON.std.mapFrom(out);
      List<List<String>> lines = new ArrayList<>();
      for (Object command : (List<?>) document.get("commands")) {
        lines.add(((List<?>) command).stream().map(String::valueOf).toList());
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
