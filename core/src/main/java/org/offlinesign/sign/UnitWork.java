package org.offlinesign.sign;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SigningException;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OrderedPipeline;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.RrsetMaker;

/** Signs names and writes them as text. For one thread; holds the text of one batch. */
final class UnitWork implements OrderedPipeline.Work<List<SigningUnit>, SignedBlock> {
  private static final int SOA = RecordType.SOA.code();

  private final SigningContext context;
  private final CryptoProviders providers;
  private final BlockText text;
  private final RrsetMaker maker;
  private final TypeBitmap bitmap = new TypeBitmap();
  private final WireWriter nsec = new WireWriter(300);
  private @Nullable List<RrsetSigner> signers;
  private int[] signatures = {};

  UnitWork(SigningContext context, CryptoProviders providers) {
    this.context = context;
    this.providers = providers;
    this.text = new BlockText(context);
    this.maker = new RrsetMaker(context.recordClass());
  }

  @Override
  public SignedBlock apply(List<SigningUnit> batch) throws IOException {
    signatures = new int[context.plan().keys().size()];
    text.clear();
    for (SigningUnit unit : batch) {
      if (unit instanceof SigningUnit.Node node) {
        write(node.node(), node.kind());
      } else if (unit instanceof SigningUnit.Link link) {
        write(link);
      }
    }
    return new SignedBlock(text, signatures);
  }

  private void write(OwnerNode node, NodeKind kind) throws IOException {
    OwnerWire owner = OwnerWire.of(node);
    NodeRrset soa = kind == NodeKind.APEX ? node.rrset(SOA) : null;
    if (soa != null) {
      write(owner, kind, soa);
    }
    for (NodeRrset rrset : node.rrsets()) {
      if (rrset != soa) {
        write(owner, kind, rrset);
      }
    }
  }

  private void write(SigningUnit.Link unit) throws IOException {
    nsec.clear();
    unit.link().writeRdataTo(nsec, bitmap);
    NodeRrset rrset = maker.of(RecordType.NSEC, unit.ttl(), nsec);
    write(OwnerWire.of(unit.link().owner()), NodeKind.AUTHORITATIVE, rrset);
  }

  private void write(OwnerWire owner, NodeKind kind, NodeRrset rrset) throws IOException {
    text.add(owner, rrset);
    if (!kind.isSigned(rrset.type())) {
      return;
    }
    for (RrsetSigner signer : signers()) {
      PlannedKey key = signer.key();
      boolean signs = kind == NodeKind.APEX ? key.signsAtApex(rrset.type()) : key.signsEverything();
      if (signs) {
        text.addSignature(owner, rrset, signer.sign(owner, rrset));
        signatures[key.index()]++;
      }
    }
  }

  private List<RrsetSigner> signers() throws SignatureFailureException {
    if (signers == null) {
      try {
        signers = RrsetSigner.of(context, providers);
      } catch (SigningException e) {
        throw new SignatureFailureException(e);
      }
    }
    return signers;
  }
}
