package org.offlinesign.sign;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.offlinesign.denial.NsecChain;
import org.offlinesign.denial.NsecLink;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Ttl;
import org.offlinesign.seal.FormerName;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Puts an NSEC record behind each name of the chain. Holds what the chain holds back. */
final class NsecRecords implements DenialRecords {
  private final NsecChain<SigningUnit.Node> chain;

  /** The old signatures of the name that the next link starts from. */
  private OldSignatures old = OldSignatures.NONE;

  NsecRecords(SigningContext context, Ttl ttl, Units units) {
    this.chain =
        new NsecChain<>(
            context.zone(),
            new NsecChain.Sink<>() {
              @Override
              public void pass(SigningUnit.Node unit) throws IOException {
                if (unit.kind().isInChain()) {
                  old = unit.old();
                }
                units.add(unit);
              }

              @Override
              public void link(NsecLink link) throws IOException {
                FormerName behind = context.previous().behind(link.owner());
                units.add(new SigningUnit.Link(link, ttl, behind == null ? old : old.with(behind)));
              }
            });
  }

  @Override
  public void add(OwnerNode node, NodeKind kind, OldSignatures signatures) throws IOException {
    SigningUnit.Node unit = new SigningUnit.Node(node, kind, 0, signatures);
    if (kind.isInChain()) {
      chain.add(unit, node.owner(), types(node, kind));
    } else {
      chain.addOutside(unit, unit.octets());
    }
  }

  private static int[] types(OwnerNode node, NodeKind kind) {
    int[] types = new int[node.rrsets().size()];
    int count = 0;
    for (NodeRrset rrset : node.rrsets()) {
      if (kind.isInBitmap(rrset.type())) {
        types[count++] = rrset.type();
      }
    }
    return count == types.length ? types : Arrays.copyOf(types, count);
  }

  @Override
  public void addOld(DnsName owner, List<OldSignature> signatures) {}

  @Override
  public void endNames() throws IOException {
    chain.finish();
  }

  @Override
  public void take(SignedBlock block) {}

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
