package org.offlinesign.cli.command;

import java.util.function.Function;
import org.offlinesign.cli.argument.Shell;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what lets a shell complete commands, options and their values. */
@Command(
    header = {
      "  offlinesign completion bash > ~/.local/share/bash-completion/completions/offlinesign",
      "  offlinesign completion zsh > ~/.zsh/_offlinesign"
    },
    customSynopsis = "offlinesign completion bash|zsh",
    description =
        "Prints the script by which a shell completes commands, options and their values when the"
            + " Tab key is pressed. bash reads it from the folder of the first example, if the"
            + " package bash-completion is installed; zsh from a folder that stands in its fpath"
            + " before compinit is called. The Debian package has both scripts in their places.")
public final class CompletionCommand implements Subcommand {
  private final Function<Shell, String> scripts;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell;

  /**
   * Makes a command that prints a script.
   *
   * @param scripts the script for each shell
   */
  public CompletionCommand(Function<Shell, String> scripts) {
    this.scripts = scripts;
  }

  @Override
  public ExitCode run(Environment env) {
    env.out().print(scripts.apply(shell));
    return ExitCode.DONE;
  }
}
