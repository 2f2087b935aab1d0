package org.offlinesign.cli.server;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports on 127.0.0.1 for servers that are about to start. */
final class Ports {
  private static final int ATTEMPTS = 100;
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  // Tests run side by side, and between asking for a port and the server's start it looks free.
  private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** Returns a port that nobody listens at, neither by UDP nor by TCP; never one twice. */
  static int free() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (ServerSocket stream = new ServerSocket(0, 1, LOOPBACK);
          DatagramSocket datagram = new DatagramSocket(null)) {
        datagram.bind(new InetSocketAddress(LOOPBACK, stream.getLocalPort()));
        if (HANDED_OUT.add(stream.getLocalPort())) {
          return stream.getLocalPort();
        }
      } catch (BindException takenByUdp) {
        // The next port may be free for both.
      }
    }
    throw new AssertionError("no port is free on " + LOOPBACK);
  }
}
