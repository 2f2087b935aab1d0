package org.offlinesign.cli.batch;

import java.io.Closeable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.offlinesign.cli.console.PasswordPrompt;

/** Asks a person each question once, whichever line needs the answer. Thread safe. */
final class PromptOnce implements Closeable {
  private final Supplier<Optional<PasswordPrompt>> console;
  private final Map<String, char[]> answers = new HashMap<>();
  private Optional<PasswordPrompt> person = Optional.empty();
  private boolean lookedFor;

  /**
   * @param console finds the person, once somebody is needed
   */
  PromptOnce(Supplier<Optional<PasswordPrompt>> console) {
    this.console = console;
  }

  /** Returns a way to ask, if there is a person. */
  synchronized Optional<PasswordPrompt> prompt() {
    if (!lookedFor) {
      person = console.get();
      lookedFor = true;
    }
    return person.map(prompt -> question -> ask(question, prompt));
  }

  private synchronized char[] ask(String question, PasswordPrompt prompt) {
    return answers.computeIfAbsent(question, prompt::ask).clone();
  }

  /** Wipes the answers. */
  @Override
  public synchronized void close() {
    answers.values().forEach(answer -> Arrays.fill(answer, '\0'));
    answers.clear();
  }
}
