package org.offlinesign.verify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.KeyId;
import org.offlinesign.record.RecordType;
import org.offlinesign.seal.DistinctSigners;
import org.offlinesign.seal.FormerName;
import org.offlinesign.seal.FormerSignature;
import org.offlinesign.seal.RrsetText;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zonefile.RecordText;

/**
 * Tells the signatures that a {@link KnownFile} has over the same RRsets. For one thread; holds the
 * text of the largest RRset seen.
 */
final class KnownSignatures {
  private final RecordText printer;
  private final DistinctSigners keys;
  private final WireWriter text = new WireWriter(1024);
  private @Nullable FormerName former;

  /**
   * @param printer of the file's layout
   * @param keys those of the file
   */
  KnownSignatures(RecordText printer, DistinctSigners keys) {
    this.printer = printer;
    this.keys = keys;
  }

  /** Turns to a name, of which the file may say something. */
  void turnTo(OwnerNode node, @Nullable FormerName name) {
    former = name;
    if (name != null) {
      printer.owner(node.octets(), node.ownerOffset());
    }
  }

  /** Says whether the file has a signature by a key, octet for octet, and the RRset as it is. */
  boolean contains(SignedRrset signed, RrsigCursor rrsig, ApexKey key) {
    if (former == null || !keys.tellApart(key.dnskey())) {
      return false;
    }
    text.clear();
    NodeRrset rrset = signed.rrset();
    for (int record = 0; record < rrset.size(); record++) {
      print(rrset, record);
    }
    KeyId signer = new KeyId(rrsig.keyTag(), rrsig.algorithm());
    FormerSignature found = former.signature(new RrsetText(text.array(), 0, text.length()), signer);
    NodeRrset rrsigs = signed.node().rrset(RecordType.RRSIG);
    if (found == null || rrsigs == null) {
      return false;
    }
    text.clear();
    print(rrsigs, rrsig.record());
    int from = found.from();
    return Arrays.equals(text.array(), 0, text.length(), found.text(), from, from + found.length());
  }

  private void print(NodeRrset rrset, int record) {
    printer.rrset(rrset.ttl(record), rrset.type());
    printer.print(rrset.octets(), rrset.typedOffset(record), rrset.rdataLength(record), text);
  }
}
