package org.offlinesign.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Similarity;

/** The help that covers all commands. */
final class Overview {
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

  /** Prints the commands that begin with the same word. */
  static void print(List<CommandName> group, PrintStream out) {
    list(group, out);
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

  static CommandException unknownCommand(String word) {
    List<String> names = Arrays.stream(CommandName.values()).map(CommandName::toString).toList();
    String all = "`offlinesign --help` lists the commands";
    return Similarity.closest(word, names)
        .map(name -> CommandException.usage(unknown(word), "did you mean " + name + "?", all))
        .orElseGet(() -> CommandException.usage(unknown(word), all));
  }

  private static String unknown(String word) {
    return "there is no command '" + word + "'";
  }
}
