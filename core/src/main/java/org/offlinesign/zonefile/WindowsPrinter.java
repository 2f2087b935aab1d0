package org.offlinesign.zonefile;

import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireWriter;

/**
 * Writes records in the layout of Windows DNS servers: CRLF at the ends of lines, owners relative
 * to the zone in a column of their own, SOA, DNSKEY and RRSIG records in parentheses.
 *
 * <p>Each record states its TTL, because these files know no {@code $TTL}. Not thread safe.
 */
public final class WindowsPrinter implements RecordText {
  private static final String END = "\r\n";
  private static final int OWNER_COLUMN = 24;
  private static final int WRAPPED_COLUMN = 32;
  private static final int WRAPPED_OCTETS = 36;
  private static final int SOA_NUMBER = 13;
  private static final String[] SOA_FIELDS = {
    "serial number", "refresh", "retry", "expire", "default TTL"
  };

  private final RecordClass recordClass;
  private final RecordPrinter owners;
  private final WireWriter owner = new WireWriter(300);
  private final WireWriter rdataText = new WireWriter(1024);
  private int ttl;
  private int type;

  /** Creates a printer for a zone. */
  public WindowsPrinter(RecordClass recordClass, DnsName zone) {
    this.recordClass = recordClass;
    this.owners = RecordPrinter.relative(recordClass, zone);
  }

  /**
   * Returns what such a file begins with.
   *
   * @param version the serial of the zone
   */
  public static String heading(DnsName zone, Serial version) {
    String name = withoutFinalDot(zone);
    return ";"
        + END
        + (";  Database file " + name + ".dns for " + name + " zone.")
        + END
        + (";      Zone version:  " + version)
        + END
        + ";"
        + END
        + END
        // Servers know the zone from elsewhere; other readers do not.
        + ("$ORIGIN " + zone)
        + END;
  }

  private static String withoutFinalDot(DnsName zone) {
    String text = zone.toString();
    return zone.isRoot() ? text : text.substring(0, text.length() - 1);
  }

  @Override
  public void owner(byte[] octets, int offset) {
    owner.clear();
    owners.writeOwner(octets, offset, owner);
    do {
      owner.u8(' ');
    } while (owner.length() < OWNER_COLUMN);
  }

  @Override
  public void rrset(int newTtl, int newType) {
    this.ttl = newTtl;
    this.type = newType;
  }

  @Override
  public void print(byte[] rdata, int offset, int length, WireWriter out) {
    rdataText.clear();
    RdataSchema.of(type).print(rdata, offset, length, rdataText);
    out.bytes(owner).decimal(ttl).u8('\t');
    String text = rdataText.toString();
    if (text.startsWith("\\#")) {
      line(text, out);
    } else if (type == RecordType.SOA.code()) {
      soa(text, out);
    } else if (type == RecordType.RRSIG.code()) {
      rrsig(text, out);
    } else if (type == RecordType.DNSKEY.code()) {
      dnskey(text, Rdata.copyOf(rdata, offset, length), out);
    } else {
      line(text, out);
    }
  }

  private void line(String text, WireWriter out) {
    out.ascii(RecordType.of(type).toString()).u8('\t').ascii(text).ascii(END);
  }

  private void soa(String text, WireWriter out) {
    String[] fields = text.split(" ", -1);
    out.ascii(recordClass + "  SOA " + fields[0] + "  " + fields[1] + " (" + END);
    for (int i = 0; i < SOA_FIELDS.length; i++) {
      String number = fields[2 + i];
      boolean last = i == SOA_FIELDS.length - 1;
      spaces(OWNER_COLUMN, out);
      out.ascii("\t\t").ascii(number);
      spaces(Math.max(1, SOA_NUMBER - number.length() - (last ? 2 : 0)), out);
      out.ascii(last ? ") ; " : "; ").ascii(SOA_FIELDS[i]).ascii(END);
    }
  }

  private void rrsig(String text, WireWriter out) {
    String[] fields = text.split(" ", 9);
    out.ascii("RRSIG\t");
    for (int i = 0; i < 5; i++) {
      out.ascii(fields[i]).u8(' ');
    }
    out.u8('(').ascii(END);
    spaces(WRAPPED_COLUMN, out);
    out.ascii(fields[5] + " " + fields[6] + " " + fields[7]).ascii(END);
    wrapped(fields[8], out);
    out.u8(')').ascii(END);
  }

  private void dnskey(String text, Rdata rdata, WireWriter out) {
    String[] fields = text.split(" ", 4);
    out.ascii("DNSKEY\t" + fields[0] + " " + fields[1] + " " + fields[2] + " (" + END);
    wrapped(fields[3], out);
    out.ascii(") ; key tag = ").decimal(keyTag(rdata)).ascii(END);
  }

  private static int keyTag(Rdata rdata) {
    try {
      return Dnskey.from(rdata).keyTag();
    } catch (WireFormatException e) {
      throw new AssertionError("what is printed as a DNSKEY is one", e);
    }
  }

  /** Writes base 64 in short lines and the indent of the line after them. */
  private static void wrapped(String text, WireWriter out) {
    for (int at = 0; at < text.length(); at += WRAPPED_OCTETS) {
      spaces(WRAPPED_COLUMN, out);
      out.ascii(text.substring(at, Math.min(text.length(), at + WRAPPED_OCTETS))).ascii(END);
    }
    spaces(WRAPPED_COLUMN, out);
  }

  private static void spaces(int count, WireWriter out) {
    for (int i = 0; i < count; i++) {
      out.u8(' ');
    }
  }
}
