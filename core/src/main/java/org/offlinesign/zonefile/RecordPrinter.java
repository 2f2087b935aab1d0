package org.offlinesign.zonefile;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.AsciiCase;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.Escapes;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.rdata.RrsigText;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.wire.WireWriter;

/**
 * Writes records as master file text, each on a line of its own: owner, TTL, class, type and RDATA,
 * with tabs between them.
 *
 * <p>Names are absolute, unless owners are asked for relative to an origin. The text of an owner
 * and of an RRset's other constant fields is made once for all records that share it. Not thread
 * safe.
 */
public final class RecordPrinter implements RecordText {
  private static final int RRSIG = RecordType.RRSIG.code();

  private final byte[] recordClass;
  private final byte @Nullable [] origin;
  private final WireWriter prefix = new WireWriter(512);
  private final WireWriter wire = new WireWriter(512);
  private int ownerLength;
  private final RrsigText signatures = new RrsigText();
  private RdataSchema schema = RdataSchema.of(0);
  private boolean ofSignatures;

  private RecordPrinter(RecordClass recordClass, byte @Nullable [] origin) {
    this.recordClass = ("\t" + recordClass + "\t").getBytes(StandardCharsets.ISO_8859_1);
    this.origin = origin;
  }

  /** Returns a printer of absolute names. */
  public static RecordPrinter absolute(RecordClass recordClass) {
    return new RecordPrinter(recordClass, null);
  }

  /**
   * Returns a printer that writes owners at or below an origin relative to it; {@code $ORIGIN} is
   * for the caller to write.
   */
  public static RecordPrinter relative(RecordClass recordClass, DnsName origin) {
    return new RecordPrinter(recordClass, origin.toWire());
  }

  @Override
  public void owner(byte[] octets, int offset) {
    prefix.clear();
    writeOwner(octets, offset, prefix);
    prefix.u8('\t');
    ownerLength = prefix.length();
  }

  /** Appends an owner as this printer writes owners. */
  void writeOwner(byte[] octets, int offset, WireWriter out) {
    if (origin == null) {
      DnsName.writeText(octets, offset, out);
    } else {
      writeRelative(octets, offset, origin, out);
    }
  }

  private static void writeRelative(byte[] octets, int offset, byte[] suffix, WireWriter out) {
    int end = offset;
    while (octets[end] != 0) {
      end += 1 + octets[end];
    }
    int cut = end + 1 - suffix.length;
    if (!endsIn(octets, offset, cut, suffix)) {
      DnsName.writeText(octets, offset, out);
    } else if (cut == offset) {
      out.u8('@');
    } else {
      writeLabels(octets, offset, cut, out);
    }
  }

  private static boolean endsIn(byte[] octets, int offset, int cut, byte[] suffix) {
    int at = offset;
    while (at < cut) {
      at += 1 + octets[at];
    }
    if (at != cut) {
      return false;
    }
    for (int i = 0; i < suffix.length; i++) {
      if (AsciiCase.lower(octets[cut + i]) != AsciiCase.lower(suffix[i])) {
        return false;
      }
    }
    return true;
  }

  private static void writeLabels(byte[] octets, int from, int to, WireWriter out) {
    for (int at = from; at < to; at += 1 + octets[at]) {
      if (at > from) {
        out.u8('.');
      }
      Escapes.writeLabel(octets, at + 1, at + 1 + octets[at], out);
    }
  }

  @Override
  public void rrset(int ttl, int type) {
    prefix.truncate(ownerLength);
    prefix.decimal(ttl).bytes(recordClass);
    RecordType.of(type).writeTo(prefix);
    prefix.u8('\t');
    schema = WindowsTraits.schema(type);
    ofSignatures = type == RRSIG;
  }

  @Override
  public void print(byte[] rdata, int offset, int length, WireWriter out) {
    out.bytes(prefix);
    if (ofSignatures) {
      signatures.print(rdata, offset, length, out);
    } else {
      schema.print(rdata, offset, length, out);
    }
    out.u8('\n');
  }

  /** Appends the line of a record. */
  public void print(RecordBuffer record, WireWriter out) {
    owner(record.owner().array(), 0);
    rrset(record.ttl(), record.type());
    print(record.rdata().array(), 0, record.rdata().length(), out);
  }

  /** Appends the line of a record. */
  public void print(ResourceRecord record, WireWriter out) {
    wire.clear();
    record.owner().writeTo(wire);
    int ownerEnd = wire.length();
    record.rdata().writeTo(wire);
    owner(wire.array(), 0);
    rrset(record.ttl().seconds(), record.type().code());
    print(wire.array(), ownerEnd, wire.length() - ownerEnd, out);
  }
}
