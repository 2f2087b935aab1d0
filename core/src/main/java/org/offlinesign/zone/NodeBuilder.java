package org.offlinesign.zone;

import java.util.Arrays;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;

/** Puts the records of one name together. Reused for each name; holds the largest one. */
final class NodeBuilder {
  /** What the records of a name may take: it is held as a whole, and so are those beside it. */
  static final int MAX_OCTETS = 4 << 20;

  private static final int FEW_RECORDS = 16;

  /** What a record takes besides its RDATA. */
  private static final int OCTETS_OF_RECORD = Integer.BYTES * (RecordFields.WIDTH + 1);

  private final WireWriter key = new WireWriter(64);
  private final WireWriter owner = new WireWriter(64);
  private final WireWriter rdata = new WireWriter(1024);
  private final NodeComments comments = new NodeComments();
  private int[] fields = new int[FEW_RECORDS * RecordFields.WIDTH];
  private int[] types = new int[FEW_RECORDS];
  private int records;
  private int ownerFile;
  private int ownerLine;
  private int ownerColumn;

  /** Forgets the name before and takes that of an entry. */
  void begin(RecordEntry entry) {
    key.clear();
    key.bytes(entry.octets(), entry.ownerKeyAt(), entry.ownerKeyLength());
    takeOwner(entry);
    rdata.clear();
    comments.clear();
    records = 0;
  }

  private void takeOwner(RecordEntry entry) {
    entry.copyOwnerTo(owner);
    ownerFile = entry.file();
    ownerLine = entry.line();
    ownerColumn = entry.column();
  }

  /** Says whether an entry has this name. */
  boolean owns(RecordEntry entry) {
    int length = entry.ownerKeyLength();
    int at = entry.ownerKeyAt();
    return length == key.length()
        && Arrays.equals(key.array(), 0, length, entry.octets(), at, at + length);
  }

  /** Says whether an entry has the type and the canonical RDATA of the record added last. */
  boolean repeats(RecordEntry entry) {
    if (records == 0 || types[records - 1] != entry.type()) {
      return false;
    }
    int length = RecordFields.rdataLength(fields, records - 1);
    int at = RecordFields.canonicalOffset(fields, records - 1);
    int entryAt = entry.canonicalAt();
    return length == entry.rdataLength()
        && Arrays.equals(rdata.array(), at, at + length, entry.octets(), entryAt, entryAt + length);
  }

  /** Returns an entry as a duplicate of the record added last. */
  Duplicate duplicate(RecordEntry entry) {
    int kept = records - 1;
    return new Duplicate(
        ownerName(),
        RecordType.of(entry.type()),
        entry.file(),
        entry.line(),
        entry.column(),
        RecordFields.file(fields, kept),
        RecordFields.line(fields, kept),
        RecordFields.column(fields, kept));
  }

  private DnsName ownerName() {
    try {
      return DnsName.fromWire(owner.array(), 0, owner.length());
    } catch (NameSyntaxException e) {
      throw new AssertionError("a record's owner is a name", e);
    }
  }

  /** Takes over what a duplicate of the record added last adds to it. */
  void addDuplicate(RecordEntry entry) {
    RecordFields.addDuplicate(fields, records - 1, entry.ttl());
    comments.add(records - 1, entry);
    takeOwnerIfEarlier(entry);
  }

  /** Adds the record of an entry. */
  void add(RecordEntry entry) throws NameTooLargeException {
    long octets = rdata.length() + (long) records * OCTETS_OF_RECORD;
    if (octets + comments.octets() > MAX_OCTETS) {
      throw octets > MAX_OCTETS
          ? NameTooLargeException.of(ownerName(), entry)
          : NameTooLargeException.byComments(ownerName(), entry);
    }
    if (records == types.length) {
      types = Arrays.copyOf(types, 2 * records);
      fields = Arrays.copyOf(fields, 2 * fields.length);
    }
    int canonicalAt = rdata.length();
    int length = entry.rdataLength();
    rdata.bytes(entry.octets(), entry.canonicalAt(), length);
    int typedAt = canonicalAt;
    if (entry.hasTyped()) {
      typedAt = rdata.length();
      rdata.bytes(entry.octets(), entry.typedAt(), length);
    }
    types[records] = entry.type();
    RecordFields.set(fields, records, entry, canonicalAt, typedAt);
    comments.add(records, entry);
    records++;
    takeOwnerIfEarlier(entry);
  }

  private void takeOwnerIfEarlier(RecordEntry entry) {
    int order = Integer.compare(entry.file(), ownerFile);
    order = order != 0 ? order : Integer.compareUnsigned(entry.line(), ownerLine);
    order = order != 0 ? order : Integer.compare(entry.column(), ownerColumn);
    if (order < 0) {
      takeOwner(entry);
    }
  }

  /** Returns the node. */
  OwnerNode build() {
    int rdataAt = key.length() + owner.length();
    byte[] octets = new byte[rdataAt + rdata.length()];
    System.arraycopy(key.array(), 0, octets, 0, key.length());
    System.arraycopy(owner.array(), 0, octets, key.length(), owner.length());
    System.arraycopy(rdata.array(), 0, octets, rdataAt, rdata.length());
    int[] nodeFields = Arrays.copyOf(fields, records * RecordFields.WIDTH);
    RecordFields.shift(nodeFields, records, rdataAt);
    return new OwnerNode(octets, key.length(), owner.length(), rrsets(octets, nodeFields));
  }

  private List<NodeRrset> rrsets(byte[] octets, int[] nodeFields) {
    int count = 0;
    for (int i = 0; i < records; i++) {
      count += i == 0 || types[i] != types[i - 1] ? 1 : 0;
    }
    NodeRrset[] rrsets = new NodeRrset[count];
    int first = 0;
    for (int i = 0; i < count; i++) {
      int end = first + 1;
      while (end < records && types[end] == types[first]) {
        end++;
      }
      int size = end - first;
      rrsets[i] =
          new NodeRrset(octets, nodeFields, first, size, types[first])
              .with(comments.of(first, size));
      first = end;
    }
    return List.of(rrsets);
  }
}
