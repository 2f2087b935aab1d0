package org.offlinesign.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.PasswordSource;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.KeyRole;
import org.offlinesign.name.DnsName;
import picocli.CommandLine.Option;

/** The options that say of a key what its file does not. */
final class ForeignKeyOptions {
  @Option(
      names = "--zone",
      paramLabel = "NAME",
      description = "The zone of a key that comes in PEM or from another program's key store.")
  private @Nullable DnsName zone;

  @Option(
      names = "--alg",
      paramLabel = "ALG",
      description = "The algorithm of such a key; needed for RSA alone.")
  private @Nullable Algorithm algorithm;

  @Option(names = "--flags", paramLabel = "KSK|ZSK", description = "The role of such a key.")
  private @Nullable KeyRole role;

  @Option(
      names = "--import-password-file",
      paramLabel = "FILE",
      description =
          "Holds the password of the imported file in its first line. Default: the console asks.")
  private @Nullable Path passwordFile;

  /** Returns what was said. */
  KeyParameters parameters() {
    return new KeyParameters(algorithm, role == null ? null : role.flags(), zone);
  }

  /** Says whether anything was said. */
  boolean isGiven() {
    return !parameters().equals(KeyParameters.NONE);
  }

  /** Refuses what was said of files that say it all themselves. */
  void refuseUnlessEmpty(Path file) throws CommandException {
    if (isGiven()) {
      throw CommandException.usage(
          file + " tells zone, algorithm and flags itself",
          "leave --zone, --alg and --flags out; they are for PEM files and foreign key stores");
    }
  }

  /** Returns where the password of an imported file comes from. */
  PasswordSource passwords(Environment env) {
    return PasswordSource.forImport(env, passwordFile);
  }
}
