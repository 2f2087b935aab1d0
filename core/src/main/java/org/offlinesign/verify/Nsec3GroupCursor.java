package org.offlinesign.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.rdata.Nsec3;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.zone.EntryCursor;

/**
 * Passes over the names and records of one chain in the order of their hashes. Holds one group. Not
 * thread safe.
 */
final class Nsec3GroupCursor {
  private final EntryCursor entries;
  private final DnsName apex;
  private final int chain;
  private boolean atEntry;

  /** Creates a cursor before the first hash of a chain. */
  Nsec3GroupCursor(EntryCursor entries, DnsName apex, Nsec3Chain chain) throws IOException {
    this.entries = entries;
    this.apex = apex;
    this.chain = chain.index();
    do {
      atEntry = entries.advance();
    } while (atEntry && chainOfEntry() < this.chain);
  }

  private int chainOfEntry() {
    int at = entries.start();
    return (entries.octets()[at] & 0xff) << 8 | (entries.octets()[at + 1] & 0xff);
  }

  /** Returns what there is under the next hash; null after the last. */
  @Nullable Nsec3Group next() throws IOException {
    if (!atEntry || chainOfEntry() != chain) {
      return null;
    }
    int hashAt = entries.start() + Nsec3Entries.HASH_AT;
    byte[] octets = Arrays.copyOfRange(entries.octets(), hashAt, hashAt + Nsec3Hasher.HASH_OCTETS);
    Nsec3Group group = new Nsec3Group(new Nsec3Hash(octets));
    do {
      read(group);
      atEntry = entries.advance();
    } while (atEntry && chainOfEntry() == chain && hasHash(group.hash()));
    return group;
  }

  private boolean hasHash(Nsec3Hash hash) {
    return hash.isAt(entries.octets(), entries.start() + Nsec3Entries.HASH_AT);
  }

  private void read(Nsec3Group group) {
    WireReader in =
        new WireReader(entries.octets(), entries.keyEnd(), entries.end() - entries.keyEnd());
    try {
      if (entries.octets()[entries.keyEnd() - 1] == Nsec3Entries.NAME) {
        group.add(readName(in));
      } else {
        group.add(readLink(in, group.hash()));
      }
    } catch (WireFormatException | NameSyntaxException e) {
      throw new AssertionError("an entry has the fields that it was written with", e);
    }
  }

  private static Nsec3Group.Name readName(WireReader in)
      throws WireFormatException, NameSyntaxException {
    HashedNameKind kind = HashedNameKind.of(in.u8());
    Set<RecordType> optional = optionalTypes(in.u8());
    Place place = Place.read(in);
    int length = in.u8();
    DnsName name = DnsName.fromWire(in.array(), in.skip(length), length);
    BitmapCheck.Expected types = new BitmapCheck.Expected(rest(in), optional, name);
    return new Nsec3Group.Name(name, kind, types, place.of(name));
  }

  private Nsec3Group.Link readLink(WireReader in, Nsec3Hash hash)
      throws WireFormatException, NameSyntaxException {
    boolean optOut = (in.u8() & Nsec3.OPT_OUT) != 0;
    Place place = Place.read(in);
    Nsec3Hash next = new Nsec3Hash(in.bytes(in.u8()));
    Subject subject = place.of(apex.child(hash.label()));
    return new Nsec3Group.Link(optOut, next, rest(in), subject);
  }

  private static BitmapOctets rest(WireReader in) throws WireFormatException {
    byte[] octets = in.bytes(in.remaining());
    return new BitmapOctets(octets, 0, octets.length);
  }

  private static Set<RecordType> optionalTypes(int flags) {
    if (flags == 0) {
      return Set.of();
    }
    return (flags & ExpectedHashes.RRSIG_OPTIONAL) == 0
        ? Set.of(RecordType.NSEC)
        : Set.of(RecordType.NSEC, RecordType.RRSIG);
  }

  /** Where a record stands. */
  private record Place(int file, int line, int column) {
    static Place read(WireReader in) throws WireFormatException {
      return new Place(in.u16(), (int) in.u32(), in.u16());
    }

    Subject of(DnsName owner) {
      return new Subject(owner, RecordType.NSEC3, file, line, column);
    }
  }
}
