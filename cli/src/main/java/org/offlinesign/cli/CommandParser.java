package org.offlinesign.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offlinesign.cli.argument.Converters;
import org.offlinesign.cli.audit.KnownOptions;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.model.CommandModel;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/**
 * The parser of one command. It goes by what the build has written down of the command's options,
 * and reads their annotations where help is asked for or the build has not written anything. To be
 * used by one thread at a time.
 */
final class CommandParser {
  private static final int HELP_WIDTH = 100;

  private final CommandName name;
  private final Optional<CommandModel> model;
  private final CommandLine parser;

  /**
   * Makes a parser that fills the fields of a command.
   *
   * @param clock what relative and local times are reckoned from
   */
  CommandParser(CommandName name, Subcommand command, Clock clock) {
    this.name = name;
    this.model = CommandModel.of(command);
    this.parser = settings(model.map(CommandModel::parser).orElseGet(() -> annotated(command)));
    Converters.register(parser, clock);
  }

  private CommandLine audited(CommandLine line) {
    if (name.isAudited()) {
      line.getCommandSpec().addOption(AuditOption.model());
    }
    return line;
  }

  private static CommandLine annotated(Subcommand command) {
    return new CommandLine(command);
  }

  private CommandLine settings(CommandLine line) {
    return audited(line)
        .setCommandName("offlinesign " + name)
        .setCaseInsensitiveEnumValuesAllowed(true)
        // A file name may begin with an @; it is not a file of arguments.
        .setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false);
  }

  /** Fills the fields of the command; what an earlier line has put there is gone. */
  ParseResult parse(List<String> arguments) {
    model.ifPresent(CommandModel::reset);
    return parser.parseArgs(arguments.toArray(new String[0]));
  }

  /** Returns the words of the line that mean nothing here. */
  List<String> unmatched() {
    return parser.getUnmatchedArguments();
  }

  /** Returns the names of all options. */
  Set<String> options() {
    return parser.getCommandSpec().optionsMap().keySet();
  }

  /** Returns what tells options from slips of them. */
  KnownOptions knownOptions() {
    return OptionsOfCommand.of(name, parser.getCommandSpec());
  }

  /** Prints what the command does, and its options. */
  void printHelp(PrintStream out) {
    CommandLine explained = settings(annotated(name.newCommand()));
    layOut(explained.getCommandSpec().usageMessage());
    explained.usage(out, Ansi.OFF);
  }

  /** The examples come first, and options in the order of their use. */
  private static void layOut(UsageMessageSpec help) {
    help.width(HELP_WIDTH)
        .headerHeading("Examples:%n")
        .synopsisHeading("%nUsage: ")
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .sortOptions(false);
  }
}
