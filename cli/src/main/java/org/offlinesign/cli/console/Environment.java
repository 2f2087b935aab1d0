package org.offlinesign.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.progress.Progress;

/**
 * All that a command knows of the world around it, so that it can be run inside a test.
 *
 * @param variables the environment variables
 * @param workingDirectory where relative file names start
 * @param clock the time, in the zone that local times are meant in
 * @param resources what it shares with other commands of this process
 * @param progress takes note of how far the command has come
 * @param files tells of the files that the command has to do with, and keeps them
 */
public record Environment(
    Streams streams,
    Map<String, String> variables,
    Path workingDirectory,
    Clock clock,
    Resources resources,
    Progress progress,
    CommandFiles files) {

  private static final int OUTPUT_BUFFER = 1 << 16;

  public Environment {
    variables = Map.copyOf(variables);
    progress.onFiles(files);
  }

  /** Returns surroundings in which there are no other commands. */
  public Environment(
      Streams streams, Map<String, String> variables, Path workingDirectory, Clock clock) {
    this(
        streams,
        variables,
        workingDirectory,
        clock,
        new Resources(),
        new Progress(),
        new CommandFiles(CommandNotes.unwanted(), new KeptFiles()));
  }

  /** Returns the surroundings of this process. */
  public static Environment ofProcess() {
    Streams streams =
        new Streams(
            System.in,
            print(FileDescriptor.out),
            print(FileDescriptor.err),
            Boolean.getBoolean("offlinesign.terminal"),
            SystemConsole::prompt);
    // Resolving against the empty path keeps names as typed, so that messages show them so.
    return new Environment(streams, System.getenv(), Path.of(""), new LocalClock());
  }

  /** Returns the same surroundings at another time, which stands still. */
  public Environment at(Instant now) {
    return new Environment(
        streams,
        variables,
        workingDirectory,
        new PretendedClock(clock, now),
        resources,
        progress,
        files);
  }

  /** Returns the time by the clock of the machine, whatever {@link #clock} pretends. */
  public Instant realTime() {
    return PretendedClock.real(clock).instant();
  }

  /** Returns the surroundings of another command, with streams of its own. */
  public Environment with(Streams others) {
    CommandFiles its = new CommandFiles(notes(), kept().forAnotherCommand());
    return new Environment(
        others, variables, workingDirectory, clock, resources, new Progress(), its);
  }

  /** Returns the same surroundings with other environment variables. */
  public Environment with(Map<String, String> others) {
    return new Environment(streams, others, workingDirectory, clock, resources, progress, files);
  }

  /** Returns the same surroundings with other resources. */
  public Environment with(Resources others) {
    return new Environment(streams, variables, workingDirectory, clock, others, progress, files);
  }

  /** Returns the same surroundings with what takes notes. */
  public Environment with(CommandNotes others) {
    return new Environment(
        streams,
        variables,
        workingDirectory,
        clock,
        resources,
        progress,
        new CommandFiles(others, kept()));
  }

  private static PrintStream print(FileDescriptor descriptor) {
    // UTF-8 whatever the locale: names of keys and files go through unharmed to other programs.
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), OUTPUT_BUFFER),
        descriptor == FileDescriptor.err,
        StandardCharsets.UTF_8);
  }

  /** Returns what takes note of what the command has to do with. */
  public CommandNotes notes() {
    return files.notes();
  }

  /** Returns the files that no output may replace. */
  public KeptFiles kept() {
    return files.kept();
  }

  public PrintStream out() {
    return streams.out();
  }

  public PrintStream err() {
    return streams.err();
  }

  /** Returns an environment variable, if it is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** Returns the file that a name stands for, seen from the working directory. */
  public Path resolve(Path file) {
    return workingDirectory.resolve(file);
  }

  /** Returns the file that a name stands for, seen from the working directory. */
  public Path resolve(String file) throws CommandException {
    try {
      return workingDirectory.resolve(file);
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + file + "' cannot be a file name here: " + e.getReason());
    }
  }

  /** Prints a line that tells of something the user should look at. */
  public void warn(String message) {
    tell("warning: " + message);
  }

  /** Prints a warning, unless a command of this process has done so before. */
  public void warnOnce(String message) {
    if (resources.isNew(message)) {
      warn(message);
    }
  }

  /** Prints lines on stderr, whatever names of keys, certificates and files are in them. */
  public void tell(String lines) {
    for (int from = 0, end; from <= lines.length(); from = end + 1) {
      end = lines.indexOf('\n', from);
      end = end < 0 ? lines.length() : end;
      err().println(Printable.of(lines.substring(from, end)));
    }
  }
}
