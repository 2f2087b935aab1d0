package org.offlinesign.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import org.offlinesign.cli.argument.StoreLocation;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.KeptFiles;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The files that the line of a command and the environment name, whatever becomes of them. */
final class NamedFiles {
  private static final Path STREAM = Path.of("-");
  private static final Path STDIN = Path.of("/dev/stdin");

  private final Environment env;
  private final KeptFiles kept;

  NamedFiles(Environment env) {
    this.env = env;
    this.kept = env.kept();
  }

  /** Keeps each from being replaced by what another option names. */
  void keep(ParseResult line) throws CommandException, IOException {
    for (OptionSpec option : line.matchedOptions()) {
      keep(option, option.longestName());
    }
    for (PositionalParamSpec parameter : line.matchedPositionals()) {
      keep(parameter, "a file that is read");
    }
    if (line.matchedOptionValue("--keystore", null) instanceof Path store) {
      kept.keepStore(env.resolve(store));
    }
    keepOfEnvironment();
  }

  private void keep(ArgSpec part, String name) {
    for (Object value : values(part)) {
      if (value instanceof Path file && !file.equals(STREAM)) {
        kept.keep(env.resolve(file), name);
      }
    }
  }

  /** Returns what a part of a line was understood as, each value where there are several. */
  static Collection<?> values(ArgSpec part) {
    Object value = part.getValue();
    return value instanceof Collection<?> several ? several : Collections.singleton(value);
  }

  private void keepOfEnvironment() throws CommandException, IOException {
    kept.keep(STDIN, "what is read from stdin");
    Optional<Path> store = StoreLocation.usual(env);
    if (store.isPresent()) {
      kept.keepStore(store.get());
    }
    Optional<String> token = env.variable("OFFLINESIGN_PKCS11");
    if (token.isPresent()) {
      kept.keep(env.resolve(token.get()), "--pkcs11");
    }
    Optional<String> password = env.variable("OFFLINESIGN_PASSWORD_FILE");
    if (password.isPresent()) {
      kept.keep(env.resolve(password.get()), "the password file");
    }
    Optional<String> log = env.variable(AuditOption.variable());
    if (log.isPresent()) {
      kept.keep(env.resolve(log.get()), "the audit log");
    }
  }
}
