package org.offlinesign.cli.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an Unbound is told, beyond what makes it run on one port of 127.0.0.1 as it was started. */
final class ResolverConfiguration {
  private final List<String> options = new ArrayList<>();
  private final List<String> clauses = new ArrayList<>();

  /** Sets an option of the {@code server:} clause. */
  ResolverConfiguration option(String name, String value) {
    options.add(name + ": " + value);
    return this;
  }

  /** Validates, and takes every algorithm that the DS records promise for needed. */
  ResolverConfiguration validating() {
    return option("module-config", "\"validator iterator\"")
        .option("harden-algo-downgrade", "yes")
        .option("val-log-level", "2")
        .option("val-bogus-ttl", "0")
        .option("trust-anchor-signaling", "no");
  }

  /** Takes signatures for valid at any time. */
  ResolverConfiguration ignoringDates() {
    return option("val-override-date", "\"-1\"");
  }

  /** Validates nothing: a cache that hands out whatever it got, with the signatures. */
  ResolverConfiguration notValidating() {
    return option("module-config", "\"iterator\"");
  }

  /** Remembers nothing longer than the clock's second. */
  ResolverConfiguration forgetful() {
    return option("cache-max-ttl", "0").option("cache-max-negative-ttl", "0");
  }

  /** Trusts the records that the command {@code trustanchor --format records} wrote to a file. */
  ResolverConfiguration trusting(Path anchors) {
    return option("trust-anchor-file", "\"" + anchors + "\"");
  }

  /** Asks the server at a port for the names of a zone. */
  ResolverConfiguration asking(String zone, int port) {
    return clause("stub-zone", zone, "stub-addr: 127.0.0.1@" + port);
  }

  /** Asks another resolver for everything. */
  ResolverConfiguration forwardingTo(Resolver resolver) {
    return clause("forward-zone", ".", "forward-addr: 127.0.0.1@" + resolver.port());
  }

  private ResolverConfiguration clause(String kind, String zone, String address) {
    clauses.add(String.format(Locale.ROOT, "%s:%n  name: \"%s\"%n  %s%n", kind, zone, address));
    return this;
  }

  /** Returns the configuration file. */
  String text(Path folder, int port) {
    return """
    server:
      interface: 127.0.0.1
      port: %2$d
      outgoing-interface: 127.0.0.1
      do-not-query-localhost: no
      do-ip6: no
      num-threads: 1
      username: ""
      chroot: ""
      directory: "%1$s"
      pidfile: ""
      use-syslog: no
      logfile: ""
      log-time-ascii: yes
      cache-min-ttl: 0
      serve-expired: no
      prefetch: no
      prefetch-key: no
      infra-host-ttl: 1
    """
            .formatted(folder, port)
        + options.stream().map(option -> "  " + option + "\n").reduce("", String::concat)
        + "remote-control:\n  control-enable: no\n"
        + String.join("", clauses);
  }
}
