package org.offlinesign.cli;

import java.time.Clock;
import org.offlinesign.cli.argument.Converters;
import org.offlinesign.cli.console.Subcommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Makes the parser of one command: its help, and what its options may hold. */
final class CommandParser {
  private static final int HELP_WIDTH = 100;

  private CommandParser() {}

  /**
   * Returns a parser that fills the fields of a command.
   *
   * @param clock what relative and local times are reckoned from
   */
  static CommandLine of(CommandName name, Subcommand command, Clock clock) {
    CommandLine parser =
        new CommandLine(command)
            .setCommandName("offlinesign " + name)
            .setCaseInsensitiveEnumValuesAllowed(true)
            // A file name may begin with an @; it is not a file of arguments.
            .setExpandAtFiles(false)
            .setPosixClusteredShortOptionsAllowed(false);
    Converters.register(parser, clock);
    layOut(parser.getCommandSpec().usageMessage());
    return parser;
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
