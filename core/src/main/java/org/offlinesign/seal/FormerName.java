package org.offlinesign.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.KeyId;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.name.NameParser;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordSink;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * What a former zone file says of one name: the text of its records, one after the other.
 *
 * <p>Two RRsets of one zone whose text is the same in the same layout are the same, TTL included.
 * Immutable and safe for any thread.
 */
public final class FormerName {
  private static final NameParser OWNERS = new NameParser(EscapeStyle.DECIMAL);
  private static final byte[] RRSIG = TextFields.word("RRSIG");
  private static final byte[] NSEC3 = TextFields.word("NSEC3");

  private final byte[] text;
  private final int[] records;
  private final int[] types;
  private final FileLayout layout;

  /**
   * Takes over arrays.
   *
   * @param records the index at which each record begins, and that after the last
   * @param types the index of the type of each
   */
  FormerName(byte[] text, int[] records, int[] types, FileLayout layout) {
    this.text = text;
    this.records = records;
    this.types = types;
    this.layout = layout;
  }

  /** Returns the name. */
  public DnsName name(DnsName zone) {
    WireWriter wire = wire(zone);
    try {
      return DnsName.fromWire(wire.array(), 0, wire.length());
    } catch (NameSyntaxException e) {
      throw unreadable(e);
    }
  }

  private WireWriter wire(DnsName zone) {
    WireWriter wire = new WireWriter(DnsName.MAX_WIRE_LENGTH);
    TextFields owner = new TextFields(text, 0);
    owner.advance();
    try {
      OWNERS.parse(text, 0, owner.to(), zone, wire);
      return wire;
    } catch (NameSyntaxException e) {
      throw unreadable(e);
    }
  }

  private static AssertionError unreadable(NameSyntaxException e) {
    return new AssertionError("the program wrote a record with an owner that is no name", e);
  }

  /** Returns the canonical key of the name. */
  byte[] key(DnsName zone) {
    byte[] key = new byte[CanonicalKey.MAX_LENGTH];
    return Arrays.copyOf(key, CanonicalKey.encode(wire(zone).array(), 0, key, 0));
  }

  /** Says whether the name is a hash: whether its first record belongs to an NSEC3 chain. */
  boolean isHashed() {
    return isOf(0, NSEC3) || (isSignature(0) && fieldsFromType(0, 1).is(NSEC3));
  }

  /**
   * Returns the signature that a key made of an RRset; null if there is none, if others say of
   * their keys what this one says of its own, or if the RRset was another one.
   *
   * @param rrset the text of all records of the RRset, as it would be written now
   */
  public @Nullable FormerSignature signature(RrsetText rrset, KeyId signer) {
    byte[] type = type(rrset);
    if (!has(rrset, type)) {
      return null;
    }
    FormerSignature found = null;
    for (int record = 0; record < types.length; record++) {
      if (isSignature(record) && fieldsFromType(record, 1).is(type)) {
        FormerSignature signature = signature(record);
        if (signature.signer().equals(signer)) {
          if (found != null) {
            return null;
          }
          found = signature;
        }
      }
    }
    return found;
  }

  private byte[] type(RrsetText rrset) {
    TextFields fields = new TextFields(rrset.octets(), rrset.from());
    fields.skip(layout.fieldsBeforeType() + 1);
    return fields.copy();
  }

  /** Says whether the records of a type are those of an RRset, no more and no less. */
  private boolean has(RrsetText rrset, byte[] type) {
    int first = 0;
    while (first < types.length && !isOf(first, type)) {
      first++;
    }
    int end = first;
    while (end < types.length && isOf(end, type)) {
      end++;
    }
    return first < end
        && Arrays.equals(
            text, records[first], records[end], rrset.octets(), rrset.from(), rrset.to());
  }

  /** Returns all signatures in their order: those over one RRset follow one another. */
  public List<FormerSignature> signatures() {
    List<FormerSignature> signatures = new ArrayList<>();
    for (int record = 0; record < types.length; record++) {
      if (isSignature(record)) {
        signatures.add(signature(record));
      }
    }
    return signatures;
  }

  private boolean isSignature(int record) {
    return isOf(record, RRSIG);
  }

  /** Says whether a record has a type. */
  private boolean isOf(int record, byte[] type) {
    int from = types[record];
    int to = from + type.length;
    return to < text.length
        && TextFields.isSeparator(text[to])
        && Arrays.equals(text, from, to, type, 0, type.length);
  }

  /** Returns the fields of a record, at one that stands so far behind the type. */
  private TextFields fieldsFromType(int record, int further) {
    TextFields fields = new TextFields(text, types[record]);
    fields.skip(1 + further);
    return fields;
  }

  /** Returns a record that is a signature. */
  private FormerSignature signature(int record) {
    return new FormerSignature(
        text, records[record], records[record + 1], fieldsFromType(record, 1));
  }

  /** Returns how many signatures there are. */
  int countSignatures() {
    int count = 0;
    for (int record = 0; record < types.length; record++) {
      count += isSignature(record) ? 1 : 0;
    }
    return count;
  }

  /** Hands on the records. */
  public void read(DnsName zone, RecordClass recordClass, RecordSink sink) throws IOException {
    // Whatever other files are like: the program writes no other escapes.
    ZoneFileOptions options = ZoneFileOptions.builder(zone).recordClass(recordClass).build();
    try {
      new ZoneFileReader(options)
          .read(ZoneFileSource.of("a former zone", new ByteArrayInputStream(text)), sink);
    } catch (ZoneFileException e) {
      throw new AssertionError("the program cannot read what it wrote", e);
    }
  }
}
