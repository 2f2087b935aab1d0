package org.offlinesign.cli.doctor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.offlinesign.cli.argument.TemporaryFolder;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.Words;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.selftest.CheckResult;
import org.offlinesign.selftest.SelfTest;
import org.offlinesign.selftest.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves on the examples of the RFCs that the program works on this machine. */
@Command(
    header = {"  offlinesign doctor", "  offlinesign doctor --json"},
    customSynopsis = "offlinesign doctor [OPTIONS]",
    description =
        "Checks signatures, digests, hashes and orders that RFCs print, with each implementation of"
            + " cryptography there is, and looks at Java, folders, clock and memory. It needs no key"
            + " store and no network.")
public final class DoctorCommand implements Subcommand {
  private static final String SELF_TEST = "self-test";

  private final Function<Environment, CryptoProviders> cryptography;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Mixin private TemporaryFolder temporary = new TemporaryFolder();

  /** Creates a command that looks at the cryptography of its surroundings. */
  public DoctorCommand() {
    this(env -> env.resources().providers());
  }

  DoctorCommand(Function<Environment, CryptoProviders> cryptography) {
    this.cryptography = cryptography;
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    CryptoProviders providers = cryptography.apply(env);
    List<Diagnosis> all = new ArrayList<>(new Machine(env).look());
    all.addAll(new Folders(env, temporary).look());
    for (String name : providers.names()) {
      all.add(Diagnosis.ok("cryptography", name));
    }
    for (String notice : providers.notices()) {
      all.add(Diagnosis.note("cryptography", notice, "the others do its work"));
    }
    SelfTest test = new SelfTest(providers);
    test.withoutFiles().stream().map(Diagnosis::of).forEach(all::add);
    all.addAll(withFiles(test, env));
    if (json) {
      JsonOutput.print(env.out(), generator -> write(all, generator));
    } else {
      all.forEach(diagnosis -> print(diagnosis, env));
    }
    refuse(all);
    return ExitCode.DONE;
  }

  private List<Diagnosis> withFiles(SelfTest test, Environment env) {
    try {
      Path folder = Files.createTempDirectory(temporary.path(env), "offlinesign-doctor");
      try {
        Surroundings surroundings = new Surroundings(folder, Clock.systemUTC());
        List<CheckResult> results = test.withFiles(surroundings);
        return results.stream().map(Diagnosis::of).toList();
      } finally {
        empty(folder);
      }
    } catch (IOException | CommandException e) {
      return List.of(
          Diagnosis.fail(
              SELF_TEST,
              String.valueOf(e.getMessage()),
              "zone digests and key stores were not tried: see temporary files above"));
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static void print(Diagnosis diagnosis, Environment env) {
    String state = diagnosis.isFailure() ? "FAIL" : word(diagnosis);
    env.out()
        .println(
            Printable.of(
                String.format(
                    Locale.ROOT, "%-5s %-17s %s", state, diagnosis.subject(), diagnosis.found())));
    diagnosis.advice().forEach(line -> env.out().println("        " + Printable.of(line)));
  }

  private static String word(Diagnosis diagnosis) {
    return diagnosis.state().name().toLowerCase(Locale.ROOT);
  }

  private static void write(List<Diagnosis> all, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    generator.writeBooleanField("works", all.stream().noneMatch(Diagnosis::isFailure));
    generator.writeArrayFieldStart("checks");
    for (Diagnosis diagnosis : all) {
      generator.writeStartObject();
      generator.writeStringField("subject", diagnosis.subject());
      generator.writeStringField("found", diagnosis.found());
      generator.writeStringField("state", word(diagnosis));
      generator.writeArrayFieldStart("advice");
      for (String line : diagnosis.advice()) {
        generator.writeString(line);
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static void refuse(List<Diagnosis> all) throws CommandException {
    List<String> failed =
        all.stream().filter(Diagnosis::isFailure).map(Diagnosis::subject).distinct().toList();
    if (!failed.isEmpty()) {
      throw CommandException.environment(
          Words.count(failed.size(), "thing") + " will not work here: " + String.join(", ", failed),
          "what is wrong stands below each; where it is a signature, use another Java, or another"
              + " machine, and let none out that was made here");
    }
  }
}
