package org.offlinesign.delegation;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;

/**
 * What became of the delegation of a child, and of what its files and its zone say.
 *
 * @param before the DS records of the zone that was read, or where CDS records of the child were
 *     accepted earlier, those that it has had since
 * @param after those of the signed zone
 * @param sources the files that these come from; empty if they are those that were there
 * @param answer what became of the child's request; null if its zone was not at hand
 * @param findings what the owner of the parent should know
 */
public record ChildReport(
    DnsName child,
    List<Ds> before,
    List<Ds> after,
    List<String> sources,
    ChildDecision.@Nullable Answer answer,
    List<ChildFinding> findings) {
  /** Copies the lists. */
  public ChildReport {
    before = List.copyOf(before);
    after = List.copyOf(after);
    sources = List.copyOf(sources);
    findings = List.copyOf(findings);
  }

  /** Returns what became of the DS records. */
  public ChildStatus status() {
    if (new HashSet<>(before).equals(new HashSet<>(after))) {
      return before.isEmpty() ? ChildStatus.INSECURE : ChildStatus.UNCHANGED;
    }
    if (before.isEmpty()) {
      return ChildStatus.NEW;
    }
    return after.isEmpty() ? ChildStatus.REMOVED : ChildStatus.CHANGED;
  }

  /** Returns the DS records that were not there before. */
  public List<Ds> added() {
    return after.stream().filter(ds -> !before.contains(ds)).toList();
  }

  /** Returns the DS records that are not there any more. */
  public List<Ds> removed() {
    return before.stream().filter(ds -> !after.contains(ds)).toList();
  }
}
