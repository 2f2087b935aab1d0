package org.offlinesign.delegation;

import java.util.function.Function;
import org.offlinesign.delegation.AnchorOptions.Upkeep;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.WindowsPrinter;

/** How trust anchors are written for the programs that validate with them. */
public enum AnchorFormat {
  /** A {@code trust-anchors} statement of named.conf, since BIND 9.16. */
  BIND {
    @Override
    public String text(EntryPoints anchors, AnchorOptions options) {
      String manner = options.upkeep() == Upkeep.MANAGED ? "initial-" : "static-";
      String head = "\t\"" + anchors.zone() + "\" " + manner;
      return "trust-anchors {\n"
          + lines(
              anchors,
              key -> head + "key " + quoted(key.toString(), 3) + ";\n",
              ds -> head + "ds " + quoted(ds.toString(), 3) + ";\n")
          + "};\n";
    }
  },
  /** A clause of unbound.conf. */
  UNBOUND {
    @Override
    public String text(EntryPoints anchors, AnchorOptions options) {
      String head = "\ttrust-anchor: \"" + anchors.zone() + " IN ";
      return "server:\n"
          + lines(
              anchors, key -> head + "DNSKEY " + key + "\"\n", ds -> head + "DS " + ds + "\"\n");
    }
  },
  /** Commands for a Windows DNS server, one a line. DS anchors need Windows Server 2012. */
  WINDOWS {
    @Override
    public String text(EntryPoints anchors, AnchorOptions options) {
      String head = "DnsCmd /TrustAnchorAdd " + withoutFinalDot(anchors.zone());
      return lines(
          anchors, key -> head + " DNSKEY " + key + "\r\n", ds -> head + " DS " + ds + "\r\n");
    }
  },
  /** The records as the file TrustAnchors.dns of a Windows DNS server has them. */
  WINDOWS_FILE {
    @Override
    public String text(EntryPoints anchors, AnchorOptions options) {
      // Owners without their final dot, because the names of that file are relative to the root.
      WindowsPrinter printer = new WindowsPrinter(RecordClass.IN, DnsName.ROOT);
      WireWriter out = new WireWriter(1024);
      byte[] owner = anchors.zone().toWire();
      printer.owner(owner, 0);
      printer.rrset(TTL.seconds(), RecordType.DNSKEY.code());
      for (Dnskey key : anchors.keys()) {
        byte[] rdata = key.toRdata().toByteArray();
        printer.print(rdata, 0, rdata.length, out);
      }
      printer.rrset(TTL.seconds(), RecordType.DS.code());
      for (Ds ds : anchors.ds()) {
        byte[] rdata = ds.toRdata().toByteArray();
        printer.print(rdata, 0, rdata.length, out);
      }
      return out.toString();
    }
  },
  /** A document as IANA publishes it for the root (RFC 9718). Needs every anchor as a digest. */
  XML {
    @Override
    public String text(EntryPoints anchors, AnchorOptions options) {
      return new AnchorXml(anchors, options).text();
    }
  },
  /** Records as in a zone file, which any program reads. */
  RECORDS {
    @Override
    public String text(EntryPoints anchors, AnchorOptions options) {
      String head = anchors.zone() + "\t" + TTL + "\tIN\t";
      return lines(anchors, key -> head + "DNSKEY\t" + key + "\n", ds -> head + "DS\t" + ds + "\n");
    }
  };

  // Validators take no notice of it.
  private static final Ttl TTL = new Ttl(3600);

  /** Returns the text, octets in ISO 8859-1. */
  public abstract String text(EntryPoints anchors, AnchorOptions options);

  private static String lines(
      EntryPoints anchors, Function<Dnskey, String> ofKey, Function<Ds, String> ofDs) {
    StringBuilder lines = new StringBuilder();
    anchors.keys().forEach(key -> lines.append(ofKey.apply(key)));
    anchors.ds().forEach(ds -> lines.append(ofDs.apply(ds)));
    return lines.toString();
  }

  /** Returns RDATA with its last field in quotation marks. */
  private static String quoted(String rdata, int fieldsBefore) {
    String[] fields = rdata.split(" ", fieldsBefore + 1);
    fields[fieldsBefore] = "\"" + fields[fieldsBefore] + "\"";
    return String.join(" ", fields);
  }

  private static String withoutFinalDot(DnsName zone) {
    String text = zone.toString();
    return zone.isRoot() ? text : text.substring(0, text.length() - 1);
  }
}
