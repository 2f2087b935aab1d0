package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.ProgramVersion;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells the version of the program. */
@Command(
    header = {"  offlinesign version", "  offlinesign version -v"},
    customSynopsis = "offlinesign version [-v] [--json]",
    description =
        "Prints the version of this program, from what it was built, the Java that runs it, and"
            + " what signs.")
public final class VersionCommand implements Subcommand {
  @Option(
      names = {"-v", "--verbose"},
      description = "Also print the system, and what signs with each algorithm.")
  private boolean verbose;

  @Option(names = "--json", description = "Print all that -v prints as JSON.")
  private boolean json;

  @Override
  public ExitCode run(Environment env) throws IOException {
    CryptoProviders providers = env.resources().providers();
    if (json) {
      JsonOutput.print(env.out(), generator -> write(providers, generator));
      return ExitCode.DONE;
    }
    env.out().println("offlinesign " + ProgramVersion.text());
    print("build", ProgramVersion.build(), env);
    print("Java", java(), env);
    if (verbose) {
      print("system", system(), env);
      printMissingArchive(env);
      printProviders(providers, env);
    } else {
      print("signing", String.join(", ", signing(providers)), env);
    }
    return ExitCode.DONE;
  }

  /** Names what signs with any algorithm, the most used first. */
  private static List<String> signing(CryptoProviders providers) {
    return Arrays.stream(Algorithm.values())
        .flatMap(algorithm -> providers.nameFor(algorithm).stream())
        .distinct()
        .toList();
  }

  private static String java() {
    return Runtime.version() + ", " + property("java.vendor");
  }

  private static String system() {
    return property("os.name") + " " + property("os.arch");
  }

  private static void write(CryptoProviders providers, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    generator.writeStringField("version", ProgramVersion.text());
    generator.writeStringField("build", ProgramVersion.build());
    generator.writeStringField("java", java());
    generator.writeStringField("system", system());
    write("signing", signing(providers), generator);
    write("cryptography", providers.names(), generator);
    write("notHere", providers.notices(), generator);
    generator.writeObjectFieldStart("algorithms");
    for (Algorithm algorithm : Algorithm.values()) {
      Optional<String> signer = providers.nameFor(algorithm);
      if (signer.isPresent()) {
        generator.writeStringField(algorithm.mnemonic(), signer.get());
      }
    }
    generator.writeEndObject();
    generator.writeEndObject();
  }

  private static void write(String field, List<String> texts, JsonGenerator generator)
      throws IOException {
    generator.writeArrayFieldStart(field);
    for (String text : texts) {
      generator.writeString(text);
    }
    generator.writeEndArray();
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
