package org.offlinesign.verify;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.zone.EntryCursor;
import org.offlinesign.zone.EntrySorter;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedEntries;

/**
 * Checks chains of NSEC3 records (RFC 5155 §7.1): the names of the zone, hashed by the workers, and
 * the records found are sorted by their hashes and compared.
 *
 * <p>Holds what a {@link SortBudget} allows. Without a chain it takes no memory.
 */
final class Nsec3Check implements Closeable {
  private final DnsName apex;
  private final List<Nsec3Chain> chains;
  private final OpenAncestors ancestors;
  private final long[] records;
  private final @Nullable EntrySorter sorter;

  Nsec3Check(DnsName apex, List<Nsec3Chain> chains, SortBudget budget) {
    this.apex = apex;
    this.chains = chains;
    this.ancestors = new OpenAncestors(apex);
    this.records = new long[chains.size()];
    this.sorter = chains.isEmpty() ? null : new EntrySorter(budget);
  }

  /**
   * Takes the next name with a place in the chains, in canonical order, and returns the empty
   * non-terminals that are known after it.
   */
  List<EmptyNonTerminal> enter(OwnerNode node, NodeKind kind) {
    return chains.isEmpty() ? List.of() : ancestors.enter(node, ExpectedHashes.kindOf(node, kind));
  }

  /** Takes what the workers made of some names. */
  void collect(Nsec3Entries entries) throws IOException {
    if (sorter != null) {
      entries.addTo(sorter, records);
    }
  }

  /** Compares names and records, and reports. */
  void finish(Findings findings) throws IOException {
    if (sorter == null) {
      return;
    }
    Nsec3Entries last = new Nsec3Entries();
    ExpectedHashes names = new ExpectedHashes(chains);
    ancestors.finish().forEach(empty -> names.add(empty, last));
    collect(last);
    try (SortedEntries sorted = sorter.finish()) {
      for (Nsec3Chain chain : chains) {
        check(chain, sorted, findings);
      }
    }
  }

  private void check(Nsec3Chain chain, SortedEntries sorted, Findings findings) throws IOException {
    if (records[chain.index()] == 0) {
      findings.add(
          FindingCode.NSEC3_CHAIN_MISSING,
          chain.subject(),
          "expected a chain of NSEC3 records with the parameters " + chain + " but found none");
      return;
    }
    Nsec3Ring ring = new Nsec3Ring(chain, findings);
    Nsec3GroupCursor all = open(sorted, chain);
    for (Nsec3Group group = all.next(); group != null; group = all.next()) {
      ring.take(group);
    }
    Nsec3GroupCursor beginning = open(sorted, chain);
    boolean closed = false;
    for (Nsec3Group group = beginning.next(); group != null && !closed; group = beginning.next()) {
      closed = ring.close(group);
    }
  }

  private Nsec3GroupCursor open(SortedEntries sorted, Nsec3Chain chain) throws IOException {
    EntryCursor entries = sorted.open();
    return new Nsec3GroupCursor(entries, apex, chain);
  }

  @Override
  public void close() throws IOException {
    if (sorter != null) {
      sorter.close();
    }
  }
}
