package org.offlinesign.sign;

import java.io.IOException;
import java.util.List;
import org.offlinesign.denial.EmptyNonTerminals;
import org.offlinesign.denial.HashedNames;
import org.offlinesign.denial.HashedSignature;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Chain;
import org.offlinesign.denial.Nsec3Link;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Quantity;
import org.offlinesign.rdata.Nsec3Param;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.EntrySorter;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortedEntries;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;

/**
 * Sorts the hashes of names, which the workers make, and puts the chain of NSEC3 records behind the
 * last name. Holds what its share of the sort budget allows, and the name before.
 */
final class Nsec3Records implements DenialRecords {
  private final SigningContext context;
  private final Plan plan;
  private final ZoneFaults faults;
  private final Units units;
  private final EmptyNonTerminals emptyNonTerminals;
  private final EntrySorter sorter;
  private long names;

  /** What the chain is like. */
  record Plan(Nsec3 denial, Ttl ttl) {}

  Nsec3Records(SigningContext context, Plan plan, ZoneFaults faults, Units units) {
    this.context = context;
    this.plan = plan;
    this.faults = faults;
    this.units = units;
    this.emptyNonTerminals = new EmptyNonTerminals(context.zone());
    this.sorter = new EntrySorter(context.sortBudget());
  }

  @Override
  public void add(OwnerNode node, NodeKind kind, OldSignatures old) throws IOException {
    int hashed = 0;
    if (isInChain(node, kind)) {
      // RFC 5155 §7.1: with opt-out, what stands above insecure delegations alone is not counted.
      hashed = 1 + emptyNonTerminals.above(node.octets(), node.keyLength());
    }
    names += hashed;
    units.add(new SigningUnit.Node(node, kind, hashed, old));
  }

  private boolean isInChain(OwnerNode node, NodeKind kind) {
    boolean insecure = kind == NodeKind.DELEGATION && !node.has(RecordType.DS);
    return kind.isInChain() && !(plan.denial().optOut() && insecure);
  }

  @Override
  public void addOld(DnsName owner, List<OldSignature> old) throws IOException {
    WireWriter rdata = new WireWriter(300);
    for (OldSignature signature : old) {
      rdata.clear();
      signature.writeTo(rdata);
      HashedSignature.sort(owner, context.zone(), rdata, sorter);
    }
  }

  @Override
  public void endNames() {}

  @Override
  public void take(SignedBlock block) throws IOException {
    HashedNames.sort(block.hashedNames(), sorter);
  }

  @Override
  public void finish() throws IOException {
    context.progress().expect(Quantity.NAMES, names);
    try (SortedEntries sorted = sorter.finish()) {
      new Nsec3Chain(new Links()).link(sorted.open());
    }
  }

  @Override
  public void close() throws IOException {
    sorter.close();
  }

  private final class Links implements Nsec3Chain.Sink {
    private final Nsec3Param fields = plan.denial().linkFields();

    @Override
    public void link(Nsec3Link link, List<byte[]> signatures) throws IOException {
      List<OldSignature> old =
          signatures.stream().map(rdata -> new OldSignature(rdata, 0, rdata.length)).toList();
      OldSignatures known =
          OldSignatures.unchecked(old).with(context.previous().at(link, context.zone()));
      units.add(new SigningUnit.HashLink(link, fields, plan.ttl(), known));
      context.progress().count(Quantity.NAMES, 1);
    }

    @Override
    public void collision(DnsName name, DnsName other) {
      faults.add(
          Diagnostic.of(
              Place.of(faults.files().get(0)),
              LintCode.NSEC3_COLLISION,
              name
                  + " and "
                  + other
                  + " have the same hash, so that no NSEC3 record can tell them apart (RFC 5155"
                  + " section 7.1); choose another --salt, or sign with --nsec"));
    }
  }
}
