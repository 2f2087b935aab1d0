package org.offlinesign.cli.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Words;
import org.offlinesign.file.SmallFile;

/** The lines of a batch, all looked at before the first of them is run. */
final class BatchFile {
  private static final int MAX_FAULTS = 20;

  /** More than a million lines, all of which are held. */
  private static final int MAX_OCTETS = 256 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final LineCommands commands;
  private final Environment env;
  private final List<BatchStep> steps = new ArrayList<>();
  private final Map<Path, BatchStep> writers = new HashMap<>();
  private int faults;

  private BatchFile(String name, LineCommands commands, Environment env) {
    this.name = name;
    this.commands = commands;
    this.env = env;
  }

  /** Returns the name of a batch in messages. */
  static String nameOf(Path file) {
    return isStdin(file) ? "<stdin>" : file.toString();
  }

  private static boolean isStdin(Path file) {
    return file.toString().equals("-");
  }

  /**
   * Reads a batch, and tells of every line that cannot be run.
   *
   * @param env the surroundings in which the lines will be run
   * @param in stdin
   */
  static List<BatchStep> read(Path file, InputStream in, LineCommands commands, Environment env)
      throws CommandException, IOException {
    byte[] octets =
        isStdin(file) ? SmallFile.read(in, MAX_OCTETS, nameOf(file)) : octets(env.resolve(file));
    if (!isStdin(file)) {
      env.notes().read(env.resolve(file));
    }
    BatchFile batch = new BatchFile(nameOf(file), commands, env);
    batch.split(text(octets, batch.name));
    if (batch.faults > 0) {
      throw CommandException.usage(
          Words.count(batch.faults, "line") + " of " + batch.name + " cannot be run",
          "nothing was done; mend what is told above and start again");
    }
    return batch.steps;
  }

  private static byte[] octets(Path file) throws CommandException, IOException {
    if (Files.isDirectory(file)) {
      throw CommandException.environment(
          "the batch file " + file + " is a folder", "name a file with a command on each line");
    }
    return SmallFile.read(file, MAX_OCTETS);
  }

  private static String text(byte[] octets, String name) throws CommandException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      if (text.indexOf('\0') >= 0) {
        throw CommandException.usage(
            name + " is not text: it holds zero octets",
            "expected a command on each line, in UTF-8");
      }
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw CommandException.usage(
              name + " is not UTF-8 text", "expected a command on each line, in UTF-8")
          .causedBy(e);
    }
  }

  private void split(String text) throws IOException {
    BatchText lines = new BatchText(text);
    while (true) {
      try {
        Optional<BatchLine> line = lines.nextLine();
        if (line.isEmpty()) {
          return;
        }
        take(line.get());
      } catch (BatchSyntaxException e) {
        fault(e.place(), String.valueOf(e.getMessage()), List.of());
        lines.skipLine();
      }
    }
  }

  private void take(BatchLine line) throws IOException {
    try {
      LineFacts facts = facts(line);
      BatchStep step = new BatchStep(line, facts);
      refuseSecondWriter(step);
      steps.add(step);
    } catch (CommandException e) {
      fault(String.valueOf(line.number()), String.valueOf(e.getMessage()), e.advice());
    }
  }

  private LineFacts facts(BatchLine line) throws CommandException, IOException {
    return line.isWait()
        ? new LineFacts("wait", Optional.empty(), Optional.empty(), LineFacts.Reach.FILES)
        : commands.check(line.words(), env);
  }

  /** Lines about one zone run in order; two zones in one file are a slip of the hand. */
  private void refuseSecondWriter(BatchStep step) throws CommandException {
    if (step.facts().output().isEmpty()) {
      return;
    }
    Path output = env.resolve(step.facts().output().get()).toAbsolutePath().normalize();
    BatchStep earlier = writers.putIfAbsent(output, step);
    boolean isFile = !Files.exists(output) || Files.isRegularFile(output);
    if (earlier != null && isFile && !earlier.facts().zone().equals(step.facts().zone())) {
      throw CommandException.usage(
          "it writes the file "
              + step.facts().output().get()
              + ", as line "
              + earlier.line().number()
              + " does for another zone",
          "name another file with --output");
    }
  }

  private void fault(String place, String message, List<String> advice) {
    faults++;
    if (faults > MAX_FAULTS) {
      return;
    }
    env.tell(name + ":" + place + ": error: " + message);
    advice.forEach(line -> env.tell("  " + line));
  }
}
