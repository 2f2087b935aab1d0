package org.offlinesign.cli.argument;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;

/**
 * Which key store is meant, by file or by name and type.
 *
 * @param file the file itself; then name and type are empty
 */
public record StoreLocation(Optional<Path> file, Optional<String> name, Optional<StoreType> type) {
  /** The name of the store that is meant when none is given, as on Windows. */
  private static final String DEFAULT_NAME = "MS-DNSSEC";

  private static final Path MACHINE_FOLDER = Path.of("/var/lib/offlinesign");

  /** Returns the store that is meant when nothing is said. */
  public static StoreLocation usual() {
    return new StoreLocation(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns the file of that store, as far as it is known where it would be. */
  public static Optional<Path> usual(Environment env) throws CommandException {
    boolean isKnown =
        Stream.of("OFFLINESIGN_KEYSTORE", "OFFLINESIGN_HOME", "HOME", "USERPROFILE")
            .anyMatch(name -> env.variable(name).isPresent());
    return isKnown ? Optional.of(usual().path(env)) : Optional.empty();
  }

  /** Returns this location with parts of it given for one key alone. */
  public StoreLocation overriddenBy(Optional<String> newName, Optional<StoreType> newType) {
    if (newName.isEmpty() && newType.isEmpty()) {
      return this;
    }
    return new StoreLocation(Optional.empty(), newName.or(() -> name), newType.or(() -> type));
  }

  /** Returns the file of the store. */
  public Path path(Environment env) throws CommandException {
    if (file.isPresent()) {
      return refuseBoth(env);
    }
    Optional<String> usual = env.variable("OFFLINESIGN_KEYSTORE");
    // MS-DNSSEC is the name that scripts give to the store they use anyway.
    boolean isUsual = name.isEmpty() || name.get().equalsIgnoreCase(DEFAULT_NAME);
    if (usual.isPresent() && isUsual && type.orElse(StoreType.USER) == StoreType.USER) {
      return env.resolve(usual.get());
    }
    return folder(env).resolve(isUsual ? DEFAULT_NAME + ".p12" : fileName(name.orElseThrow()));
  }

  private Path refuseBoth(Environment env) throws CommandException {
    if (name.isPresent() || type.isPresent()) {
      throw CommandException.usage(
          "--keystore names the key store, and so do --store and --store-type", "use one of them");
    }
    return env.resolve(file.orElseThrow());
  }

  private Path folder(Environment env) throws CommandException {
    if (type.orElse(StoreType.USER) == StoreType.MACHINE) {
      return MACHINE_FOLDER;
    }
    Optional<String> home = env.variable("OFFLINESIGN_HOME");
    if (home.isPresent()) {
      return env.resolve(home.get());
    }
    String user =
        env.variable("HOME")
            .or(() -> env.variable("USERPROFILE"))
            .orElseThrow(
                () ->
                    CommandException.environment(
                        "no home folder is known to look for the key store in",
                        "set OFFLINESIGN_HOME, or name the key store with --keystore FILE"));
    return env.resolve(user).resolve(".offlinesign");
  }

  private static String fileName(String store) throws CommandException {
    if (store.isBlank() || store.startsWith(".") || store.matches(".*[/\\\\\\p{Cntrl}].*")) {
      throw CommandException.usage(
          "'" + store + "' is not a name of a key store",
          "--store takes a name such as MS-DNSSEC; for a file use --keystore FILE");
    }
    return store.toLowerCase(Locale.ROOT).endsWith(".p12") ? store : store + ".p12";
  }
}
