package org.offlinesign.cli;

import org.offlinesign.cli.argument.Shell;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The scripts by which shells complete what is typed, as picocli makes them of the commands. */
final class CompletionScript {
  private static final String ZSH_HEAD =
      """
      #compdef offlinesign

      # bash has this command to change how a completion ends; zsh has nothing of the kind.
      (( $+functions[compopt] )) || functions[compopt]=:

      """;

  /** Shows zsh, when it has found the file by itself, what to complete the line at hand with. */
  private static final String ZSH_FOOT =
      """

      # zsh has read this file because a line is to be completed: the first time it is done here.
      if [ "${funcstack[1]}" = _offlinesign ]; then
        _bash_complete -o default -F _complete_offlinesign
      fi
      """;

  private CompletionScript() {}

  /** Returns the script for a shell. */
  static String of(Shell shell) {
    String whole = AutoComplete.bash(CommandTree.PROGRAM, new CommandLine(CommandTree.root()));
    // A shell reads it and starts no other one for it, so that the first line has no meaning.
    String script = whole.substring(whole.indexOf('\n') + 1);
    return switch (shell) {
      case BASH -> script;
      case ZSH -> ZSH_HEAD + script + ZSH_FOOT;
    };
  }
}
