package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;

/** Somebody with a zone file and a password, whose every command goes into an audit log. */
final class AuditedUser {
  static final String ZONE =
      """
      $TTL 3600
      @ SOA ns hostmaster 1 7200 3600 1209600 3600
      @ NS ns
      ns A 192.0.2.1
      child NS ns.child
      ns.child A 192.0.2.2
      """;

  /** What the log is called unless a test has another name; it is in the environment. */
  static final String LOG = "audit.log";

  private final Path folder;
  private final String log;
  private final CommandLineUser user;

  AuditedUser(Path folder, String log) throws IOException {
    this.folder = folder;
    this.log = log;
    Files.writeString(folder.resolve("password"), "correct horse\n");
    Files.writeString(folder.resolve("zone"), ZONE);
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD_FILE", folder.resolve("password").toString())
            .with("OFFLINESIGN_AUDIT", log);
  }

  CommandLineUser user() {
    return user;
  }

  /** Returns the lines of the log. */
  List<Map<String, Object>> lines() throws IOException {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(log))) {
      lines.add(JSON.std.mapFrom(line));
    }
    return lines;
  }

  Map<String, Object> lastLine() throws IOException {
    List<Map<String, Object>> lines = lines();
    return lines.get(lines.size() - 1);
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> line, String name) {
    return (List<Map<String, Object>>) line.get(name);
  }

  /** Returns the files of a line with the digests that are told of them. */
  Map<Path, String> files(Map<String, Object> line, String name) {
    Map<Path, String> files = new TreeMap<>();
    for (Map<String, Object> file : list(line, name)) {
      files.put(
          folder.resolve(file.get("file").toString()).normalize(),
          String.valueOf(file.get("sha256")));
    }
    return files;
  }

  static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  /** Returns the digest of every file that a command is to have written. */
  private Map<Path, String> filesOnDisk() throws Exception {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals(log) && !name.endsWith(".lock") && !name.endsWith(".bak")) {
          files.put(file, sha256(file));
        }
      }
    }
    return files;
  }

  /** Runs a command, and holds what its last line says it wrote against what is on the disk. */
  Map<String, Object> audited(String... words) throws Exception {
    Map<Path, String> before = filesOnDisk();
    user.succeed(words);
    Map<Path, String> changed = filesOnDisk();
    changed.entrySet().removeIf(file -> file.getValue().equals(before.get(file.getKey())));
    Map<String, Object> line = lastLine();
    assertThat(files(line, "outputs")).isEqualTo(changed);
    assertThat(line).containsEntry("event", "end").containsEntry("exitCode", 0);
    return line;
  }

  /** Makes a key that is called after its role. */
  void genkey(String role) {
    user.succeed(
        "genkey",
        "--zone",
        "example.",
        "--alg",
        "ecdsap256sha256",
        "--flags",
        role,
        "--friendlyname",
        role);
  }

  /** Returns the words that sign the zone with both keys. */
  static String[] signing(String output) {
    return new String[] {
      "signzone",
      "--input",
      "zone",
      "--output",
      output,
      "--zone",
      "example.",
      "--signkey",
      "KSK",
      "--signkey",
      "ZSK"
    };
  }

  /** Checks the log. */
  ExitCode verify(String... more) {
    return user.run(
            Stream.concat(Stream.of("verifyaudit", log), Stream.of(more)).toArray(String[]::new))
        .exitCode();
  }

  /** Returns the digest that stands for the whole log. */
  String head() {
    String out = user.succeed("verifyaudit", log).out();
    return out.substring(out.indexOf("head ") + 5).strip();
  }
}
