package org.offlinesign.cli.argument;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.file.TargetPath;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.keystore.Backup;
import org.offlinesign.keystore.KeySelectionException;
import org.offlinesign.keystore.KeySource;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.KeyStoreSettings;
import org.offlinesign.keystore.StoreCompanion;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;

/** The key stores that a command has to do with: found, opened once each, closed together. */
public final class KeyStores implements Closeable {
  private final Environment env;
  private final StoreOptions options;
  private KeyStoreSettings settings;
  private final PasswordSource passwords;
  private final CommandToken token;
  private final Map<Path, KeyStoreFile> open = new LinkedHashMap<>();

  /** Finds key stores as the options say; none is opened yet. */
  public KeyStores(Environment env, StoreOptions options, CryptoProviders providers) {
    this.env = env;
    this.options = options;
    this.settings =
        KeyStoreSettings.of(providers, env.clock())
            .withNotices(env::tell)
            .sharing(env.resources().storeMemory());
    this.passwords = PasswordSource.ofStore(env, options.passwordFile());
    this.token = new CommandToken(env, options, settings);
  }

  /** Returns what is said of a new key that does not sign its own certificate. */
  public static CommandException unusable(SigningException e) {
    return CommandException.environment(
            "the new key came out wrong, and was not kept: " + e.getMessage(),
            "`offlinesign doctor` tells more about this machine")
        .causedBy(e);
  }

  /** Returns the file of the command's own key store. */
  public Path path() throws CommandException {
    return options.location().path(env);
  }

  /**
   * Returns where the command's keys are: in its own key store, which must exist, or in a token.
   */
  public KeySource source() throws CommandException, IOException {
    Optional<Path> configuration = token.configuration();
    return configuration.isPresent() ? token.open(configuration.get()) : existing();
  }

  /** Returns where the command's new keys go: a key store is made if there is none yet. */
  public KeySource sourceOrNew() throws CommandException, IOException {
    Optional<Path> configuration = token.configuration();
    return configuration.isPresent() ? token.open(configuration.get()) : existingOrNew();
  }

  /** Says whether keys are in a token. */
  public boolean areInToken() throws CommandException {
    return token.configuration().isPresent();
  }

  /** Refuses what a token cannot do, where the command's keys are in one. */
  public void refuseToken(BeyondToken deed) throws CommandException {
    token.refuse(deed);
  }

  /** Returns the command's own key store, which must exist. */
  public KeyStoreFile existing() throws CommandException, IOException {
    return existing(options.location());
  }

  private KeyStoreFile existing(StoreLocation location) throws CommandException, IOException {
    requireNoToken();
    Path path = location.path(env);
    KeyStoreFile known = open.get(path);
    if (known != null) {
      return known;
    }
    if (!Files.exists(path)) {
      throw CommandException.keys(
          "there is no key store " + path,
          "`offlinesign genkey` and `offlinesign importkey` make one",
          "if it is elsewhere, name it with --keystore FILE or set OFFLINESIGN_KEYSTORE");
    }
    watch(path);
    KeyStoreFile opened = remember(path, open(path));
    env.notes().read(path);
    return opened;
  }

  /** Returns the command's own key store; if there is none yet, it is made. */
  public KeyStoreFile existingOrNew() throws CommandException, IOException {
    requireNoToken();
    Path path = path();
    if (open.containsKey(path) || Files.exists(path)) {
      return existing();
    }
    watch(path);
    return remember(path, create(path));
  }

  private void requireNoToken() throws CommandException {
    if (areInToken()) {
      throw new AssertionError("a command has not refused a token that it cannot use");
    }
  }

  /**
   * Returns the same, for keys that were read from some files: if its own backup is among them, it
   * stays as it is, for it may hold the only copy of the keys until all are written.
   */
  public KeyStoreFile existingOrNew(List<Path> sources) throws CommandException, IOException {
    Path backup = StoreCompanion.BACKUP.of(TargetPath.ofAny(path()));
    for (Path source : sources) {
      if (Files.exists(source) && Files.exists(backup) && Files.isSameFile(source, backup)) {
        settings = settings.withBackup(Backup.KEPT);
        env.tell(source + " is the backup of the key store, and is left as it is");
      }
    }
    return existingOrNew();
  }

  private KeyStoreFile remember(Path path, KeyStoreFile store) throws IOException {
    open.put(path, store);
    for (String warning : store.warnings()) {
      env.warnOnce(warning);
    }
    return store;
  }

