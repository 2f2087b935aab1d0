package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.testing.Program;

/**
 * Pastes the blocks of the README into one shell, from the first to the last, in a home of its own.
 * Only the waits are pretended: eight days for each, and the parent publishes what it is given.
 */
class ReadmeIT {
  private static final Path TREE = Path.of(System.getProperty("offlinesign.dist"));
  private static final Path PROJECT = TREE.resolve("../../..").normalize();
  private static final Path README = PROJECT.resolve("README.md");

  private static final String WAIT = "echo $(($(cat \"$HOME/days\") + 8)) >\"$HOME/days\"";

  private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)[^)]*\\)");
  private static final Pattern FIVE_TIMES = Pattern.compile("(?:[\\d*/,-]+ +){5}(.+)");

  @TempDir Path folder;
  private Path home;
  private Path clone;

  /** Makes what a reader has: a clone that is built, zone files, and keys of other programs. */
  @BeforeEach
  void sitDownAtTheReadersMachine() throws IOException {
    clone = Files.createDirectory(folder.resolve("clone"));
    home = Files.createDirectory(folder.resolve("home"));
    Path zones = Files.createDirectory(clone.resolve("testzones"));
    Files.copy(PROJECT.resolve("testzones/example.com.zone"), zones.resolve("example.com.zone"));
    Path bin = Files.createDirectories(clone.resolve("cli/target/dist/bin"));
    for (String name : List.of("offlinesign", "dnscmd")) {
      program(bin.resolve(name), withPretendedClock(TREE.resolve("bin").resolve(name)));
    }
    Path others = Files.createDirectory(folder.resolve("others"));
    program(others.resolve("mvn"), ":");
    program(others.resolve("dig"), "cat dsset-example.com");
    Path dns = Files.createDirectory(home.resolve("dns"));
    Files.writeString(
        dns.resolve("example.net.zone"),
        "$TTL 1h\n@ SOA ns hostmaster 1 3h 1h 2w 10m\n@ NS ns\nns A 192.0.2.1\n");
    Files.copy(PROJECT.resolve("testzones/corp.example.dns"), dns.resolve("corp.example.dns"));
    exportKeys(dns);
  }

  private String withPretendedClock(Path real) {
    return """
        days=$(cat "$HOME/days")
        case "$days $1" in
          0*) exec %1$s "$@" ;;
          *" signzone" | *" rollover") exec %1$s "$@" --now "+${days}d" ;;
          *" verifyzone") exec %1$s "$@" --at "+${days}d" ;;
          *) exec %1$s "$@" ;;
        esac
        """
        .formatted(real);
  }

  private void exportKeys(Path dns) throws IOException {
    CommandLineUser elsewhere =
        new CommandLineUser(Files.createDirectory(folder.resolve("elsewhere")))
            .at(Instant.now().minusSeconds(7200), ZoneOffset.UTC)
            .with("OFFLINESIGN_PASSWORD", "another");
    for (String flags : List.of("KSK", "ZSK")) {
      String[] curve = {"genkey", "--zone", "example.net", "--alg", "13"};
      elsewhere.succeed(line(curve, "--flags", flags, "--friendlyname", flags));
    }
    String keys = home.resolve("bind-keys").toString();
    elsewhere.succeed("exportkey", "KSK", "ZSK", "--format", "bind", "--output", keys);
    String zone = dns.resolve("example.net.zone").toString();
    String signed = home.resolve("bind-example.net.signed").toString();
    elsewhere.succeed(
        "signzone", "--zone", "example.net", "--input", zone, "--output", signed, "--smart");
    exportForWindows(elsewhere, dns);
  }

  private static void exportForWindows(CommandLineUser elsewhere, Path dns) throws IOException {
    String words = Files.writeString(dns.resolve("pfx-password"), "words\n").toString();
    String[] rsa = {"genkey", "--zone", "corp.example", "--alg", "8", "--length", "1024"};
    for (String role : List.of("KSK", "ZSK")) {
      elsewhere.succeed(line(rsa, "--flags", role, "--friendlyname", "corp-" + role));
      String[] export = {"exportkey", "corp-" + role, "--format", "pkcs12"};
      String pfx = dns.resolve(role + ".pfx").toString();
      elsewhere.succeed(line(export, "--export-password-file", words, "--output", pfx));
    }
  }

  private static String[] line(String[] first, String... more) {
    return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void theSixJobsWorkWhenTheyArePasted() throws Exception {
    Files.writeString(home.resolve("days"), "0");
    Path script = Files.writeString(folder.resolve("script"), "set -eux\n" + pasted());
    Program.Outcome outcome =
        new Program(Path.of("/bin/sh"))
            .within(Duration.ofMinutes(10))
            .with(
                Map.of(
                    "HOME",
                    home.toString(),
                    "PATH",
                    folder.resolve("others") + ":" + System.getenv("PATH"),
                    "OFFLINESIGN_JAVA_OPTS",
                    "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"))
            .run(clone, script.toString());
    assertThat(outcome.orFail().stdout())
        .contains(
            "step 3 of 3 of zsk-prepublish",
            "step 3 of 3 of ksk-double-signature",
            "offlinesign signzone --input example.com.zone",
            "Command completed successfully.");
    Path dns = home.resolve("dns");
    assertThat(dns.resolve("for-parent/proof.txt")).isNotEmptyFile();
    assertThat(dns.resolve("example.net.signed")).content().contains("RRSIG");
    assertThat(dns.resolve("corp.example.signed")).content().contains("RRSIG");
  }

  private static String pasted() throws IOException {
    return MarkdownBlocks.of(README).stream()
        .map(
            block ->
                switch (block.language()) {
                  case "sh" -> block.text();
                  case "crontab" -> commandsOfCron(block.text());
                  default -> "";
                })
        .collect(Collectors.joining())
        .replace("=/etc/bind/keys", "=$HOME/bind-keys")
        .replace("=/var/lib/bind/", "=$HOME/bind-")
        .replaceAll("(?m)^# Wait .*", Matcher.quoteReplacement(WAIT));
  }

  private static String commandsOfCron(String table) {
    return FIVE_TIMES
        .matcher(table)
        .results()
        .map(match -> "(" + match.group(1) + ")\n")
        .collect(Collectors.joining());
  }

  @Test
  void whatTheReadmeLinksToIsThere() throws IOException {
    assertThat(LINK.matcher(Files.readString(README)).results().map(match -> match.group(1)))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(PROJECT.resolve(path)).exists());
  }

  private static void program(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
