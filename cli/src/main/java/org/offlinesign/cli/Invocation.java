package org.offlinesign.cli;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offlinesign.cli.audit.KnownOptions;
import org.offlinesign.cli.audit.UnknownOption;
import org.offlinesign.cli.batch.LineFacts;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.ProgressDisplay;
import org.offlinesign.cli.console.Similarity;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.name.DnsName;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * One native command with its options: parsed by picocli, then run. To be used by one thread at a
 * time.
 */
final class Invocation {
  private static final Path STREAM = Path.of("-");

  /** Options that are called otherwise by other commands. */
  private static final Map<String, String> OTHER_WORDS = Map.of("--now", "--at", "--at", "--now");

  private final CommandName name;
  private final Subcommand command;
  private final CommandParser parser;

  private final Clock clock;

  /** Prepares a command for lines that are read and run one after the other. */
  Invocation(CommandName name, Environment env) {
    this.name = name;
    this.command = name.newCommand();
    this.clock = env.clock();
    this.parser = new CommandParser(name, command, clock);
  }

  /** Returns what tells options of the command from slips of them. */
  KnownOptions knownOptions() {
    return parser.knownOptions();
  }

  /** Returns the command as the last line has filled it. */
  Subcommand command() {
    return command;
  }

  /** Says whether times on a line would be reckoned by the clock of these surroundings. */
  boolean goesBy(Environment env) {
    return clock.equals(env.clock());
  }

  /** Reads a line and runs it; what earlier lines said is forgotten. */
  ExitCode run(List<String> arguments, Environment env) throws CommandException, IOException {
    if (HelpWord.isAmong(arguments)) {
      parser.printHelp(env.out());
      return ExitCode.DONE;
    }
    ParseResult line = parse(arguments);
    if (line.matchedOptionValue("--zone", null) instanceof DnsName zone) {
      env.notes().zone(zone);
    }
    new NamedFiles(env).keep(line);
    Optional<Instant> now = command.now(env.clock());
    if (now.isPresent()) {
      return at(env.at(now.get()), name, arguments);
    }
    return run(env);
  }

  private ExitCode run(Environment env) throws CommandException, IOException {
    Closeable display = ProgressDisplay.of(env, command.isQuiet());
    try (display) {
      return command.run(env);
    }
  }

  /** Reads a line of a batch, in which no command has a stdin or stdout of its own. */
  LineFacts check(List<String> arguments) throws CommandException {
    if (HelpWord.isAmong(arguments)) {
      throw CommandException.usage(
          "--help is not for the lines of a batch", "type `offlinesign " + name + " --help`");
    }
    ParseResult line = parse(arguments);
    for (OptionSpec option : line.matchedOptions()) {
      refuseStream(option);
    }
    for (PositionalParamSpec parameter : line.matchedPositionals()) {
      refuseStream(parameter);
    }
    Object zone = line.matchedOptionValue("--zone", null);
    Object output = line.matchedOptionValue("--output", null);
    return new LineFacts(
        name.toString(),
        zone instanceof DnsName single ? Optional.of(single) : Optional.empty(),
        output instanceof Path single ? Optional.of(single) : Optional.empty(),
        name.reach());
  }

  private static void refuseStream(ArgSpec part) throws CommandException {
    if (NamedFiles.values(part).contains(STREAM)) {
      throw CommandException.usage(
          "- is stdin or stdout, which lines of a batch do not have", "name a file");
    }
  }

  /**
   * Reads the line once more: times such as +14d in it are reckoned from the time that it names.
   */
  private static ExitCode at(Environment then, CommandName name, List<String> arguments)
      throws CommandException, IOException {
    Invocation invocation = new Invocation(name, then);
    invocation.parse(arguments);
    return invocation.run(then);
  }

