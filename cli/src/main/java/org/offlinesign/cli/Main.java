package org.offlinesign.cli;

import java.util.List;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.dnscmd.DnscmdTranslator;

/** The program: chooses the spelling of the command line, runs the command, ends the process. */
public final class Main {
  private Main() {}

  /** Runs the command that the arguments ask for and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Environment env = Environment.ofProcess();
    boolean startedAsDnscmd = "dnscmd".equals(System.getProperty("offlinesign.launcher"));
    ExitCode code = run(List.of(arguments), startedAsDnscmd, env);
    ClassDataArchive.deleteIfUseless();
    System.exit(code.number());
  }

  /** Runs the command that the arguments ask for, whichever way they are spelled. */
  public static ExitCode run(List<String> arguments, boolean startedAsDnscmd, Environment env) {
    boolean isDnscmd = startedAsDnscmd || DnscmdTranslator.isDnscmd(arguments);
    Invocations invocations = new Invocations();
    return new Outcome(env)
        .of(
            isDnscmd
                ? new WindowsSpelling(arguments, invocations)
                : new NativeSpelling(arguments, invocations));
  }
}
