package org.offlinesign.cli.command;

import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells the version of the program. */
@Command(
    headerHeading = "Examples:%n",
    header = {"  offlinesign version", "  offlinesign version -v", ""},
    description = "Prints the version of this program.")
public final class VersionCommand implements Subcommand {
  @Option(
      names = {"-v", "--verbose"},
      description = "Also print the Java, the system and the cryptography in use.")
  private boolean verbose;

  @Override
  public ExitCode run(Environment env) {
    env.out().println("offlinesign " + version());
    if (verbose) {
      env.out().println("Java          " + Runtime.version() + ", " + property("java.vendor"));
      env.out().println("System        " + property("os.name") + " " + property("os.arch"));
    }
    return ExitCode.DONE;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String version() {
    String packaged = VersionCommand.class.getPackage().getImplementationVersion();
    return packaged == null ? "(not packaged)" : packaged;
  }
}
