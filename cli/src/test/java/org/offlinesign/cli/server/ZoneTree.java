package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Zones from the root down, each signed with keys of its own; children come before parents. */
final class ZoneTree {
  private final Path folder;
  private final Map<String, ZoneOwner> owners = new LinkedHashMap<>();
  private final Map<String, Path> files = new LinkedHashMap<>();

  ZoneTree(Path folder) {
    this.folder = folder;
  }

  /** Adds a zone as it is. */
  void add(String zone, Path file) {
    files.put(zone, file);
  }

  /** Adds a zone that is not signed. */
  void addUnsigned(String zone, String text) throws IOException {
    add(zone, Files.writeString(folder.resolve("unsigned-" + zone), text));
  }

  /**
   * Signs a zone with a KSK and a ZSK and adds it.
   *
   * @param text the zone file; it holds the DS records of the children
   * @return the DS records for the parent
   */
  String addSigned(String zone, String text, String... options) throws IOException {
    ZoneOwner owner = new ZoneOwner(folder.resolve(zone.equals(".") ? "root" : zone), zone);
    owner.makeKsk("KSK");
    owner.makeKey("ZSK");
    owners.put(zone, owner);
    List<String> all =
        new ArrayList<>(List.of("--signkey", "KSK", "--signkey", "ZSK", "--ds", "nochange"));
    all.addAll(List.of(options));
    add(zone, owner.sign(text, all));
    return owner.delegationSigners("KSK");
  }

  Path file(String zone) {
    return files.get(zone);
  }

  Map<String, Path> files() {
    return files;
  }

  /** Returns a file with the root's trust anchor in a format of the command. */
  Path trustAnchor(String format) throws IOException {
    return owners.get(".").trustAnchors(format, "KSK");
  }

  /** Lets a resolver ask a name server for the names of each zone. */
  ResolverConfiguration asking(NameServer server, ResolverConfiguration configuration) {
    files.keySet().forEach(zone -> configuration.asking(zone, server.port()));
    return configuration;
  }
}
