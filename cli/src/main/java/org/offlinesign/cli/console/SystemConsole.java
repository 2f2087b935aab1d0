package org.offlinesign.cli.console;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** The console of this process. */
final class SystemConsole {
  private SystemConsole() {}

  /** Returns a way to ask the person at the console, if there is one. */
  static Optional<PasswordPrompt> prompt() {
    return find().map(SystemConsole::asker);
  }

  // From Java 22 on there is a Console even when nobody sits at it; isTerminal() tells.
  @SuppressWarnings("SystemConsoleNull")
  private static Optional<Console> find() {
    Console console = System.console();
    return console != null && isTerminal(console) ? Optional.of(console) : Optional.empty();
  }

  private static boolean isTerminal(Console console) {
    if (Runtime.version().feature() < 22) {
      return true;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError("Java 22 and later have Console.isTerminal()", e);
    }
  }

  private static PasswordPrompt asker(Console console) {
    return question -> {
      char[] typed = console.readPassword("%s", question);
      return typed == null ? new char[0] : typed;
    };
  }
}
