package org.offlinesign.cli.harm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.KeyStoreSettings;
import org.offlinesign.keystore.StoredKey;

/** A folder with a key store, a zone and its signed version, and a folder for temporary files. */
final class Workplace {
  private static final String ZONE =
      """
      $TTL 3600
      @ SOA ns h 41 7200 900 1209600 600
      @ NS ns
      ns A 192.0.2.1
      """;
  private static final String PASSWORD = "secret";

  private final Path folder;
  private final byte[] signedBefore;

  private Workplace(Path folder) throws IOException {
    this.folder = folder;
    this.signedBefore = Files.readAllBytes(signed());
  }

  /** Makes one with the keys KSK, ZSK and SPARE, and LOST in the trash. */
  static Workplace make(Path folder) throws IOException {
    for (String name : List.of("store", "out", "sets", "tmp")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(folder.resolve("db"), ZONE);
    CommandLineUser owner = owner(folder);
    for (String name : List.of("KSK", "ZSK", "GIVEN")) {
      genkey(owner, name, name.equals("KSK") ? "KSK" : "ZSK", "example");
    }
    owner.succeed("exportkey", "GIVEN", "--format", "pem", "--output", "given.pem");
    owner.succeed("deletekey", "GIVEN", "--force");
    Files.delete(folder.resolve("store/keys.p12.trash"));
    owner.succeed(
        "signzone", "--smart", "--zone", "example", "--input", "db", "--output", "out/db.signed");
    for (String name : List.of("SPARE", "LOST")) {
      genkey(owner, name, "ZSK", "other");
    }
    owner.succeed("deletekey", "LOST", "--force");
    return new Workplace(folder);
  }

  private static void genkey(CommandLineUser owner, String name, String role, String zone) {
    owner.succeed("genkey", "--alg", "13", "--zone", zone, "--flags", role, "--friendlyname", name);
  }

  private static CommandLineUser owner(Path folder) {
    return new CommandLineUser(folder)
        .at(Instant.now(), ZoneId.of("UTC"))
        .with("OFFLINESIGN_PASSWORD", PASSWORD)
        .with("OFFLINESIGN_KEYSTORE", "store/keys.p12");
  }

  /** Returns another like this one. */
  Workplace copy(Path target) throws IOException {
    FileUtils.copyDirectory(folder.toFile(), target.toFile());
    return new Workplace(target);
  }

  Path folder() {
    return folder;
  }

  /** Returns what the program finds in its environment. */
  Map<String, String> environment() {
    return Map.of(
        "OFFLINESIGN_PASSWORD",
        PASSWORD,
        "OFFLINESIGN_KEYSTORE",
        "store/keys.p12",
        "TMPDIR",
        folder.resolve("tmp").toString());
  }

  private Path signed() {
    return folder.resolve("out/db.signed");
  }

  /** Returns the friendly names of the keys in the store, which opens and can be decrypted. */
  Set<String> stored() throws IOException {
    return names(KeyStoreFile::keys);
  }

  /** Returns the friendly names of the keys that can be recovered. */
  Set<String> thrownAway() throws IOException {
    return names(KeyStoreFile::trash);
  }

  private interface Keys {
    List<StoredKey> of(KeyStoreFile store) throws IOException, KeyStoreFileException;
  }

  private Set<String> names(Keys keys) throws IOException {
    KeyStoreSettings settings =
        KeyStoreSettings.of(CryptoProviders.withoutNative(), Clock.systemUTC());
    Path file = folder.resolve("store/keys.p12");
    try (KeyStoreFile store = KeyStoreFile.open(file, PASSWORD.toCharArray(), settings)) {
      return keys.of(store).stream()
          .map(key -> key.friendlyName().orElseThrow())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (KeyStoreFileException e) {
      throw new AssertionError("the key store does not open", e);
    }
  }

  /** Says whether the signed zone is another than at the start. */
  boolean isSignedAnew() throws IOException {
    return !Arrays.equals(signedBefore, Files.readAllBytes(signed()));
  }

  /** Returns what is wrong with the signed zone, which is the old one or a whole new one. */
  List<String> faultsOfSignedZone() throws IOException {
    return isSignedAnew() ? faultsOf("out/db.signed") : List.of();
  }

  /** Returns what is wrong with a signed zone. */
  List<String> faultsOf(String signed) {
    CommandLineUser.Result result = owner(folder).run("verifyzone", "--zone", "example", signed);
    return result.exitCode() == ExitCode.DONE ? List.of() : List.of(result.out() + result.err());
  }

  /** Says whether the log of rollovers has a text. */
  boolean hasLogged(String text) throws IOException {
    Path log = folder.resolve("store/keys.p12.rollover.log");
    return Files.exists(log) && Files.readString(log, StandardCharsets.UTF_8).contains(text);
  }

  /** Returns the names of all files. */
  Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Returns the keys that are neither in the store nor in the trash though they must be. */
  List<String> lostKeys() throws IOException {
    List<String> lost = new ArrayList<>(List.of("KSK", "ZSK", "SPARE", "LOST"));
    Set<String> stored = stored();
    lost.removeAll(stored);
    lost.removeAll(Set.of("SPARE", "LOST").stream().filter(thrownAway()::contains).toList());
    return lost;
  }

  void delete() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }
}
