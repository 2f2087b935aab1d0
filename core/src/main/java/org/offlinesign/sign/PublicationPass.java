package org.offlinesign.sign;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.RecordComments;
import org.offlinesign.zonefile.RecordText;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSummary;

/** Copies a zone name by name and puts keys into its apex on the way. Holds one name. */
final class PublicationPass {
  private static final int FIRST_SIZE = 1 << 16;

  private final SigningContext context;
  private final List<RrsetSigner> signers;
  private final ZoneFaults faults;
  private final RecordComments ending;
  private final RecordText printer;
  private final WireWriter text = new WireWriter(FIRST_SIZE);

  /**
   * @param read tells of the reading of the zone
   */
  PublicationPass(SigningContext context, List<RrsetSigner> signers, ZoneFileSummary read) {
    this.context = context;
    this.signers = signers;
    this.faults = new ZoneFaults(read.files(), 1);
    this.ending = read.ending();
    this.printer = context.layout().printer(context.recordClass(), context.zone());
  }

  /** Writes the zone with the keys, and returns its new apex. */
  PublishedApex run(SortedZone zone, List<Dnskey> keys, OutputStream out)
      throws IOException, ZoneFileException, KeyPlanException {
    context.progress().enter(Stage.WRITE);
    context.progress().expect(Quantity.RECORDS, zone.records());
    NodeClassifier classifier = new NodeClassifier(context.zone());
    ZoneCursor cursor = zone.open();
    PublishedApex apex = null;
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      text.clear();
      printer.owner(node.octets(), node.ownerOffset());
      if (classifier.classify(node) == NodeKind.APEX) {
        checkApex(node);
        apex = PublishedApex.of(node, keys, context);
        text.ascii(context.layout().heading(context.zone(), apex.serialAfter()));
        printApex(apex);
      } else {
        node.rrsets().forEach(this::print);
      }
      out.write(text.array(), 0, text.length());
      context.progress().count(Quantity.RECORDS, node.records());
    }
    text.clear();
    ending.writeAbove(text);
    out.write(text.array(), 0, text.length());
    return found(apex);
  }

  private PublishedApex found(@Nullable PublishedApex apex) throws ZoneFileException {
    if (apex == null) {
      faults.add(missingSoa());
      throw faults.toException();
    }
    return apex;
  }

  private void checkApex(OwnerNode apex) throws ZoneFileException {
    NodeRrset soa = apex.rrset(RecordType.SOA);
    if (soa == null) {
      faults.add(missingSoa());
    } else if (soa.size() > 1) {
      faults.add(
          LintCode.SOA_NOT_ALONE,
          SourceRecord.first(apex, soa),
          apex + " has " + soa.size() + " different SOA records");
    }
    faults.throwIfAny();
  }

  private Diagnostic missingSoa() {
    return Diagnostic.of(
            Place.of(faults.files().get(0)),
            LintCode.SOA_MISSING,
            "the zone " + context.zone() + " has no SOA record")
        .about(context.zone(), RecordType.SOA);
  }

  private void printApex(PublishedApex apex) throws SignatureFailureException {
    OwnerNode node = apex.node();
    NodeRrset soa = node.rrset(RecordType.SOA);
    if (soa != null) {
      printChanged(apex, soa);
    }
    for (NodeRrset rrset : node.rrsets()) {
      if (rrset.type() == RecordType.DNSKEY.code()) {
        printChanged(apex, rrset);
      } else if (rrset.type() == RecordType.RRSIG.code()) {
        printSignatures(rrset);
      } else if (rrset != soa) {
        print(rrset);
      }
    }
  }

  /** Prints an RRset with new signatures in place of those that it had. */
  private void printChanged(PublishedApex apex, NodeRrset rrset) throws SignatureFailureException {
    print(rrset);
    if (!apex.signed()) {
      return;
    }
    OwnerWire owner = OwnerWire.of(apex.node());
    for (RrsetSigner signer : signers) {
      if (signer.key().signsAtApex(rrset.type())) {
        WireWriter rrsig = signer.sign(owner, rrset);
        // RFC 4034 §3: a signature has the TTL of the RRset that it covers.
        printer.rrset(rrset.ttl(), RecordType.RRSIG.code());
        printer.print(rrsig.array(), 0, rrsig.length(), text);
      }
    }
  }

  private void printSignatures(NodeRrset signatures) {
    for (int i = 0; i < signatures.size(); i++) {
      RecordType covered = signatures.view(i, Rrsig::from).typeCovered();
      if (!PublishedApex.isChanged(covered)) {
        print(signatures, i);
      }
    }
  }

  private void print(NodeRrset rrset) {
    for (int i = 0; i < rrset.size(); i++) {
      print(rrset, i);
    }
  }

  /** Prints a record with the TTL that it came with: what keys do not change stays as it is. */
  private void print(NodeRrset rrset, int record) {
    printer.rrset(rrset.ttl(record), rrset.type());
    rrset.comments(record).writeAbove(text);
    printer.print(rrset.octets(), rrset.typedOffset(record), rrset.rdataLength(record), text);
    rrset.comments(record).writeBehind(text);
  }
}
