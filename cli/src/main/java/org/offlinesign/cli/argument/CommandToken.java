package org.offlinesign.cli.argument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.KeyStoreFileException.Reason;
import org.offlinesign.keystore.KeyStoreSettings;
import org.offlinesign.keystore.KeyToken;
import org.offlinesign.keystore.TokenSlot;

/** The token that a command takes its keys from, if it is told to; logged in to when needed. */
final class CommandToken {
  private static final String VARIABLE = "OFFLINESIGN_PKCS11";

  private final Environment env;
  private final StoreOptions options;
  private final KeyStoreSettings settings;
  private final PasswordSource pins;
  private @Nullable KeyToken open;

  CommandToken(Environment env, StoreOptions options, KeyStoreSettings settings) {
    this.env = env;
    this.options = options;
    this.settings = settings;
    this.pins = PasswordSource.ofStore(env, options.passwordFile());
  }

  /** Returns the configuration file that leads to it; empty where keys are in a key store. */
  Optional<Path> configuration() throws CommandException {
    Optional<Path> named = options.token();
    if (named.isPresent()) {
      if (options.nameKeyStore()) {
        throw CommandException.usage(
            "--pkcs11 names a token, and --keystore, --store or --store-type a key store",
            "the keys of one command are in one place: use one of them");
      }
      return Optional.of(env.resolve(named.get()));
    }
    Optional<String> usual = options.nameKeyStore() ? Optional.empty() : env.variable(VARIABLE);
    if (usual.isPresent() && env.variable("OFFLINESIGN_KEYSTORE").isPresent()) {
      throw CommandException.usage(
          VARIABLE + " names a token, and OFFLINESIGN_KEYSTORE a key store",
          "unset one of them, or say with --pkcs11 CONFIG or --keystore FILE which is meant");
    }
    return usual.isPresent() ? Optional.of(env.resolve(usual.get())) : Optional.empty();
  }

  /** Refuses what a token cannot do, if there is one. */
  void refuse(BeyondToken deed) throws CommandException {
    Optional<Path> configuration = configuration();
    if (configuration.isPresent()) {
      throw deed.refused(configuration.get());
    }
  }

  /** Returns the token, if it was needed before. */
  Optional<KeyToken> opened() {
    return Optional.ofNullable(open);
  }

  /** Returns the token. */
  KeyToken open(Path configuration) throws CommandException, IOException {
    if (open == null) {
      env.kept().keep(configuration, "--pkcs11");
      open = login(slot(configuration), configuration);
      env.notes().read(configuration);
    }
    return open;
  }

  private TokenSlot slot(Path configuration) throws CommandException, IOException {
    if (Files.isDirectory(configuration)) {
      throw CommandException.environment(
          "the PKCS #11 configuration " + configuration + " is a folder", "name the file in it");
    }
    try {
      return env.resources().tokens().slot(configuration);
    } catch (KeyStoreFileException e) {
      if (e.reason() == Reason.NO_TOKEN) {
        throw KeyStores.refused(e);
      }
      throw CommandException.keys(
              KeyStores.messageOf(e),
              "it is a file with lines such as name = hsm, library = /usr/lib/softhsm/libsofthsm2.so"
                  + " and slotListIndex = 0",
              "`pkcs11-tool --module LIBRARY --list-slots` shows what the library has to offer")
          .causedBy(e);
    }
  }

  private KeyToken login(TokenSlot slot, Path configuration) throws CommandException, IOException {
    char[] pin = pins.pin(configuration);
    try {
      return KeyToken.open(slot, pin, settings);
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e, pins);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }
}
