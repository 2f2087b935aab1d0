package org.offlinesign.sign;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.seal.RrsetText;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OrderedPipeline;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.RrsetMaker;

/** Signs names and writes them as text. For one thread; holds the text of one batch. */
final class UnitWork implements OrderedPipeline.Work<List<SigningUnit>, SignedBlock> {
  private static final int SOA = RecordType.SOA.code();
  private static final int ZONEMD = RecordType.ZONEMD.code();
  private static final byte[] NO_HASHES = {};

  private final SigningContext context;
  private final BlockText text;
  private final RrsetMaker maker;
  private final TypeBitmap bitmap = new TypeBitmap();
  private final WireWriter link = new WireWriter(300);
  private final WireWriter linkOwner = new WireWriter(DnsName.MAX_WIRE_LENGTH);
  private final @Nullable NodeHasher hasher;
  private final SignatureWriter signatures;

  // Of the name at which RRsets are being written.
  private NodeKind kind = NodeKind.APEX;

  UnitWork(SigningContext context, CryptoProviders providers) {
    this.context = context;
    this.text = new BlockText(context);
    this.signatures = new SignatureWriter(context, providers, text);
    this.maker = new RrsetMaker(context.recordClass());
    this.hasher =
        context.request().denial() instanceof Nsec3 nsec3
            ? new NodeHasher(nsec3.parameters())
            : null;
  }

  @Override
  public SignedBlock apply(List<SigningUnit> batch) throws IOException {
    text.clear();
    if (hasher != null) {
      hasher.clear();
    }
    for (SigningUnit unit : batch) {
      if (unit instanceof SigningUnit.Node node) {
        write(node);
        if (hasher != null) {
          hasher.add(node);
        }
      } else if (unit instanceof SigningUnit.Link link) {
        write(link);
      } else if (unit instanceof SigningUnit.HashLink link) {
        write(link);
      } else if (unit instanceof SigningUnit.Digest digest) {
        begin(NodeKind.APEX, OldSignatures.NONE);
        write(OwnerWire.of(digest.apex()), digest.zonemd());
      }
    }
    byte[] hashes = hasher == null ? NO_HASHES : hasher.toByteArray();
    return new SignedBlock(text, hashes, signatures.takeCounts());
  }

  private void begin(NodeKind newKind, OldSignatures old) {
    kind = newKind;
    signatures.begin(old);
  }

  private void write(SigningUnit.Node unit) throws IOException {
    OwnerNode node = unit.node();
    begin(unit.kind(), unit.old());
    OwnerWire owner = OwnerWire.of(node);
    NodeRrset soa = kind == NodeKind.APEX ? node.rrset(SOA) : null;
    if (soa != null) {
      write(owner, soa);
    }
    for (NodeRrset rrset : node.rrsets()) {
      if (rrset != soa && !isPlaceholder(rrset)) {
        write(owner, rrset);
      }
    }
  }

  /** The true digest is known only when everything else has been written (RFC 8976 §3). */
  private boolean isPlaceholder(NodeRrset rrset) {
    return kind == NodeKind.APEX && rrset.type() == ZONEMD;
  }

  private void write(SigningUnit.Link unit) throws IOException {
    link.clear();
    unit.link().writeRdataTo(link, bitmap);
    NodeRrset rrset = maker.of(RecordType.NSEC, unit.ttl(), link);
    begin(NodeKind.AUTHORITATIVE, unit.old());
    write(OwnerWire.of(unit.link().owner()), rrset);
  }

  private void write(SigningUnit.HashLink unit) throws IOException {
    link.clear();
    linkOwner.clear();
    unit.link().writeRdataTo(link, unit.fields());
    unit.link().writeOwnerTo(linkOwner, context.zone());
    NodeRrset rrset = maker.of(RecordType.NSEC3, unit.ttl(), link);
    begin(NodeKind.AUTHORITATIVE, unit.old());
    write(OwnerWire.copyOf(linkOwner), rrset);
  }

  private void write(OwnerWire owner, NodeRrset rrset) throws IOException {
    if (context.layout().signaturesFirst(rrset.type())) {
      RrsetText printed = text.preview(owner, rrset);
      sign(owner, rrset, printed);
      text.add(owner, rrset);
    } else {
      sign(owner, rrset, text.add(owner, rrset));
    }
  }

  private void sign(OwnerWire owner, NodeRrset rrset, RrsetText printed)
      throws SignatureFailureException {
    if (kind.isSigned(rrset.type())) {
      signatures.sign(owner, kind, rrset, printed);
    }
  }
}
