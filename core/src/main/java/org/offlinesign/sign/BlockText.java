package org.offlinesign.sign;

import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;
import org.offlinesign.seal.FormerSignature;
import org.offlinesign.seal.RrsetText;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zonefile.RecordText;

/** The text of a batch as it grows, and what it holds. Not thread safe. */
final class BlockText {
  private static final int FIRST_SIZE = 1 << 16;

  private final RecordText printer;
  private final ZoneContent content;
  private final WireWriter text = new WireWriter(FIRST_SIZE);
  private final WireWriter extract = new WireWriter(0);
  private final WireWriter preview = new WireWriter(0);
  private @Nullable OwnerWire owner;
  private int records;
  private int rrsets;

  BlockText(SigningContext context) {
    this.printer = context.layout().printer(context.recordClass(), context.zone());
    this.content = context.request().content();
  }

  void clear() {
    text.clear();
    extract.clear();
    owner = null;
    records = 0;
    rrsets = 0;
  }

  /**
   * Appends the records of an RRset, RDATA as typed, all with the RRset's TTL, and their comments.
   *
   * @return the text of the records without comments, valid until the next call
   */
  RrsetText add(OwnerWire newOwner, NodeRrset rrset) {
    int start = text.length();
    if (rrset.hasComments()) {
      printWithComments(newOwner, rrset);
    } else {
      print(newOwner, rrset, text);
    }
    if (content == ZoneContent.INCLUDED) {
      extractNew(rrset);
    } else {
      extract(rrset.type(), start);
    }
    records += rrset.size();
    rrsets++;
    return rrset.hasComments()
        ? preview(newOwner, rrset)
        : new RrsetText(text.array(), start, text.length());
  }

  /** Returns the text that an RRset will have without comments, valid until the next call. */
  RrsetText preview(OwnerWire newOwner, NodeRrset rrset) {
    preview.clear();
    print(newOwner, rrset, preview);
    return new RrsetText(preview.array(), 0, preview.length());
  }

  private void print(OwnerWire newOwner, NodeRrset rrset, WireWriter out) {
    begin(newOwner, rrset.ttl(), rrset.type());
    for (int record = 0; record < rrset.size(); record++) {
      print(rrset, record, out);
    }
  }

  private void print(NodeRrset rrset, int record, WireWriter out) {
    printer.print(rrset.octets(), rrset.typedOffset(record), rrset.rdataLength(record), out);
  }

  private void printWithComments(OwnerWire newOwner, NodeRrset rrset) {
    begin(newOwner, rrset.ttl(), rrset.type());
    for (int record = 0; record < rrset.size(); record++) {
      rrset.comments(record).writeAbove(text);
      print(rrset, record, text);
      rrset.comments(record).writeBehind(text);
    }
  }

  /** Appends a signature as it stood in a file of the same layout. */
  void addSignature(FormerSignature signature) {
    int start = text.length();
    text.bytes(signature.text(), signature.from(), signature.length());
    extract(RecordType.RRSIG.code(), start);
    records++;
  }

  /** Appends a signature; it has the TTL of the RRset that it covers (RFC 4034 §3). */
  void addSignature(OwnerWire newOwner, NodeRrset covered, WireWriter rrsig) {
    int start = text.length();
    begin(newOwner, covered.ttl(), RecordType.RRSIG.code());
    printer.print(rrsig.array(), 0, rrsig.length(), text);
    extract(RecordType.RRSIG.code(), start);
    records++;
  }

  private void begin(OwnerWire newOwner, int ttl, int type) {
    if (newOwner != owner) {
      printer.owner(newOwner.octets(), newOwner.offset());
      owner = newOwner;
    }
    printer.rrset(ttl, type);
  }

  /** Those that stand in the zone file are served from there. */
  private void extractNew(NodeRrset rrset) {
    for (int record = 0; record < rrset.size() && content.contains(rrset.type()); record++) {
      if (!rrset.isOfFile(record)) {
        print(rrset, record, extract);
      }
    }
  }

  private void extract(int type, int start) {
    if (content != ZoneContent.WHOLE_ZONE && content.contains(type)) {
      extract.bytes(text.array(), start, text.length() - start);
    }
  }

  byte[] toByteArray() {
    return text.toByteArray();
  }

  /** Returns what of the text is wanted where only a part of it is; nothing otherwise. */
  byte[] extract() {
    return extract.toByteArray();
  }

  /** Returns how many records have been added, signatures included. */
  int records() {
    return records;
  }

  /** Returns how many RRsets have been added, signatures not counted. */
  int rrsets() {
    return rrsets;
  }
}
