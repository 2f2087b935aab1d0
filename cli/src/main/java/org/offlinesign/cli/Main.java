package org.offlinesign.cli;

import java.util.List;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.PasswordFiles;
import org.offlinesign.cli.dnscmd.DnscmdTranslator;

/** The program: chooses the spelling of the command line, runs the command, ends the process. */
public final class Main {
  private Main() {}

  /** Runs the command that the arguments ask for and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Environment env = Environment.ofProcess();
    loadAhead(arguments, env);
    boolean startedAsDnscmd = "dnscmd".equals(System.getProperty("offlinesign.launcher"));
    ExitCode code = run(List.of(arguments), startedAsDnscmd, env);
    ClassDataArchive.deleteIfUseless();
    System.exit(code.number());
  }

  /** Lets cryptography load behind while this thread still finds out what exactly is asked for. */
  private static void loadAhead(String[] arguments, Environment env) {
    boolean needed =
        arguments.length > 0
            && CommandName.of(arguments[0]).filter(CommandName::needsCryptography).isPresent();
    if (needed) {
      env.resources().providers();
    }
  }

  /** Runs the command that the arguments ask for, whichever way they are spelled. */
  public static ExitCode run(List<String> arguments, boolean startedAsDnscmd, Environment env) {
    boolean isDnscmd = startedAsDnscmd || isDnscmd(arguments);
    Invocations invocations = new Invocations();
    PasswordFiles passwords = env.resources().passwordFiles();
    try (passwords) {
      return isDnscmd
          ? AuditedOutcome.ofWindowsSpelling(arguments, invocations, env)
          : AuditedOutcome.ofNativeSpelling(arguments, invocations, env);
    }
  }

  /** Passes over what the other spelling knows if the first word begins like one of ours. */
  private static boolean isDnscmd(List<String> arguments) {
    boolean isWord =
        !arguments.isEmpty()
            && !arguments.get(0).isEmpty()
            && Character.isLetter(arguments.get(0).charAt(0));
    return !isWord && DnscmdTranslator.isDnscmd(arguments);
  }
}
