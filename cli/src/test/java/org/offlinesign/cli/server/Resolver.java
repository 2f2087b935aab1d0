package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** A running Unbound. */
final class Resolver implements Validator {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Servers servers;
  private final ServerProcess process;
  private final int port;
  private final DnsClient client;

  private Resolver(Servers servers, ServerProcess process, int port) throws IOException {
    this.servers = servers;
    this.process = process;
    this.port = port;
    this.client = new DnsClient(port);
  }

  /** Starts an Unbound in a folder of its own and waits until it answers. */
  static Resolver start(Servers servers, ResolverConfiguration configuration, Path folder)
      throws IOException, InterruptedException {
    Program unbound = Peers.require("unbound");
    Files.createDirectories(folder);
    int port = Ports.free();
    Path file = folder.resolve("unbound.conf");
    Files.writeString(file, configuration.text(folder, port));
    ServerProcess process =
        servers.add(
            ServerProcess.start(unbound, folder, List.of("-d", "-p", "-c", file.toString())));
    Resolver resolver = new Resolver(servers, process, port);
    // It knows this name by itself.
    Poll.until(
        PATIENCE,
        () -> resolver.ask("localhost", "A").rcode().equals("NOERROR"),
        () -> "Unbound does not answer\n" + process.log());
    return resolver;
  }

  int port() {
    return port;
  }

  Answer ask(String name, String type) throws IOException {
    return client.ask(name, type);
  }

  @Override
  public Security judge(Question question) throws IOException {
    Answer answer = ask(question.name(), question.type());
    Security security = Security.of(answer);
    if (security != Security.BOGUS && !answer.rcode().equals(question.rcode())) {
      throw new AssertionError(question + " was answered with " + answer.message());
    }
    return security;
  }

  /** Ends it before the test is over. */
  void stop() {
    servers.stop(process);
  }
}
