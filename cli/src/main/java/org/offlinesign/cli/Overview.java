package org.offlinesign.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offlinesign.cli.audit.UnknownOption;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.ExitCode;

/** The help that covers all commands. */
final class Overview {
  private static final Pattern BEGINS_OPTION = Pattern.compile("[-/\u2013\u2014]");
  private static final String HEAD =
      """
      offlinesign signs DNS zones away from the network, and keeps their keys.

      Examples:
        offlinesign genkey --zone example.com --flags KSK --friendlyname KSK-example.com
        offlinesign signzone --input example.com.zone --output example.com.signed \\
                    --zone example.com --signkey KSK-example.com --signkey ZSK-example.com

      Usage: offlinesign COMMAND [OPTIONS]

      Commands:
      """;

  private static final String FOOT =
      """

      `offlinesign COMMAND --help` explains a command. Lines written for `dnscmd /OfflineSign`
      work as they are.

      The key store is --keystore FILE, else $OFFLINESIGN_KEYSTORE, else MS-DNSSEC.p12 in
      $OFFLINESIGN_HOME (~/.offlinesign unless set). Its password comes from --password-file,
      $OFFLINESIGN_PASSWORD_FILE, $OFFLINESIGN_PASSWORD, or the console. --pkcs11 CONFIG, or
      $OFFLINESIGN_PKCS11, takes the keys of a token instead, whose PIN is the password.

      Exit codes: 0 done; 1 the zone is at fault; 2 the command line is; 3 the key store or the
      choice of keys is; 4 the file system is; 70 this program is.
      """;

  private Overview() {}

  static void print(PrintStream out) {
    out.print(HEAD);
    list(List.of(CommandName.values()), out);
    out.print(FOOT);
  }

  /** Prints the commands that begin with the same word, and how they are used. */
  static void print(CommandGroup group, PrintStream out) {
    out.println("Examples:");
    group.examples().forEach(out::println);
    out.println();
    out.println("Usage: offlinesign " + group + " COMMAND [OPTIONS]");
    out.println();
    out.println("Commands to " + group.summary() + ":");
    list(group.commands(), out);
    out.println();
    out.println("`offlinesign COMMAND --help` explains a command, with examples.");
  }

  private static void list(List<CommandName> names, PrintStream out) {
    for (CommandName name : names) {
      out.println(String.format(Locale.ROOT, "  %-15s %s", name, name.summary()));
    }
  }

  /** Refuses a first word without the second. */
  static CommandException incompleteCommand(String word, List<CommandName> group) {
    String names = group.stream().map(CommandName::toString).collect(Collectors.joining(", "));
    return CommandException.usage(
        "'" + word + "' needs a second word",
        "it is one of " + names + "; `offlinesign " + word + " --help` explains them");
  }

  /** Refuses what stands where a command belongs; it is not repeated if it may be a password. */
  static CommandException unknownCommand(MistypedName typed) {
    List<String> advice = new ArrayList<>();
    typed.meant().ifPresent(name -> advice.add("did you mean " + name + "?"));
    boolean isOption = BEGINS_OPTION.matcher(typed.word()).lookingAt();
    if (!isOption && !typed.isSlip()) {
      advice.add("it is not repeated, because it may be a password");
    }
    advice.add("`offlinesign --help` lists the commands");
    return new CommandException(ExitCode.USAGE, unknown(typed, isOption), advice);
  }

  private static String unknown(MistypedName typed, boolean isOption) {
    if (isOption) {
      return "expected a command but found '" + UnknownOption.name(typed.word()) + "'";
    }
    if (typed.isSlip()) {
      return "there is no command '" + typed + "'";
    }
    return typed.group().isEmpty()
        ? "the first word is no command"
        : "the word behind " + typed.group() + " makes no command of it";
  }
}
