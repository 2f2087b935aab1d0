package org.offlinesign.lint;

import org.jspecify.annotations.Nullable;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/**
 * Counts breaches of a rule that come by the hundred when they come, and tells of all of them in
 * one finding at the place of the first.
 */
final class Tally {
  private final LintCode code;
  private final Breaches breaches;
  private @Nullable SourceRecord first;
  private long count;

  Tally(LintCode code, Breaches breaches) {
    this.code = code;
    this.breaches = breaches;
  }

  /** Says what was found. */
  @FunctionalInterface
  interface Wording {
    /** Returns the message of the finding. */
    String of(long count, SourceRecord first);
  }

  /** Counts a record that breaks the rule. */
  void note(SourceRecord record) {
    if (first == null) {
      first = record;
    }
    count++;
  }

  /** Returns how many were noted. */
  long count() {
    return count;
  }

  /** Tells of what was noted, if anything was. */
  void report(Wording wording) {
    if (first != null) {
      breaches.add(code, first, wording.of(count, first));
    }
  }
}
