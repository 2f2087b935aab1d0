package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.offlinesign.testing.Program;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** A running authoritative server and the zones it serves. */
final class NameServer {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Map<String, Path> zones;
  private final int port;
  private final ServerProcess process;
  private final DnsClient client;

  private NameServer(Map<String, Path> zones, int port, ServerProcess process) throws IOException {
    this.zones = zones;
    this.port = port;
    this.process = process;
    this.client = new DnsClient(port);
  }

  /**
   * Starts a server and waits until it serves every zone.
   *
   * @param folder a folder that it has for itself
   * @param zones the file of each zone, with names without a final dot; the files are copied
   */
  static NameServer start(
      Servers servers, NameServerSoftware software, Path folder, Map<String, Path> zones)
      throws IOException, InterruptedException {
    Program program = software.require();
    Files.createDirectories(folder);
    Map<String, Path> served = new LinkedHashMap<>();
    for (String zone : zones.keySet()) {
      served.put(zone, folder.resolve(zone.equals(".") ? "root.zone" : zone + ".zone"));
      Files.copy(zones.get(zone), served.get(zone));
    }
    int port = Ports.free();
    Path configuration = folder.resolve("server.conf");
    Files.writeString(configuration, software.configuration(folder, port, served));
    ServerProcess process =
        servers.add(ServerProcess.start(program, folder, software.arguments(configuration)));
    NameServer server = new NameServer(served, port, process);
    for (String zone : served.keySet()) {
      server.awaitServed(zone);
    }
    return server;
  }

  int port() {
    return port;
  }

  /** Serves another version of a zone, and returns when every question is answered from it. */
  void publish(String zone, Path file) throws IOException, InterruptedException {
    Path part = zones.get(zone).resolveSibling("new.part");
    Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, zones.get(zone), StandardCopyOption.ATOMIC_MOVE);
    process.reload();
    awaitServed(zone);
  }

  private void awaitServed(String zone) throws IOException, InterruptedException {
    Name name = Name.fromString(zone, Name.root);
    List<String> wanted = wanted(zones.get(zone), name);
    Poll.until(
        PATIENCE,
        () -> served(zone).equals(wanted),
        () -> zones.get(zone) + " is not served\n" + process.log());
  }

  private List<String> served(String zone) throws IOException {
    Answer soa = client.ask(zone, "SOA");
    Answer keys = client.ask(zone, "DNSKEY");
    return Stream.of(soa.records("SOA"), soa.records("RRSIG"), keys.records("DNSKEY"))
        .flatMap(List::stream)
        .toList();
  }

  /** Returns what no other version has: the SOA record, the signatures of it, and the keys. */
  private static List<String> wanted(Path file, Name zone) throws IOException {
    List<Record> all = new ArrayList<>();
    try (Master records = new Master(file.toString(), zone)) {
      for (Record record; (record = records.nextRecord()) != null; ) {
        all.add(record);
      }
    }
    return Stream.<Predicate<Record>>of(
            record -> record.getType() == Type.SOA,
            record -> record instanceof RRSIGRecord rrsig && rrsig.getTypeCovered() == Type.SOA,
            record -> record.getType() == Type.DNSKEY && record.getName().equals(zone))
        .flatMap(kind -> all.stream().filter(kind).map(Record::rdataToString).sorted())
        .toList();
  }
}
