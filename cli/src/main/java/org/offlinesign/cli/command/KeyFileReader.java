package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.PasswordSource;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.file.FileExposure;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.PemKeyFile;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.keystore.ForeignKeyStore;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;

/** Reads keys from files of any of the known formats. */
final class KeyFileReader {
  /** What to do about a key of which its file does not say something. */
  private static final Map<String, String> UNSAID =
      Map.of(
          "zone",
          "say it with --zone NAME",
          "algorithm",
          "say it with --alg rsasha256 or --alg rsasha512, as the DNSKEY record has it; the role with"
              + " --flags, the zone with --zone NAME",
          "flags",
          "say it with --flags KSK or --flags ZSK, and the zone with --zone NAME, one file at a time"
              + " where they differ; of Knot's keys, `keymgr ZONE list` tells which is the KSK");

  private static final Pattern NAME_OF_KEY =
      Pattern.compile("K[A-Za-z0-9_.-]*\\+[0-9]{3}\\+[0-9]{5}");

  private final ForeignKeyOptions said;
  private final Environment env;

  /**
   * A key that was read.
   *
   * @param stored how it is kept in the key store that it comes from; null if it comes from none,
   *     or is to become a key of another zone, algorithm or role
   */
  record Found(SigningKey key, @Nullable StoredKey stored) {
    /** Returns the name that the key has where nobody gives it another; null if it has none. */
    @Nullable String usualName() {
      Optional<String> itsOwn = key.facts().friendlyName();
      return stored != null
          ? itsOwn.orElse(null)
          : itsOwn.orElseGet(() -> BindKeyFile.baseName(key.facts()));
    }
  }

  KeyFileReader(ForeignKeyOptions said, Environment env) {
    this.said = said;
    this.env = env;
  }

  /** Returns the keys in a file. */
  List<Found> read(Path file) throws CommandException, IOException {
    Path given = env.resolve(file);
    KeyFileKind kind = KeyFileKind.of(given);
    if (kind == KeyFileKind.BIND && isThere(given)) {
      said.refuseUnlessEmpty(file);
    }
    return read(file, given, kind);
  }

  /**
   * Returns the keys in a file of a folder: what the options say is meant for those of its files
   * that do not say it themselves.
   */
  List<Found> readOfFolder(Path file) throws CommandException, IOException {
    return read(file, file, KeyFileKind.of(file));
  }

  private List<Found> read(Path file, Path given, KeyFileKind kind)
      throws CommandException, IOException {
    try {
      List<Found> found =
          switch (kind) {
            case BIND -> List.of(new Found(readBind(file, given), null));
            case PEM -> List.of(new Found(readPem(given), null));
            case PKCS12 -> readStore(given);
          };
      for (Path read : kind == KeyFileKind.BIND ? BindKeyFile.pair(given) : List.of(given)) {
        env.notes().read(read);
      }
      return found;
    } catch (UnusableKeyException e) {
      throw CommandException.keys("the key cannot be imported: " + e.getMessage(), hints(e))
          .causedBy(e);
    }
  }

  private static String[] hints(UnusableKeyException e) {
    String message = String.valueOf(e.getMessage());
    for (Map.Entry<String, String> unsaid : UNSAID.entrySet()) {
      if (message.contains("which " + unsaid.getKey())) {
        return new String[] {unsaid.getValue()};
      }
    }
    return new String[] {
      "importkey reads the files of BIND, PEM and key stores (.p12, .pfx): if it is one of them,"
          + " export it anew where it comes from"
    };
  }

  private SigningKey readBind(Path file, Path given)
      throws CommandException, IOException, UnusableKeyException {
    if (!isThere(given)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isRegularFile(given) && BindKeyFile.pair(given).stream().noneMatch(Files::exists)) {
      throw CommandException.keys(
          file + " is no key file",
          "expected a .private or .key file of BIND, a private key in PEM, or a key store (.p12,"
              + " .pfx)");
    }
    SigningKey key = BindKeyFile.read(given);
    Path privateFile = BindKeyFile.privateFile(given);
    warnOfReaders(privateFile);
    warnOfOtherName(privateFile, BindKeyFile.baseName(key.facts()));
    return key;
  }

  /** A key that was copied over another has files that are called after that one. */
  private void warnOfOtherName(Path privateFile, String expected) {
    String name = String.valueOf(privateFile.getFileName()).replaceAll("\\.private$", "");
    // How a name is written that has more than letters, digits and hyphens is everybody's own.
    boolean isPlain = NAME_OF_KEY.matcher(expected).matches();
    if (isPlain && NAME_OF_KEY.matcher(name).matches() && !name.equalsIgnoreCase(expected)) {
      env.warn(
          privateFile
              + " is called after another key than it holds, whose file is usually called "
              + expected
              + ": see that it is the one that is meant");
    }
  }

  private static boolean isThere(Path file) {
    return Files.exists(file) || Files.exists(file.resolveSibling(file.getFileName() + ".private"));
  }

  private SigningKey readPem(Path file) throws CommandException, IOException, UnusableKeyException {
    if (!PemKeyFile.isEncrypted(file)) {
      warnOfReaders(file);
      return PemKeyFile.read(file, said.parameters(), null);
    }
    char[] password = said.passwords(env).existing(file);
    try {
      return PemKeyFile.read(file, said.parameters(), password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private void warnOfReaders(Path file) throws IOException {
    for (String warning : FileExposure.of(file, "the private key file")) {
      env.warnOnce(warning);
    }
  }

  private List<Found> readStore(Path file)
      throws CommandException, IOException, UnusableKeyException {
    PasswordSource passwords = said.passwords(env);
    char[] password = passwords.existing(file);
    try {
      ForeignKeyStore store =
          ForeignKeyStore.read(file, password, env.resources().portableProviders());
      if (store.keys().isEmpty()) {
        throw CommandException.keys(
            file + " holds no private key",
            "expected a file with private keys; Windows exports a certificate with its key or without");
      }
      if (!store.proven()) {
        env.warn(
            file
                + " has no MAC: nothing proves that its keys are those that were put into it (RFC"
                + " 7292 section 4); see that their tags are the expected ones");
      }
      if (!store.weaknesses().isEmpty()) {
        env.warn(
            file
                + " is weakly protected ("
                + String.join(", ", store.weaknesses())
                + "): whoever has a copy may find its password and the keys; those that are taken"
                + " over are written with AES-256 and 100,000 rounds of PBKDF2");
      }
      List<Found> found = new ArrayList<>();
      for (StoredKey key : store.keys()) {
        found.add(found(key));
      }
      return found;
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e, passwords);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private Found found(StoredKey stored) throws UnusableKeyException {
    KeyParameters parameters = said.parameters();
    Optional<SigningKey> asItSays = stored.signingKey();
    if (asItSays.isPresent() && parameters.equals(KeyParameters.NONE)) {
      return new Found(asItSays.get(), stored);
    }
    try {
      return new Found(stored.signingKey(parameters), null);
    } catch (UnusableKeyException e) {
      throw new UnusableKeyException(Printable.of(stored.describe()) + ": " + e.getMessage(), e);
    }
  }
}
