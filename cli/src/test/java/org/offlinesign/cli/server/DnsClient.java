package org.offlinesign.cli.server;

import java.io.IOException;
import java.time.Duration;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks one server on the loopback interface, for DNSSEC records too. */
final class DnsClient {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int UDP_SIZE = 1232;

  private final SimpleResolver server;

  DnsClient(int port) throws IOException {
    server = new SimpleResolver("127.0.0.1");
    server.setPort(port);
    server.setTimeout(LIMIT);
    server.setEDNS(0, UDP_SIZE, ExtendedFlags.DO);
  }

  /** Asks for a name, with or without its final dot. */
  Answer ask(String name, String type) throws IOException {
    Name absolute = Name.fromString(name, Name.root);
    Message query = Message.newQuery(Record.newRecord(absolute, Type.value(type), DClass.IN));
    query.getHeader().setFlag(Flags.AD);
    return new Answer(server.send(query));
  }
}
