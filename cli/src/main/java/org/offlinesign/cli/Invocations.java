package org.offlinesign.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.offlinesign.cli.audit.KnownOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;

/**
 * The commands of a process, each lent to one line at a time and used again: to make the parser of
 * a command takes longer than to sign a small zone. Thread safe.
 */
final class Invocations {
  private final Map<CommandName, Queue<Invocation>> idle = new ConcurrentHashMap<>();

  /**
   * What is done with a command.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  interface Use<T> {
    T of(Invocation invocation) throws CommandException, IOException;
  }

  /** Returns what tells the options of a line from slips of them. */
  KnownOptions knownOptions(List<String> words, Environment env) {
    try {
      return with(NamedCommand.of(words).name(), env, Invocation::knownOptions);
    } catch (CommandException unknownCommand) {
      return KnownOptions.ofNoCommand(MistypedName.of(words).tellable());
    } catch (IOException e) {
      throw new AssertionError("options are learnt without any file", e);
    }
  }

  /** Lends a command. */
  <T> T with(CommandName name, Environment env, Use<T> use) throws CommandException, IOException {
    Queue<Invocation> unused = idle.computeIfAbsent(name, unknown -> new ConcurrentLinkedQueue<>());
    Invocation lent = unused.poll();
    if (lent == null || !lent.goesBy(env)) {
      if (name.needsCryptography()) {
        // It loads behind while the options of the command are learnt.
        env.resources().providers();
      }
      lent = new Invocation(name, env);
    }
    try {
      return use.of(lent);
    } finally {
      unused.add(lent);
    }
  }
}