  private KeyStoreFile open(Path path) throws CommandException, IOException {
    if (Files.isDirectory(path)) {
      throw CommandException.environment(
          "the key store " + path + " is a folder",
          "name the file in it, such as " + path.resolve("MS-DNSSEC.p12"));
    }
    char[] password = passwords.existing(path);
    try {
      return KeyStoreFile.open(path, password, settings);
    } catch (KeyStoreFileException e) {
      throw refused(e, passwords);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private KeyStoreFile create(Path path) throws CommandException, IOException {
    char[] password = passwords.fresh(path);
    try {
      return KeyStoreFile.openOrCreate(path, password, settings);
    } catch (KeyStoreFileException e) {
      throw refused(e);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Says whether they open without asking anybody for a password. */
  public boolean openUnasked() {
    return passwords.isGiven();
  }

  /** Returns the files of the key stores that were opened so far. */
  public List<Path> opened() {
    return List.copyOf(open.keySet());
  }

  /** Returns the keys of a zone in the key stores that were opened so far. */
  public List<StoredKey> openedKeys(DnsName zone) {
    return Stream.concat(open.values().stream(), token.opened().stream())
        .flatMap(source -> source.keys(zone).stream())
        .toList();
  }

  /** Returns the key store that a key is in. */
  public KeyStoreFile storeOf(KeyArgument key) throws CommandException, IOException {
    return existing(options.location().overriddenBy(key.storeName(), key.storeType()));
  }

  private KeySource sourceOf(KeyArgument key) throws CommandException, IOException {
    boolean namesStore = key.storeName().isPresent() || key.storeType().isPresent();
    if (namesStore && areInToken()) {
      throw CommandException.usage(
          "the key " + key + " is in a key store, and the command's keys are in a token",
          "the keys of one command are in one place: leave out the store, or --pkcs11");
    }
    return namesStore ? storeOf(key) : source();
  }

  /** Returns the one key that an argument names, as it is kept. */
  public StoredKey find(KeyArgument key) throws CommandException, IOException {
    try {
      return sourceOf(key).find(key.selector());
    } catch (KeySelectionException e) {
      throw CommandException.keys(messageOf(e), "`offlinesign listkeys` shows the keys there are")
          .causedBy(e);
    }
  }

  /** Takes the one deleted key that an argument names back into its store. */
  public StoredKey recover(KeyArgument key)
      throws CommandException, IOException, KeyStoreFileException {
    try {
      return storeOf(key).recover(key.selector());
    } catch (KeySelectionException e) {
      throw CommandException.keys(
              messageOf(e), "`offlinesign listkeys --trash` shows what can be recovered")
          .causedBy(e);
    }
  }

  /** Returns the one key that an argument names, ready to sign a zone. */
  public SigningKey signingKey(KeyArgument argument, DnsName zone)
      throws CommandException, IOException {
    StoredKey stored = find(argument);
    boolean saysAll = stored.signingKey().isPresent();
    KeyParameters parameters =
        new KeyParameters(
            argument.overrides().algorithm().orElse(null),
            argument.overrides().flags().orElse(null),
            // What the certificate says of the zone stands: a key of another zone is refused later.
            saysAll ? null : zone);
    try {
      return stored.signingKey(parameters);
    } catch (UnusableKeyException e) {
      throw CommandException.keys(
              "the key " + argument + " cannot be used: " + e.getMessage(),
              "a key from another program needs set-algorithm:ALG and set-flags:KSK or"
                  + " set-flags:ZSK beside its name")
          .causedBy(e);
    }
  }

  /**
   * Returns what a key store or a token has against a command, as a user reads it.
   *
   * @param passwords where the password came from that may be wrong
   */
  public static CommandException refused(KeyStoreFileException e, PasswordSource passwords) {
    return e.reason() == KeyStoreFileException.Reason.WRONG_PASSWORD
        ? CommandException.keys(messageOf(e), passwords.origin()).causedBy(e)
        : refused(e);
  }

  /** Returns what a key store has against a command, as a user reads it. */
  public static CommandException refused(KeyStoreFileException e) {
    return new CommandException(ExitCode.KEYS, messageOf(e), List.of(StoreAdvice.on(e.reason())))
        .causedBy(e);
  }

  static String messageOf(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** Closes the stores and wipes their passwords. */
  @Override
  public void close() {
    open.values().forEach(KeyStoreFile::close);
    open.keySet().forEach(this::noteChanges);
  }

  private void watch(Path store) throws IOException {
    env.kept().keepStore(store);
    env.notes().watch(store);
    env.notes().watch(StoreCompanion.TRASH.of(store));
  }

  private void noteChanges(Path store) {
    try {
      env.notes().wroteIfChanged(store);
      env.notes().wroteIfChanged(StoreCompanion.TRASH.of(store));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
