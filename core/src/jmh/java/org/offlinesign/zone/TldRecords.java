package org.offlinesign.zone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.wire.WireWriter;

/**
 * The records of a zone of delegations, in random order, as a reader would hand them out: two name
 * servers for each name, glue for a tenth, DS records for six in a hundred.
 */
final class TldRecords {
  private static final String[] SYLLABLES = {
    "ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "lu", "ma", "ne", "po", "qui", "ra", "se", "ti",
    "vo", "wa", "xi", "yo", "zen", "tech", "net", "shop", "data"
  };
  private static final int BLOCK_OCTETS = 1 << 20;
  private static final int NS = 2;
  private static final int A = 1;
  private static final int DS = 43;

  private final Random random = new Random(1);
  private final List<byte[]> blocks = new ArrayList<>();
  private final WireWriter block = new WireWriter(BLOCK_OCTETS);
  private int records;

  TldRecords(int names) {
    add(name("bench.test."), 6, new byte[30]);
    Set<String> seen = new HashSet<>();
    while (seen.size() < names) {
      String label = label();
      if (seen.add(label)) {
        addDelegation(label + ".bench.test.");
      }
    }
    blocks.add(block.toByteArray());
    block.clear();
  }

  int count() {
    return records;
  }

  private String label() {
    StringBuilder label = new StringBuilder();
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      label.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return random.nextInt(10) < 6
        ? label.append(random.nextInt(10000)).toString()
        : label.toString();
  }

  private void addDelegation(String name) {
    boolean inBailiwick = random.nextInt(10) == 0;
    String host = inBailiwick ? name : "host" + (1 + random.nextInt(20000)) + ".example.";
    for (String server : new String[] {"ns1.", "ns2."}) {
      add(name(name), NS, name(server + host));
    }
    for (String server : new String[] {"ns1.", "ns2."}) {
      if (inBailiwick) {
        add(name(server + host), A, octets(4));
      }
    }
    if (random.nextInt(100) < 6) {
      add(name(name), DS, octets(36));
    }
  }

  private byte[] octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  private static byte[] name(String text) {
    return DnsName.of(text).toWire();
  }

  private void add(byte[] owner, int type, byte[] rdata) {
    if (block.length() > BLOCK_OCTETS - 1024) {
      blocks.add(block.toByteArray());
      block.clear();
    }
    block.u8(owner.length).bytes(owner).u16(type).u16(rdata.length).bytes(rdata);
    records++;
  }

  /** Hands out all records. */
  void replay(RecordSink sink) throws IOException {
    RecordBuffer buffer = new RecordBuffer();
    int line = 0;
    for (byte[] octets : blocks) {
      int at = 0;
      while (at < octets.length) {
        int ownerLength = octets[at] & 0xff;
        int type = u16(octets, at + 1 + ownerLength);
        int rdataLength = u16(octets, at + 3 + ownerLength);
        buffer.owner().clear();
        buffer.owner().bytes(octets, at + 1, ownerLength);
        buffer.rdata().clear();
        buffer.rdata().bytes(octets, at + 5 + ownerLength, rdataLength);
        buffer.set(type, 1, 3600);
        buffer.setPlace(0, ++line, 1);
        sink.accept(buffer);
        at += 5 + ownerLength + rdataLength;
      }
    }
  }

  /** Returns the same records in canonical order. */
  TldRecords sorted(SortBudget budget) throws IOException {
    TldRecords sorted = new TldRecords(0);
    try (ZoneSorter sorter = new ZoneSorter(budget)) {
      replay(sorter);
      try (SortedZone zone = sorter.finish()) {
        sorted.takeAll(zone.open());
      }
    }
    return sorted;
  }

  private void takeAll(ZoneCursor cursor) throws IOException {
    blocks.clear();
    records = 0;
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      for (NodeRrset rrset : node.rrsets()) {
        for (int i = 0; i < rrset.size(); i++) {
          add(node.owner().toWire(), rrset.type(), rrset.rdata(i).toByteArray());
        }
      }
    }
    blocks.add(block.toByteArray());
    block.clear();
  }

  private static int u16(byte[] octets, int at) {
    return (octets[at] & 0xff) << 8 | (octets[at + 1] & 0xff);
  }
}
