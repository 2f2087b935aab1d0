package org.offlinesign.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;

/** Records with hostile names, among them many equal ones and some long ones. */
final class RandomRecords {
  private static final byte[] OCTETS = {0, 1, 2, '*', '.', 'A', 'a', 'b', 'z', (byte) 0xff};

  private final Random random;

  private RandomRecords(Random random) {
    this.random = random;
  }

  static RandomRecords of(long seed) {
    return new RandomRecords(new Random(seed));
  }

  List<ResourceRecord> list(int count) {
    List<ResourceRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(next());
    }
    return records;
  }

  private ResourceRecord next() {
    RecordType type = random.nextInt(4) == 0 ? RecordType.NS : RecordType.of(random.nextInt(300));
    Rdata rdata =
        type.equals(RecordType.NS) ? Rdata.copyOf(name().toWire()) : Rdata.copyOf(octets());
    return new ResourceRecord(name(), type, RecordClass.IN, new Ttl(random.nextInt(3)), rdata);
  }

  private byte[] octets() {
    byte[] octets = new byte[random.nextInt(2000) == 0 ? random.nextInt(65536) : random.nextInt(4)];
    random.nextBytes(octets);
    return octets;
  }

  private DnsName name() {
    DnsName name = DnsName.of("Example.");
    try {
      for (int labels = random.nextInt(4); labels > 0; labels--) {
        name = name.child(label());
      }
    } catch (NameSyntaxException e) {
      throw new AssertionError(e);
    }
    return name;
  }

  private byte[] label() {
    byte[] label = new byte[1 + random.nextInt(random.nextInt(10) == 0 ? 63 : 3)];
    for (int i = 0; i < label.length; i++) {
      label[i] = OCTETS[random.nextInt(OCTETS.length)];
    }
    return label;
  }
}
