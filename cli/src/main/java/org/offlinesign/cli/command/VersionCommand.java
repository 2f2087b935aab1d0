package org.offlinesign.cli.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.ProgramVersion;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells the version of the program. */
@Command(
    header = {"  offlinesign version", "  offlinesign version -v"},
    customSynopsis = "offlinesign version [-v]",
    description =
        "Prints the version of this program, from what it was built, the Java that runs it, and"
            + " what signs.")
public final class VersionCommand implements Subcommand {
  @Option(
      names = {"-v", "--verbose"},
      description = "Also print the system, and what signs with each algorithm.")
  private boolean verbose;

  @Override
  public ExitCode run(Environment env) {
    CryptoProviders providers = env.resources().providers();
    env.out().println("offlinesign " + ProgramVersion.text());
    print("build", ProgramVersion.build(), env);
    print("Java", Runtime.version() + ", " + property("java.vendor"), env);
    if (verbose) {
      print("system", property("os.name") + " " + property("os.arch"), env);
      printMissingArchive(env);
      printProviders(providers, env);
    } else {
      print("signing", signing(providers), env);
    }
    return ExitCode.DONE;
  }

  /** Names what signs with any algorithm, the most used first. */
  private static String signing(CryptoProviders providers) {
    return Arrays.stream(Algorithm.values())
        .flatMap(algorithm -> providers.nameFor(algorithm).stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Says why a start takes twice as long as it could, where the launcher has told. */
  private static void printMissingArchive(Environment env) {
    String reason = System.getProperty("offlinesign.archive.missing", "");
    if (!reason.isEmpty()) {
      print("slow start", "no class data archive: " + reason, env);
    }
  }

  private static void printProviders(CryptoProviders providers, Environment env) {
    for (String name : providers.names()) {
      print("cryptography", name, env);
    }
    for (String notice : providers.notices()) {
      print("  not here", notice, env);
    }
    for (Algorithm algorithm : Algorithm.values()) {
      print(algorithm.mnemonic(), providers.nameFor(algorithm).orElse("nothing here"), env);
    }
  }

  private static void print(String label, String value, Environment env) {
    env.out().println(String.format(Locale.ROOT, "  %-15s %s", label, value));
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
