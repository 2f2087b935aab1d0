package org.offlinesign.cli.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/**
 * Authoritative name servers, and how each is told to serve zone files on one port of 127.0.0.1:
 * with no user to change to, no control socket, and every file of its own in one folder.
 */
enum NameServerSoftware {
  NSD("nsd", "-d -c") {
    @Override
    String configuration(Path folder, int port, Map<String, Path> zones) {
      return """
      server:
        ip-address: 127.0.0.1@%2$d
        server-count: 1
        username: ""
        chroot: ""
        zonesdir: "%1$s"
        database: ""
        pidfile: ""
        zonelistfile: "%1$s/zone.list"
        xfrdfile: "%1$s/xfrd.state"
        xfrdir: "%1$s"
        rrl-ratelimit: 0
        rrl-whitelist-ratelimit: 0
      remote-control:
        control-enable: no
      """
              .formatted(folder, port)
          + forEach(zones, "zone:\n  name: \"%s\"\n  zonefile: \"%s\"\n");
    }
  },

  NAMED("named", "-g -n 1 -c") {
    @Override
    String configuration(Path folder, int port, Map<String, Path> zones) {
      return """
      options {
        directory "%1$s";
        listen-on port %2$d { 127.0.0.1; };
        listen-on-v6 { none; };
        pid-file none;
        lock-file none;
        session-keyfile none;
        recursion no;
        notify no;
        empty-zones-enable no;
        dnssec-validation no;
      };
      controls { };
      """
              .formatted(folder, port)
          + forEach(zones, "zone \"%s\" { type primary; file \"%s\"; };\n");
    }
  },

  KNOTD("knotd", "-c") {
    @Override
    String configuration(Path folder, int port, Map<String, Path> zones) {
      return """
      server:
        rundir: "%1$s"
        listen: 127.0.0.1@%2$d
        udp-workers: 1
        tcp-workers: 1
        background-workers: 1
      control:
        listen: "%1$s/knot.sock"
      database:
        storage: "%1$s"
        journal-db-max-size: 16M
        kasp-db-max-size: 5M
        timer-db-max-size: 1M
      log:
        - target: stderr
          any: info
      template:
        - id: default
          storage: "%1$s"
          journal-content: none
          zonefile-load: whole
          zonefile-sync: -1
      zone:
      """
              .formatted(folder, port)
          + forEach(zones, "  - domain: \"%s\"\n    file: \"%s\"\n");
    }
  };

  private final String program;
  private final String foreground;

  NameServerSoftware(String program, String foreground) {
    this.program = program;
    this.foreground = foreground;
  }

  /**
   * Returns the configuration file.
   *
   * @param folder a folder that the server has for itself
   * @param zones the file of each zone
   */
  abstract String configuration(Path folder, int port, Map<String, Path> zones);

  /** Returns the installed program, or ends the test as is usual without one. */
  Program require() {
    return Peers.require(program);
  }

  /** Returns the arguments with which it stays in the foreground. */
  List<String> arguments(Path configuration) {
    return Stream.concat(Stream.of(foreground.split(" ", -1)), Stream.of(configuration.toString()))
        .toList();
  }

  private static String forEach(Map<String, Path> zones, String text) {
    return zones.entrySet().stream()
        .map(zone -> text.formatted(zone.getKey(), zone.getValue()))
        .collect(Collectors.joining());
  }
}
