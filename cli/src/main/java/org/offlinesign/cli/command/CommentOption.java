package org.offlinesign.cli.command;

import org.offlinesign.cli.console.CommandException;
import org.offlinesign.sign.ZoneLayout;
import org.offlinesign.zonefile.ZoneFileOptions;
import picocli.CommandLine.Option;

/** The option for what becomes of comments in a zone that is written. */
final class CommentOption {
  private static final String NAME = "--keep-comments";

  @Option(
      names = NAME,
      description =
          "Keep the comments of the input: those above a record are written above it, those behind"
              + " it or between its parentheses behind it. Not with --format windows.")
  private boolean kept;

  /** Has a reader keep comments if the option is there. */
  ZoneFileOptions.Builder addTo(ZoneFileOptions.Builder reading) {
    return kept ? reading.keepComments() : reading;
  }

  /** Refuses a layout in which comments have no place. */
  void check(ZoneLayout layout) throws CommandException {
    if (kept && !layout.holdsComments()) {
      throw CommandException.usage(
          "--format windows is what Windows DNS servers write, and they keep no comments",
          "leave " + NAME + " out, or take another --format");
    }
  }

  /**
   * Refuses options for a file that holds a part of the zone only.
   *
   * @param part the option that asks for it
   */
  void refuseBeside(String part) throws CommandException {
    if (kept) {
      throw CommandException.usage(
          part + " leaves the zone file as it is, with its comments, and writes no others",
          "leave " + NAME + " out");
    }
  }
}
