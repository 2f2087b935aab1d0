package org.offlinesign.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.PasswordPrompt;
import org.offlinesign.cli.console.Resources;
import org.offlinesign.cli.console.Streams;
import org.offlinesign.delegation.ChildKeySource;
import org.offlinesign.key.CryptoProviders;

/**
 * Somebody who types commands in a folder of their own; each runs in this process, and nothing of
 * the machine's environment reaches it. What {@code --json} prints has to be as its schema says,
 * and what {@code explain} prints has to be what the parser takes.
 */
public final class CommandLineUser {
  /** The time on this user's clock unless a test sets another. */
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private final List<String> questions = new ArrayList<>();
  private Clock clock = Clock.fixed(NOW, ZoneId.of("UTC"));
  private byte[] stdin = new byte[0];
  private Supplier<Resources> resources = Resources::new;
  private Optional<Deque<String>> answers = Optional.empty();

  public CommandLineUser(Path folder) {
    this.folder = folder;
    variables.put("HOME", folder.toString());
    variables.put("OFFLINESIGN_HOME", folder.resolve("home").toString());
  }

  /** What a command said and how it ended. */
  public record Result(ExitCode exitCode, String out, String err) {}

  /** Sets a variable of the environment. */
  public CommandLineUser with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Looks for the keys of child zones in another way. */
  public CommandLineUser with(ChildKeySource source) {
    resources = () -> new Resources().with(source);
    return this;
  }

  /** Sits down at a machine with other cryptography. */
  public CommandLineUser with(CryptoProviders providers) {
    resources = () -> new Resources().with(providers);
    return this;
  }

  /** Lets the clock run, so fast that no two looks at it show the same second. */
  public CommandLineUser hurried() {
    clock = new HurriedClock(clock);
    return this;
  }

  /** Sets the clock; it stands still. */
  public CommandLineUser at(Instant time, ZoneId zone) {
    clock = Clock.fixed(time, zone);
    return this;
  }

  /** Sets what comes in on stdin. */
  public CommandLineUser typingIn(String text) {
    stdin = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** Seats the user at a console, with an answer for each question to come. */
  public CommandLineUser answering(String... words) {
    answers = Optional.of(new ArrayDeque<>(List.of(words)));
    return this;
  }

  /** Returns what was asked at the console. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  public Path folder() {
    return folder;
  }

  /** Returns a file in the user's folder. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Runs a line of the native spelling. */
  public Result run(String... arguments) {
    return run(List.of(arguments), false);
  }

  /** Runs a line of the native spelling and expects it to do what it should. */
  public Result succeed(String... arguments) {
    Result result = run(arguments);
    if (result.exitCode() != ExitCode.DONE) {
      throw new AssertionError(String.join(" ", arguments) + " ended with " + result);
    }
    return result;
  }

  /** Runs a line as the program called {@code dnscmd} gets it. */
  public Result dnscmd(String... arguments) {
    return run(List.of(arguments), true);
  }

  private Result run(List<String> arguments, boolean asDnscmd) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(stdin),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            false,
            () -> answers.map(this::prompt));
    ExitCode code =
        Main.run(
            arguments,
            asDnscmd,
            new Environment(streams, variables, folder, clock).with(resources.get()));
    streams.out().flush();
    streams.err().flush();
    Result result =
        new Result(
            code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    if (!asDnscmd) {
      JsonSchemas.check(arguments, result.out());
      ExplainedLines.check(arguments, result.out(), clock);
    }
    return result;
  }

  private PasswordPrompt prompt(Deque<String> words) {
    return question -> {
      questions.add(question);
      return words.isEmpty() ? new char[0] : words.poll().toCharArray();
    };
  }
}
