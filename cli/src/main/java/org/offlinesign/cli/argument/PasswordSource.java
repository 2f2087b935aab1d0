package org.offlinesign.cli.argument;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.PasswordPrompt;
import org.offlinesign.file.FileExposure;

/** Where the password of a key store comes from: never from an argument. */
public final class PasswordSource {
  private static final int SHORT = 6;

  private final Environment env;
  private final Optional<Path> file;
  private final List<String> advice;
  private final boolean readsVariables;

  private PasswordSource(
      Environment env, Optional<Path> file, boolean readsVariables, List<String> advice) {
    this.env = env;
    this.file = file;
    this.readsVariables = readsVariables;
    this.advice = advice;
  }

  /**
   * Returns where the password of the command's own key stores comes from.
   *
   * @param file the one given as an option
   */
  static PasswordSource ofStore(Environment env, Optional<Path> file) {
    List<String> advice =
        List.of(
            "give --password-file FILE, or set OFFLINESIGN_PASSWORD_FILE or OFFLINESIGN_PASSWORD",
            "(nobody is asked, because there is no console)");
    return new PasswordSource(env, file, true, advice);
  }

  /**
   * Returns where the password of an exported key store comes from: not from the variables, because
   * it travels and should be another.
   *
   * @param file the one given as an option
   */
  public static PasswordSource forExport(Environment env, @Nullable Path file) {
    List<String> advice =
        List.of(
            "give --export-password-file FILE", "(nobody is asked, because there is no console)");
    return new PasswordSource(env, Optional.ofNullable(file), false, advice);
  }

  /**
   * Returns where the password of an imported file comes from: not from the variables, which are
   * for the key store that the keys go into.
   *
   * @param file the one given as an option
   */
  public static PasswordSource forImport(Environment env, @Nullable Path file) {
    List<String> advice =
        List.of(
            "give --import-password-file FILE", "(nobody is asked, because there is no console)");
    return new PasswordSource(env, Optional.ofNullable(file), false, advice);
  }

  /** Says whether nobody is asked for the password. */
  boolean isGiven() {
    return file.isPresent()
        || (readsVariables
            && (env.variable("OFFLINESIGN_PASSWORD_FILE").isPresent()
                || env.variable("OFFLINESIGN_PASSWORD").isPresent()));
  }

  /** Says where the password comes from, to a user whose password is wrong. */
  String origin() {
    if (file.isPresent()) {
      return "it was taken from the file " + file.get();
    }
    if (readsVariables && env.variable("OFFLINESIGN_PASSWORD_FILE").isPresent()) {
      return "it was taken from the file that OFFLINESIGN_PASSWORD_FILE names";
    }
    if (readsVariables && env.variable("OFFLINESIGN_PASSWORD").isPresent()) {
      return "it was taken from OFFLINESIGN_PASSWORD";
    }
    return "type it again";
  }

  /** Returns the password of a store that exists, for the caller to wipe. */
  public char[] existing(Path store) throws CommandException, IOException {
    Optional<char[]> given = given();
    return given.isPresent()
        ? given.get()
        : ask("Password of " + store + ": ", Secret.PASSWORD, store);
  }

  /** Returns the PIN of a token, for the caller to wipe. */
  char[] pin(Path configuration) throws CommandException, IOException {
    Optional<char[]> given = given();
    return given.isPresent()
        ? given.get()
        : ask("PIN for the token of " + configuration + ": ", Secret.PIN, configuration);
  }

  /** Returns the password of a store that is about to be made, for the caller to wipe. */
  public char[] fresh(Path store) throws CommandException, IOException {
    Optional<char[]> given = given();
    if (given.isPresent()) {
      warnOfShort(given.get(), store);
      return given.get();
    }
    char[] first = ask("New password for the key store " + store + ": ", Secret.PASSWORD, store);
    char[] second = ask("The same password again: ", Secret.PASSWORD, store);
    try {
      if (!Arrays.equals(first, second)) {
        Arrays.fill(first, '\0');
        throw CommandException.keys(
            "the two passwords differ", "nothing was made; start the command again");
      }
      warnOfShort(first, store);
      return first;
    } finally {
      Arrays.fill(second, '\0');
    }
  }

  private void warnOfShort(char[] password, Path store) {
    if (password.length < SHORT) {
      env.warnOnce(
          "the password of "
              + store
              + " has fewer than "
              + SHORT
              + " characters: whoever has a copy of the file finds it by trying");
    }
  }

  private char[] read(Path file) throws CommandException, IOException {
    char[] password = env.resources().passwordFiles().read(file);
    for (String warning : FileExposure.of(file, "the password file")) {
      env.warnOnce(warning);
    }
    return password;
  }

  private Optional<char[]> given() throws CommandException, IOException {
    if (file.isPresent()) {
      return Optional.of(read(env.resolve(file.get())));
    }
    if (!readsVariables) {
      return Optional.empty();
    }
    Optional<String> variable = env.variable("OFFLINESIGN_PASSWORD_FILE");
    if (variable.isPresent()) {
      return Optional.of(read(env.resolve(variable.get())));
    }
    return env.variable("OFFLINESIGN_PASSWORD").map(String::toCharArray);
  }

  private char[] ask(String question, Secret secret, Path place) throws CommandException {
    Optional<PasswordPrompt> prompt = env.streams().prompt().get();
    if (prompt.isEmpty()) {
      throw new CommandException(
          ExitCode.KEYS, secret.owner(place) + " needs a " + secret.word, advice);
    }
    char[] typed = prompt.get().ask(question);
    if (typed.length == 0) {
      throw CommandException.keys(
          "no " + secret.word + " was typed for " + secret.owner(place), "start the command again");
    }
    return typed;
  }

  /** What opens keys, and how people call it. */
  private enum Secret {
    PASSWORD("password", ""),
    PIN("PIN", "the token of ");

    private final String word;
    private final String before;

    Secret(String word, String before) {
      this.word = word;
      this.before = before;
    }

    String owner(Path place) {
      return before + place;
    }
  }
}
