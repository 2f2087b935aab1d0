package org.offlinesign.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** Somebody with a key store in a folder of their own, who makes keys and signs zones now. */
final class KeyOwner {
  private final CommandLineUser user;

  KeyOwner(Path folder) {
    user =
        new CommandLineUser(folder)
            .at(Instant.now(), ZoneOffset.UTC)
            .with("OFFLINESIGN_PASSWORD", "correct horse");
  }

  Path file(String name) {
    return user.file(name);
  }

  /** Makes a KSK and a ZSK, named after what they are and the zone. */
  void makeKeys(String zone) {
    makeKey(zone, "KSK-" + zone, "--flags", "KSK");
    makeKey(zone, "ZSK-" + zone);
  }

  /** Makes a small key, which is quick; other programs warn of its size and go on. */
  void makeKey(String zone, String name, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "genkey",
                "--zone",
                zone,
                "--alg",
                "rsasha256",
                "--length",
                "1024",
                "--friendlyname",
                name));
    line.addAll(List.of(more));
    succeed(line);
  }

  /** Signs a zone file with the keys of {@link #makeKeys} and returns the signed file. */
  Path sign(Path input, String zone, String... more) {
    Path output = file("signed-" + input.getFileName());
    List<String> line =
        new ArrayList<>(
            List.of(
                "signzone",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--zone",
                zone,
                "--signkey",
                "KSK-" + zone,
                "--signkey",
                "ZSK-" + zone));
    line.addAll(List.of(more));
    succeed(line);
    return output;
  }

  /** Runs a line, whatever comes of it. */
  Result attempt(List<String> line) {
    return user.run(line.toArray(new String[0]));
  }

  Result succeed(List<String> line) {
    return user.succeed(line.toArray(new String[0]));
  }

  /** Runs a line of the Windows spelling, whatever comes of it. */
  Result tryDnscmd(List<String> line) {
    return user.dnscmd(line.toArray(new String[0]));
  }

  /** Runs a line of the Windows spelling and expects it to do what it should. */
  Result dnscmd(List<String> line) {
    Result result = tryDnscmd(line);
    assertThat(result.exitCode()).as("%s: %s", line, result).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).endsWith("Command completed successfully.\n");
    return result;
  }
}
