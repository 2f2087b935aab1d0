package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.PasswordSource;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.PemKeyFile;
import org.offlinesign.key.SigningKey;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes keys of the key store into files for other programs or another machine. */
@Command(
    header = {
      "  offlinesign exportkey KSK-example.com --format bind --output keys/",
      "  offlinesign exportkey KSK-example.com ZSK-example.com --format pkcs12 --output backup.p12"
    },
    customSynopsis = "offlinesign exportkey [OPTIONS] KEY...",
    description =
        "Writes private keys into files that only their owner can read. No file is overwritten;"
            + " BIND's files that say the same already are left as they are.")
public final class ExportKeyCommand implements Subcommand {
  /** What the files are for. */
  enum Format {
    /** For BIND: .key and .private, the private one in clear text. */
    BIND,
    /** For most programs: PKCS #8 in PEM, in clear text. */
    PEM,
    /** For another machine: a key store with a password of its own. */
    PKCS12
  }

  @Parameters(
      paramLabel = "KEY",
      arity = "1..*",
      description = "A friendly name, tag:NUMBER, serial:HEX, or several joined with commas.")
  private List<KeyArgument> keys;

  @Option(
      names = "--format",
      paramLabel = "bind|pem|pkcs12",
      description =
          "bind: .key and .private files (default). pem: PKCS #8. pkcs12: a key store for another"
              + " machine, with a password of its own.")
  private Format format = Format.BIND;

  @Option(
      names = "--output",
      paramLabel = "FILE|DIR",
      description =
          "The file; for bind the folder. Default: the current folder, and for PEM"
              + " Kzone.+alg+tag.pem in it.")
  private @Nullable Path output;

  @Option(
      names = "--export-password-file",
      paramLabel = "FILE",
      description =
          "Holds the password for the exported key store in its first line. Default: the console"
              + " asks.")
  private @Nullable Path exportPasswordFile;

  @Option(names = "--json", description = "Print the keys and the files as JSON.")
  private boolean json;

  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    try (KeyStores stores = new KeyStores(env, store, env.resources().portableProviders())) {
      stores.refuseToken(BeyondToken.EXPORT);
      List<StoredKey> found = new ArrayList<>();
      for (KeyArgument key : keys) {
        StoredKey stored = stores.find(key);
        env.notes().meant(stored, KeyDeed.EXPORTED);
        found.add(stored);
      }
      report(found, write(found, env), env);
    } catch (FileAlreadyExistsException e) {
      throw CommandException.environment(
              e.getFile() + " exists, and is not overwritten with keys" + because(e.getReason()),
              "name another place with --output, or move the file away: it may be the only copy of"
                  + " a key")
          .causedBy(e);
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e);
    }
    return ExitCode.DONE;
  }

  private void report(List<StoredKey> found, List<Path> files, Environment env) throws IOException {
    if (json) {
      JsonOutput.print(env.out(), generator -> write(found, files, env, generator));
    } else {
      files.forEach(env.out()::println);
    }
  }

  private static void write(
      List<StoredKey> found, List<Path> files, Environment env, JsonGenerator generator)
      throws IOException {
    generator.writeStartObject();
    generator.writeFieldName("keys");
    KeyJson.write(found, env.clock(), generator);
    generator.writeArrayFieldStart("files");
    for (Path file : files) {
      generator.writeString(file.toString());
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static String because(@Nullable String reason) {
    return reason == null ? "" : ": " + reason;
  }

  private List<Path> write(List<StoredKey> found, Environment env)
      throws CommandException, IOException, KeyStoreFileException {
    return switch (format) {
      case BIND -> writeBind(found, env);
      case PEM -> writePem(found, env);
      case PKCS12 -> writePkcs12(found, env);
    };
  }

  private List<Path> writeBind(List<StoredKey> found, Environment env)
      throws CommandException, IOException {
    Path folder = env.resolve(output == null ? Path.of(".") : output);
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    for (StoredKey key : found) {
      SigningKey signingKey = signingKey(key);
      warnOfActivation(key, env);
      Path base = folder.resolve(BindKeyFile.baseName(signingKey.facts()));
      claim(BindKeyFile.pair(base), env);
      List<Path> there = BindKeyFile.pair(base).stream().filter(Files::exists).toList();
      List<Path> files = BindKeyFile.write(signingKey, folder);
      note(List.of(key), files.stream().filter(file -> !there.contains(file)).toList(), env);
      there.forEach(file -> env.tell(file + " is there already and says the same"));
      written.addAll(files);
    }
    return written;
  }

  /** BIND's files cannot say that a key is active and its publication not decided on. */
  private static void warnOfActivation(StoredKey key, Environment env) {
    boolean unpublished =
        key.timing().at(KeyEvent.PUBLISH).filter(KeyTiming.UNDECIDED::equals).isPresent();
    boolean activated =
        key.timing()
            .at(KeyEvent.ACTIVATE)
            .filter(time -> !time.equals(KeyTiming.UNDECIDED))
            .isPresent();
    if (unpublished && activated) {
      env.warn(
          "when to publish the key is not decided on, which BIND's files cannot say: with them it"
              + " is published at once: "
              + Printable.of(key.describe()));
    }
  }

  private List<Path> writePem(List<StoredKey> found, Environment env)
      throws CommandException, IOException {
    if (output != null && found.size() > 1) {
      throw CommandException.usage(
          "--output names one PEM file, but there are " + found.size() + " keys",
          "export them one by one, or leave --output out");
    }
    List<Path> written = new ArrayList<>();
    for (StoredKey key : found) {
      SigningKey signingKey = signingKey(key);
      Path usual = Path.of(BindKeyFile.baseName(signingKey.facts()) + ".pem");
      Path file = env.resolve(output == null ? usual : output);
      claim(List.of(file), env);
      PemKeyFile.write(signingKey, file);
      note(List.of(key), List.of(file), env);
      written.add(file);
    }
    return written;
  }

  private List<Path> writePkcs12(List<StoredKey> found, Environment env)
      throws CommandException, IOException, KeyStoreFileException {
    if (output == null) {
      throw CommandException.usage(
          "the key store to write is not named", "name it with --output FILE");
    }
    Path file = env.resolve(output);
    claim(List.of(file), env);
    char[] password = PasswordSource.forExport(env, exportPasswordFile).fresh(file);
    try {
      KeyStoreFile.export(found, file, password);
    } finally {
      Arrays.fill(password, '\0');
    }
    note(found, List.of(file), env);
    return List.of(file);
  }

  /** Refuses a name that belongs to a file of a key store, also where that is not there yet. */
  private static void claim(List<Path> files, Environment env)
      throws CommandException, IOException {
    for (Path file : files) {
      env.kept().claim(file, OutputClaim.of("--output"));
    }
  }

  /** Tells what is done before the next key is tried. */
  private static void note(List<StoredKey> keys, List<Path> files, Environment env)
      throws IOException {
    keys.forEach(key -> env.notes().key(key, KeyDeed.EXPORTED));
    for (Path file : files) {
      env.notes().wrote(file);
    }
  }

  private static SigningKey signingKey(StoredKey key) throws CommandException {
    return key.signingKey()
        .orElseThrow(
            () ->
                CommandException.keys(
                    "the certificate does not tell the zone and flags of "
                        + Printable.of(key.describe()),
                    "such a key can be exported as pkcs12 alone"));
  }
}
