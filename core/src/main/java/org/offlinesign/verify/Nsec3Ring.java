package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the NSEC3 records of a chain in the order of their hashes: each leads to the one that
 * comes next, the last to the first (RFC 5155 §3.1.7), and each name without a record that may do
 * without is covered by one with the opt-out flag (RFC 5155 §7.1).
 *
 * <p>A record that is missing or one too many is no fault of the record that leads to it, or past
 * it. Holds the records that have not been seen to lead anywhere yet, mostly one. To close the
 * ring, its beginning is taken a second time.
 */
final class Nsec3Ring {
  private final Nsec3Chain chain;
  private final Findings findings;
  private final Nsec3GroupCheck groups;
  private final List<Nsec3Group.Link> open = new ArrayList<>();
  private @Nullable Nsec3Group lastWithLinks;
  private boolean optOutDiffers;
  private boolean beginningPassed;

  Nsec3Ring(Nsec3Chain chain, Findings findings) {
    this.chain = chain;
    this.findings = findings;
    this.groups = new Nsec3GroupCheck(chain, findings);
  }

  /** Takes what there is under the next hash. */
  void take(Nsec3Group group) {
    groups.check(group);
    if (group.links().isEmpty()) {
      checkCovered(group);
    } else {
      checkSameOptOut(group);
      lastWithLinks = group;
    }
    resolve(group);
    if (group.isComplete()) {
      group.links().stream().filter(link -> link.next().isWellFormed()).forEach(open::add);
    }
  }

  /**
   * Takes the beginning of the chain again, now that the record before it is known, and returns
   * whether that is enough.
   */
  boolean close(Nsec3Group group) {
    beginningPassed |= !group.links().isEmpty();
    if (!beginningPassed) {
      checkCovered(group);
    }
    resolve(group);
    return beginningPassed && open.isEmpty();
  }

  private void checkCovered(Nsec3Group group) {
    if (lastWithLinks != null && !lastWithLinks.isOptOut()) {
      group.names().stream()
          .filter(name -> name.kind().isOptional())
          .forEach(name -> groups.reportNotOptedOut(name, group));
    }
  }

  /** Says whether no record may lead to a hash, as there is none, rightly. */
  private boolean isOptedOut(Nsec3Group group) {
    return group.links().isEmpty()
        && lastWithLinks != null
        && lastWithLinks.isOptOut()
        && group.names().stream().allMatch(name -> name.kind().isOptional());
  }

  private void checkSameOptOut(Nsec3Group group) {
    if (lastWithLinks == null || optOutDiffers) {
      return;
    }
    if (lastWithLinks.isOptOut() != group.isOptOut()) {
      optOutDiffers = true;
      findings.add(
          FindingCode.NSEC3_OPT_OUT_MIXED,
          group.links().get(0).subject(),
          group.isOptOut()
              ? "this record has the opt-out flag, and the one before it has not"
              : "this record has no opt-out flag, and the one before it has");
    }
  }

  /** Takes back from the open records those that lead to a hash, or to none before it. */
  private void resolve(Nsec3Group group) {
    if (isOptedOut(group)) {
      return;
    }
    open.removeIf(link -> link.next().equals(group.hash()));
    if (group.isComplete()) {
      open.forEach(link -> reportNext(link, group));
      open.clear();
    }
  }

  private void reportNext(Nsec3Group.Link link, Nsec3Group group) {
    findings.add(
        FindingCode.NSEC3_NEXT,
        link.subject(),
        "expected the next hash "
            + group.hash()
            + " but found "
            + link.next()
            + " (parameters "
            + chain
            + ")");
  }
}
