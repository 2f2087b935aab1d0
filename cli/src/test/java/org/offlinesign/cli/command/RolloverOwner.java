package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;

/** Somebody with a zone that is signed by a KSK and a ZSK, whose keys are to be replaced. */
final class RolloverOwner {
  /** Refresh and retry of the zone, and its TTL of an hour. */
  static final Duration DNSKEY_WAIT = Duration.ofMinutes(120 + 15 + 60);

  private final CommandLineUser user;

  RolloverOwner(Path folder) throws IOException {
    Files.writeString(folder.resolve("db"), ZoneOwner.ZONE);
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD", "secret")
            .with("OFFLINESIGN_KEYSTORE", "keys.p12");
    genkey("KSK");
    genkey("ZSK");
    user.succeed(files("signzone", "--smart"));
  }

  void genkey(String role) {
    genkey(role, role);
  }

  void genkey(String role, String name) {
    user.succeed(
        "genkey", "--zone", "example", "--alg", "13", "--flags", role, "--friendlyname", name);
  }

  static String[] files(String command, String... more) {
    String[] line = {"--zone", "example", "--input", "db", "--output", "db.signed"};
    String[] words = command.split(" ", -1);
    return ZoneOwner.line(ZoneOwner.line(words, line), more);
  }

  Result next(String... more) {
    return user.run(files("rollover next", more));
  }

  /** Moves the clock to a time after the begin. */
  void later(Duration length) {
    user.at(CommandLineUser.NOW.plus(length), ZoneId.of("UTC"));
  }

  CommandLineUser user() {
    return user;
  }

  Path file(String name) {
    return user.file(name);
  }
}
