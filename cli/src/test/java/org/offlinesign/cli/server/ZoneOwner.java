package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;

/**
 * Somebody who signs a zone for servers that run now, with a key store in a folder of their own.
 */
final class ZoneOwner {
  private static final Pattern KEY_TAG = Pattern.compile("\\sDS\\s+(\\d+)\\s");

  private final CommandLineUser user;
  private final String zone;
  private int version;

  ZoneOwner(Path folder, String zone) throws IOException {
    Files.createDirectories(folder);
    this.user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", "correct horse");
    this.zone = zone;
  }

  String zone() {
    return zone;
  }

  /** Makes a key pair on the curve P-256, which is quick, unless the options say otherwise. */
  void makeKey(String name, String... more) {
    List<String> line = new ArrayList<>(List.of("genkey", "--zone", zone, "--friendlyname", name));
    if (!List.of(more).contains("--alg")) {
      line.addAll(List.of("--alg", "ecdsap256sha256"));
    }
    line.addAll(List.of(more));
    run(line);
  }

  void makeKsk(String name, String... more) {
    List<String> line = new ArrayList<>(List.of("--flags", "KSK"));
    line.addAll(List.of(more));
    makeKey(name, line.toArray(new String[0]));
  }

  /** Signs the text of a zone with the options given; each signed file has a name of its own. */
  Path sign(String zoneText, List<String> options) throws IOException {
    version++;
    Path input = Files.writeString(user.file("zone-" + version), zoneText);
    Path output = user.file("signed-" + version);
    List<String> line = new ArrayList<>(List.of("signzone", "--zone", zone));
    line.addAll(List.of("--input", input.toString(), "--output", output.toString()));
    line.addAll(options);
    run(line);
    return output;
  }

  /** Returns the DS records of keys in the store, as {@code dsset} writes them. */
  String delegationSigners(String... keys) {
    List<String> line = new ArrayList<>(List.of("dsset", "--zone", zone, "--format", "dsset"));
    for (String key : keys) {
      line.addAll(List.of("--key", key));
    }
    return run(line).out();
  }

  /** Returns the key tag of a key in the store. */
  int keyTag(String key) {
    Matcher tag = KEY_TAG.matcher(delegationSigners(key));
    if (!tag.find()) {
      throw new AssertionError("no DS record of " + key);
    }
    return Integer.parseInt(tag.group(1));
  }

  /** Writes a file with keys as trust anchors. */
  Path trustAnchors(String format, String... keys) throws IOException {
    List<String> line = new ArrayList<>(List.of("trustanchor", "--zone", zone));
    line.addAll(List.of("--format", format));
    for (String key : keys) {
      line.addAll(List.of("--key", key));
    }
    return Files.writeString(user.file("anchors-" + format), run(line).out());
  }

  private Result run(List<String> line) {
    return user.at(Instant.now(), ZoneOffset.UTC).succeed(line.toArray(new String[0]));
  }
}
