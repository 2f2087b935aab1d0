package org.offlinesign.cli.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.cli.batch.ShellWords;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.ShellText;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.dnscmd.DnscmdCommand;
import org.offlinesign.cli.dnscmd.DnscmdSyntaxException;
import org.offlinesign.cli.dnscmd.DnscmdTranslator;
import org.offlinesign.cli.explain.Explanation.Note;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how a line of another program is written here. */
@Command(
    header = {
      "  offlinesign explain -- dnssec-signzone -S -K keys -o example.com example.com.zone",
      "  offlinesign explain 'dnscmd /OfflineSign /DeleteKey /Cert /FriendlyName KSK-example.com'"
    },
    customSynopsis = {
      "offlinesign explain [--json] -- PROGRAM WORD...",
      "offlinesign explain [--json] 'LINE'"
    },
    description =
        "Prints the commands that do what a line of dnscmd, dnssec-signzone or ldns-signzone does,"
            + " and what became of each of its options. Runs nothing and reads no file. A line with"
            + " an option that is not known is refused.")
public final class ExplainCommand implements Subcommand {
  private static final String DNSCMD = "dnscmd";

  @Parameters(
      paramLabel = "WORD",
      arity = "0..*",
      description =
          "The name of the program and its words, behind --; or the whole line as a word.")
  private List<String> words = new ArrayList<>();

  @Option(names = "--json", description = "Print the commands and notes as JSON.")
  private boolean json;

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    Explanation explanation = explain(split());
    if (json) {
      JsonOutput.print(env.out(), generator -> write(explanation, generator));
      return ExitCode.DONE;
    }
    for (List<String> command : explanation.commands()) {
      env.out()
          .println(
              ShellText.line(Stream.concat(Stream.of("offlinesign"), command.stream()).toList()));
    }
    int width = explanation.notes().stream().mapToInt(note -> note.part().length()).max().orElse(0);
    for (Note note : explanation.notes()) {
      String line =
          String.format(Locale.ROOT, "# %-" + width + "s  %s", note.part(), note.meaning());
      env.out().println(line);
    }
    return ExitCode.DONE;
  }

  private List<String> split() throws CommandException {
    if (words.size() != 1 || words.get(0).isBlank()) {
      return words;
    }
    String line = words.get(0).strip();
    String first = line.split("\\s", 2)[0];
    return isWindows(first) ? WindowsWords.of(line) : ShellWords.of(line);
  }

  private static boolean isWindows(String program) {
    return program(program).equals(DNSCMD) || program.startsWith("/");
  }

  private static String program(String word) {
    String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
  }

  private static Explanation explain(List<String> line) throws CommandException {
    if (line.isEmpty() || line.get(0).isBlank()) {
      throw unknown("no line is given");
    }
    List<String> rest = line.subList(1, line.size());
    if (DnscmdTranslator.isDnscmd(line)) {
      return dnscmd(line);
    }
    return switch (program(line.get(0))) {
      case DNSCMD -> dnscmd(rest);
      case DnssecSignzone.NAME -> DnssecSignzone.explain(rest);
      case LdnsSignzone.NAME -> LdnsSignzone.explain(rest);
      default -> throw unknown("'" + line.get(0) + "' is no program whose lines are known here");
    };
  }

  private static CommandException unknown(String problem) {
    return CommandException.usage(
        problem,
        "expected dnscmd, dnssec-signzone or ldns-signzone with its options, behind --, or the line"
            + " within quotes");
  }

  private static Explanation dnscmd(List<String> arguments) throws CommandException {
    try {
      DnscmdCommand meant = DnscmdTranslator.translate(arguments);
      List<Note> notes = new ArrayList<>();
      meant.notices().forEach(notice -> notes.add(new Note("(slip)", notice)));
      selfSigned(arguments)
          .ifPresent(
              word -> notes.add(new Note(word, "has no effect: every key has a certificate")));
      notes.add(new Note("(line)", "works as it is, too: `offlinesign` takes lines of dnscmd"));
      return new Explanation(List.of(meant.arguments()), notes);
    } catch (DnscmdSyntaxException e) {
      throw CommandException.usage(e.problem(), "expected: " + e.expectedForm()).causedBy(e);
    }
  }

  private static Optional<String> selfSigned(List<String> arguments) {
    return arguments.stream()
        .filter(word -> word.length() > 1 && word.substring(1).equalsIgnoreCase("SSCert"))
        .findFirst();
  }

  private static void write(Explanation explanation, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    generator.writeArrayFieldStart("commands");
    for (List<String> command : explanation.commands()) {
      generator.writeStartArray();
      for (String word : command) {
        generator.writeString(word);
      }
      generator.writeEndArray();
    }
    generator.writeEndArray();
    generator.writeArrayFieldStart("notes");
    for (Note note : explanation.notes()) {
      generator.writeStartObject();
      generator.writeStringField("part", note.part());
      generator.writeStringField("meaning", note.meaning());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }
}
