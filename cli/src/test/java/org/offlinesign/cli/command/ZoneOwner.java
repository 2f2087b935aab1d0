package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.key.CryptoProviders;

/**
 * Somebody with the zone {@code example} in a file {@code db} and with the keys KSK, ZSK, Next and
 * Curve for it. The key Other is for another zone.
 */
final class ZoneOwner {
  static final String ZONE =
      """
      $TTL 3600
      @ SOA ns1 hostmaster 41 7200 900 1209600 300
      @ NS ns1
      ns1 A 192.0.2.1
      www A 192.0.2.2
      sub NS ns.sub
      ns.sub A 192.0.2.3
      """;

  private static final String KEY_STORE = "keys.p12";

  /** Making keys takes longer than most tests do. */
  private static final byte[] KEYS = makeKeys();

  private final CommandLineUser user;

  ZoneOwner(Path folder) throws IOException {
    // Unlike others, a temporary file is its owner's alone, as a key store must be.
    Path keyStore = Files.write(Files.createTempFile(folder, "keys", null), KEYS);
    Files.move(keyStore, folder.resolve(KEY_STORE));
    Files.writeString(folder.resolve("db"), ZONE);
    user = sittingIn(folder);
  }

  private static CommandLineUser sittingIn(Path folder) {
    return new CommandLineUser(folder)
        .with("OFFLINESIGN_PASSWORD", "secret")
        .with("OFFLINESIGN_KEYSTORE", KEY_STORE);
  }

  private static byte[] makeKeys() {
    try {
      Path folder = Files.createTempDirectory("keys");
      try {
        CommandLineUser maker = sittingIn(folder);
        String[] genkey = {"genkey", "--length", "1024", "--zone"};
        maker.succeed(line(genkey, "example", "--flags", "KSK", "--friendlyname", "KSK"));
        maker.succeed(line(genkey, "example", "--friendlyname", "ZSK"));
        maker.succeed(line(genkey, "example", "--friendlyname", "Next"));
        maker.succeed("genkey", "--zone", "example", "--alg", "13", "--friendlyname", "Curve");
        maker.succeed(line(genkey, "other", "--friendlyname", "Other"));
        return Files.readAllBytes(folder.resolve(KEY_STORE));
      } finally {
        FileUtils.deleteDirectory(folder.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String[] line(String[] first, String... more) {
    return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
  }

  /** Signs {@code db} into {@code db.signed} with the KSK and the ZSK. */
  Result sign(String... more) {
    return signFile("db", "db.signed", more);
  }

  /** Signs a file with the KSK and the ZSK. */
  Result signFile(String input, String output, String... more) {
    String[] keys = {"--signkey", "KSK", "--signkey", "ZSK"};
    return signFileWith(input, output, line(keys, more));
  }

  /** Signs {@code db} into {@code db.signed} with the keys that the options name. */
  Result signWith(String... options) {
    return signFileWith("db", "db.signed", options);
  }

  private Result signFileWith(String input, String output, String... options) {
    String[] sign = {"signzone", "--input", input, "--output", output, "--zone", "example"};
    return user.run(line(sign, options));
  }

  /** Runs another command. */
  Result run(String... arguments) {
    return user.run(arguments);
  }

  /** Runs a line of the Windows spelling. */
  Result dnscmd(String... arguments) {
    return user.dnscmd(arguments);
  }

  String signedText() throws IOException {
    return Files.readString(file("db.signed"));
  }

  Path file(String name) {
    return user.file(name);
  }

  Path folder() {
    return user.folder();
  }

  ZoneOwner typingIn(String text) {
    user.typingIn(text);
    return this;
  }

  /** Sits down at a machine with other cryptography. */
  void at(CryptoProviders providers) {
    user.with(providers);
  }

  void at(Instant time, ZoneId zone) {
    user.at(time, zone);
  }
}
