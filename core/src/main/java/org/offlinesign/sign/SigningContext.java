package org.offlinesign.sign;

import java.time.Duration;
import java.time.Instant;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Progress;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.Serial;
import org.offlinesign.zone.SortBudget;

/**
 * What all parts of one signing have in common.
 *
 * @param now when it began
 * @param previous from which signatures are taken over
 */
record SigningContext(
    SigningRequest request,
    KeyPlan plan,
    Validity validity,
    Instant now,
    Warnings warnings,
    PreviousOutput previous) {
  SigningContext(
      SigningRequest request, KeyPlan plan, Validity validity, Instant now, Warnings warnings) {
    this(request, plan, validity, now, warnings, PreviousOutput.NONE);
  }

  /** Returns the same with a zone to take signatures over from. */
  SigningContext with(PreviousOutput output) {
    return new SigningContext(request, plan, validity, now, warnings, output);
  }

  /** Returns how long an old signature must live, seen from now, to stay. */
  Duration leastLife() {
    Duration keepUntil = request.signaturePolicy().keepUntil();
    return keepUntil == null ? validity.length().dividedBy(2) : keepUntil;
  }

  /** Returns when the signatures that expire first are valid. */
  Validity firstToExpire() {
    return plan.firstToExpire(validity);
  }

  DnsName zone() {
    return request.zone();
  }

  RecordClass recordClass() {
    return request.reading().recordClass();
  }

  ZoneLayout layout() {
    return request.layout();
  }

  /** Returns what stands before the apex. */
  String heading(Serial serial) {
    String ofLayout = layout().heading(zone(), serial);
    return request.content() == ZoneContent.INCLUDED
        ? IncludedFile.heading(zone(), serial, layout().lineEnd()) + ofLayout
        : ofLayout;
  }

  SortBudget sortBudget() {
    return sortBudget(request);
  }

  /** Returns the budget of each sorter: an NSEC3 chain needs another beside that of the records. */
  static SortBudget sortBudget(SigningRequest request) {
    return request.denial() instanceof Nsec3 ? request.budget().sharedBy(2) : request.budget();
  }

  /** Returns what takes note of how far the work has come. */
  Progress progress() {
    return request.input().progress();
  }

  int threads() {
    return request.budget().threads();
  }
}
