package org.offlinesign.cli.argument;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command finds its key store. */
public final class StoreOptions {
  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description =
          "The key store. Default: $$OFFLINESIGN_KEYSTORE, else MS-DNSSEC.p12 in $$OFFLINESIGN_HOME"
              + " (~/.offlinesign).")
  private @Nullable Path keystore;

  @Option(
      names = "--store",
      paramLabel = "NAME",
      description = "Use the key store NAME.p12 in that folder.")
  private @Nullable String store;

  @Option(
      names = "--store-type",
      paramLabel = "machine|user",
      description = "machine: look for key stores in /var/lib/offlinesign.")
  private @Nullable StoreType type;

  @Option(
      names = "--pkcs11",
      paramLabel = "CONFIG",
      description =
          "Use the keys of a token instead of a key store: CONFIG is a configuration file of SunPKCS11"
              + " (name, library, slot); the password is its PIN. Default: $$OFFLINESIGN_PKCS11.")
  private @Nullable Path token;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "Holds the key store's password in its first line. Default:"
              + " $$OFFLINESIGN_PASSWORD_FILE, else $$OFFLINESIGN_PASSWORD, else the console asks.")
  private @Nullable Path passwordFile;

  /** Says whether a key store or token is named, rather than the usual one taken. */
  public boolean isNamed() {
    return token != null || nameKeyStore();
  }

  /** Says whether a key store is named. */
  boolean nameKeyStore() {
    return keystore != null || store != null || type != null;
  }

  StoreLocation location() {
    return new StoreLocation(
        Optional.ofNullable(keystore), Optional.ofNullable(store), Optional.ofNullable(type));
  }

  /** Returns the configuration file of a token, if it is named. */
  Optional<Path> token() {
    return Optional.ofNullable(token);
  }

  Optional<Path> passwordFile() {
    return Optional.ofNullable(passwordFile);
  }
}
