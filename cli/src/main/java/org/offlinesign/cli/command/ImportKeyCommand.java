package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.command.KeyFileReader.Found;
import org.offlinesign.cli.command.KeyFolder.FolderKey;
import org.offlinesign.cli.command.KeyFolder.LeftOut;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes keys that another program made, or that were deleted, into the key store. */
@Command(
    header = {
      "  offlinesign importkey /etc/bind/keys",
      "  offlinesign importkey --zone example.com --flags KSK key.pem"
    },
    customSynopsis = {
      "offlinesign importkey [OPTIONS] FILE...",
      "offlinesign importkey [OPTIONS] FOLDER",
      "offlinesign importkey [OPTIONS] --from-trash KEY"
    },
    description =
        "Takes keys of BIND (.key and .private, timing included), in PEM, or all keys of another key"
            + " store (PKCS #12) into the key store, which is made if there is none. What a file"
            + " holds is told by its content. Of a folder, all keys are taken, and each file is told"
            + " of in a line.")
public final class ImportKeyCommand implements Subcommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "A .private or .key file or the common name of both without an extension; a PEM file; a key"
              + " store; or a folder with any of these, alone.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--friendlyname",
      paramLabel = "NAME",
      description =
          "A name to select the key by. Default: the one it has, else that of its files for BIND.")
  private @Nullable String friendlyName;

  @Option(
      names = "--from-trash",
      paramLabel = "KEY",
      description = "Recover a key that was deleted in the last 30 days.")
  private @Nullable KeyArgument fromTrash;

  @Option(names = "--json", description = "Print the keys as JSON.")
  private boolean json;

  @Mixin private ForeignKeyOptions foreign = new ForeignKeyOptions();
  @Mixin private CertificateOptions certificate = new CertificateOptions();
  @Mixin private TimingOptions timing = new TimingOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    checkArguments(env);
    try (KeyStores stores = new KeyStores(env, store, env.resources().portableProviders())) {
      stores.refuseToken(BeyondToken.IMPORT);
      if (isFolder(env)) {
        return importFolder(env.resolve(files.get(0)), stores, env);
      }
      report(
          fromTrash == null ? imported(stores, env) : recovered(fromTrash, stores, env),
          stores,
          env);
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e);
    }
    return ExitCode.DONE;
  }

  private boolean isFolder(Environment env) {
    return files.stream().anyMatch(file -> Files.isDirectory(env.resolve(file)));
  }

  private void checkArguments(Environment env) throws CommandException {
    if (isFolder(env) && (files.size() > 1 || friendlyName != null)) {
      throw CommandException.usage(
          friendlyName == null
              ? "a folder of keys is imported alone, but " + files.size() + " files are named"
              : "--friendlyname is for one key, not for those of a folder",
          "import the folder first, then what else there is");
    }
    if (files.isEmpty() == (fromTrash == null)) {
      throw CommandException.usage(
          fromTrash == null ? "no key file is named" : "--from-trash takes no key files",
          "give the files of the keys, or --from-trash KEY");
    }
    if (friendlyName != null && files.size() != 1) {
      throw CommandException.usage(
          "--friendlyname is for one key, but " + files.size() + " are named",
          "import them one by one, or leave it out");
    }
  }

  private static List<StoredKey> recovered(KeyArgument key, KeyStores stores, Environment env)
      throws CommandException, IOException, KeyStoreFileException {
    StoredKey recovered = stores.recover(key);
    env.notes().key(recovered, KeyDeed.RECOVERED);
    return List.of(recovered);
  }

  private List<StoredKey> imported(KeyStores stores, Environment env)
      throws CommandException, IOException, KeyStoreFileException {
    // All files are read before the first key is kept: a slip in one name changes nothing.
    KeyFileReader reader = new KeyFileReader(foreign, env);
    List<Found> found = new ArrayList<>();
    for (Path file : files) {
      found.addAll(reader.read(file));
    }
    if (friendlyName != null && found.size() != 1) {
      throw CommandException.usage(
          "--friendlyname is for one key, but the file holds " + found.size(), "leave it out");
    }
    KeyStoreFile target = stores.existingOrNew(files.stream().map(env::resolve).toList());
    KeyWarnings.ofName(friendlyName, target, env);
    return keep(found, target, env);
  }

  /** Keeps all keys with one change: after a crash either all are in the key store or none. */
  private List<StoredKey> keep(List<Found> found, KeyStoreFile target, Environment env)
      throws CommandException, IOException, KeyStoreFileException {
    List<StoredKey> prepared = new ArrayList<>();
    for (Found key : found) {
      try {
        prepared.add(prepared(key, target, env));
      } catch (SigningException e) {
        throw CommandException.keys(
                "the key " + key.key() + " does not sign: " + e.getMessage(),
                "its private half may be another key's: export it anew where it comes from")
            .causedBy(e);
      }
    }
    List<StoredKey> kept = target.addAll(prepared);
    for (StoredKey key : kept) {
      env.notes().key(key, KeyDeed.IMPORTED);
      KeyWarnings.of(key, env);
      KeyWarnings.ofTag(key, target, env);
    }
    return kept;
  }

  private ExitCode importFolder(Path folder, KeyStores stores, Environment env)
      throws CommandException, IOException, KeyStoreFileException {
    KeyFolder content = KeyFolder.read(folder, stores.path(), new KeyFileReader(foreign, env));
    if (content.keys().isEmpty() && content.leftOut().stream().noneMatch(LeftOut::isKey)) {
      throw CommandException.keys(
          folder + " holds no key file",
          "expected .key and .private files, PEM files or key stores (.pfx, .p12)");
    }
    if (foreign.isGiven() && content.keys().stream().anyMatch(FolderKey::isBind)) {
      env.warn(
          "the .key and .private files of "
              + folder
              + " say zone, algorithm and flags themselves: --zone, --alg and --flags were not for"
              + " them, and choose none");
    }
    FolderImportReport report = imported(folder, content, stores, env);
    if (json) {
      JsonOutput.print(env.out(), generator -> report.write(generator, env));
    } else {
      report.print(env);
    }
    return report.exitCode();
  }

  private FolderImportReport imported(
      Path folder, KeyFolder content, KeyStores stores, Environment env)
      throws CommandException, IOException, KeyStoreFileException {
    if (content.keys().isEmpty()) {
      // No key store is made for nothing.
      return new FolderImportReport(folder, stores.path(), List.of(), List.of(), content.leftOut());
    }
    KeyStoreFile target = stores.existingOrNew();
    return new FolderImport(target, env)
        .take(folder, content, found -> prepared(found, target, env));
  }

  private StoredKey prepared(Found found, KeyStoreFile target, Environment env)
      throws CommandException, SigningException {
    SigningKey key = dressed(found);
    return found.stored() != null && isUnchanged(key, found)
        ? found.stored()
        : target.certified(key, certificate.validity(env.clock()));
  }

  /** A key that moves as it is keeps its certificate, by which scripts may select it. */
  private boolean isUnchanged(SigningKey key, Found found) {
    return key.facts().friendlyName().equals(found.key().facts().friendlyName())
        && key.facts().timing().equals(found.key().facts().timing())
        && certificate.isEmpty();
  }

  /** Returns a key with the name and the times that the options give it. */
  private SigningKey dressed(Found found) throws CommandException {
    SigningKey key = found.key();
    ZoneKey facts = key.facts();
    String name = friendlyName == null ? found.usualName() : FriendlyName.checked(friendlyName);
    try {
      return key.with(facts.withFriendlyName(name).withTiming(timing.appliedTo(facts.timing())));
    } catch (UnusableKeyException e) {
      throw new AssertionError("a name does not change a key", e);
    }
  }

  private void report(List<StoredKey> keys, KeyStores stores, Environment env)
      throws CommandException, IOException {
    if (json) {
      JsonOutput.print(env.out(), generator -> KeyJson.write(keys, env.clock(), generator));
      return;
    }
    String deed = fromTrash == null ? "Imported" : "Recovered";
    KeyStoreFile store = fromTrash == null ? stores.existing() : stores.storeOf(fromTrash);
    for (StoredKey key : keys) {
      KeyText.print(deed, key, store, env);
    }
  }
}
