package org.offlinesign.zone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireWriter;

/** Records for tests, made without a zone file, and their way through a sorter. */
final class Records {
  private Records() {}

  /** Returns {@code owner ttl type rdata}, the RDATA in hex or, for types of one name, a name. */
  static ResourceRecord record(String owner, int ttl, RecordType type, String rdata) {
    return new ResourceRecord(
        DnsName.of(owner), type, RecordClass.IN, new Ttl(ttl), rdata(type, rdata));
  }

  static ResourceRecord record(String owner, RecordType type, String rdata) {
    return record(owner, 3600, type, rdata);
  }

  private static Rdata rdata(RecordType type, String text) {
    if (type.equals(RecordType.NS)
        || type.equals(RecordType.CNAME)
        || type.equals(RecordType.DNAME)) {
      return Rdata.copyOf(DnsName.of(text).toWire());
    }
    try {
      return Rdata.copyOf(Hex.decode(text));
    } catch (WireFormatException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the nodes of records added in order, each at a line of its own from 1 on. */
  static List<OwnerNode> sort(SortBudget budget, List<ResourceRecord> records) throws IOException {
    try (ZoneSorter sorter = new ZoneSorter(budget)) {
      addAll(sorter, records);
      try (SortedZone zone = sorter.finish()) {
        return nodes(zone);
      }
    }
  }

  static void addAll(ZoneSorter sorter, List<ResourceRecord> records) throws IOException {
    RecordBuffer buffer = new RecordBuffer();
    int line = 1;
    for (ResourceRecord record : records) {
      buffer.set(record);
      buffer.setPlace(0, line++, 1);
      sorter.accept(buffer);
    }
  }

  static List<OwnerNode> nodes(SortedZone zone) throws IOException {
    List<OwnerNode> nodes = new ArrayList<>();
    ZoneCursor cursor = zone.open();
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      nodes.add(node);
    }
    return nodes;
  }

  /** Returns a budget that a test's zone fits into, or that of a path for spilled entries. */
  static SortBudget budget(Path directory) {
    return new SortBudget(64 << 20, directory, 1);
  }

  /** Returns all that a node shows, a line for each record. */
  static String describe(OwnerNode node) {
    StringBuilder text = new StringBuilder();
    for (NodeRrset rrset : node.rrsets()) {
      for (int i = 0; i < rrset.size(); i++) {
        WireWriter canonical = new WireWriter(64);
        rrset.writeCanonicalTo(i, canonical);
        text.append(node.owner()).append(' ').append(rrset.ttl());
        text.append(rrset.ttlsDiffer() ? "! " : " ").append(rrset.ttl(i)).append(' ');
        text.append(RecordClass.of(rrset.recordClass())).append(' ');
        text.append(RecordType.of(rrset.type())).append(' ').append(rrset.rdata(i)).append(' ');
        text.append(Hex.encode(canonical.toByteArray())).append(" at ").append(rrset.file(i));
        text.append(':').append(rrset.line(i)).append(':').append(rrset.column(i)).append('\n');
      }
    }
    return text.toString();
  }

  /** Returns what all nodes show. */
  static List<String> describe(List<OwnerNode> nodes) {
    return nodes.stream().map(Records::describe).toList();
  }
}