  @CanIgnoreReturnValue
  private ParseResult parse(List<String> arguments) throws CommandException {
    try {
      return parser.parse(arguments);
    } catch (UnmatchedArgumentException e) {
      throw unmatched(e.getUnmatched(), arguments);
    } catch (ParameterException e) {
      // Names what is not known before what is refused or is not there: one is often the other
      // mistyped, and what is refused may be the value of an option that is, and a password.
      List<String> unmatched = parser.unmatched();
      throw unmatched.isEmpty() ? refused(e) : unmatched(unmatched, arguments);
    }
  }

  private CommandException unmatched(List<String> words, List<String> arguments) {
    return PasswordOnLine.refusal(words)
        .orElseGet(
            () ->
                words.get(0).startsWith("-")
                    ? unknownOption(words.get(0))
                    : stray(words.get(0), arguments));
  }

  /** Refuses a word that has no use; it is not repeated if it may be a password. */
  private CommandException stray(String word, List<String> arguments) {
    String told = UnknownOption.told(word, "...");
    boolean isOption = parser.options().contains("--" + word);
    if (isOption || word.startsWith("/") || !told.equals(word)) {
      String problem = "'" + told + "' stands where " + name + " expects an option";
      return isOption
          ? CommandException.usage(problem, "did you mean --" + word + "?", seeHelp())
          : CommandException.usage(problem, seeHelp());
    }
    return CommandException.usage(
        "word " + place(word, arguments) + " behind " + name + " is no option, nor belongs to one",
        "it is not repeated, because it may be a password",
        seeHelp());
  }

  /** Returns where a word stands that is not the value of an option, from 1. */
  private int place(String word, List<String> arguments) {
    KnownOptions options = parser.knownOptions();
    for (int i = 1; i < arguments.size(); i++) {
      if (arguments.get(i).equals(word) && !options.takes(arguments.get(i - 1), word)) {
        return i + 1;
      }
    }
    return 1;
  }

  private CommandException unknownOption(String word) {
    // A value is not repeated: it may be a password behind a slip of an option.
    String option = word.split("[=:]", 2)[0];
    Optional<String> near =
        Optional.ofNullable(OTHER_WORDS.get(option))
            .filter(parser.options()::contains)
            .or(() -> Similarity.closest(option, parser.options()));
    String told =
        near.filter(known -> isSlip(option, known))
            .map(known -> option)
            .orElseGet(() -> UnknownOption.name(word));
    String unknown = name + " has no option '" + told + "'";
    return near.map(
            known -> CommandException.usage(unknown, "did you mean " + known + "?", seeHelp()))
        .orElseGet(() -> CommandException.usage(unknown, seeHelp()));
  }

  /** Says whether there is no room for a password beside the letters of an option. */
  private static boolean isSlip(String typed, String option) {
    return typed.startsWith("--") && typed.length() <= option.length() + 1;
  }

  private static String partsOf(MissingParameterException e) {
    return e.getMissing().stream().map(Invocation::asTyped).collect(Collectors.joining(", "));
  }

  private static String asTyped(ArgSpec part) {
    return part instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : part.paramLabel();
  }

  private CommandException refused(ParameterException e) {
    if (e instanceof MissingParameterException missing) {
      return CommandException.usage(name + " needs " + partsOf(missing), seeHelp()).causedBy(e);
    }
    if (e.getArgSpec() instanceof OptionSpec flag && flag.arity().max() == 0) {
      return CommandException.usage(flag.longestName() + " takes no value", seeHelp()).causedBy(e);
    }
    String option = e.getArgSpec() instanceof OptionSpec spec ? spec.longestName() + ": " : "";
    // A converter's own exception carries advice, which picocli does not pass on.
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CommandException refusal) {
        return new CommandException(
                refusal.exitCode(), option + refusal.getMessage(), refusal.advice())
            .causedBy(refusal);
      }
    }
    return CommandException.usage(firstLine(e), seeHelp()).causedBy(e);
  }

  private static String firstLine(ParameterException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse(message);
  }

  private String seeHelp() {
    return "`offlinesign " + name + " --help` lists the options";
  }
}
