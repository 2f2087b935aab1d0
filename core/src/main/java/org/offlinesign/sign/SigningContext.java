package org.offlinesign.sign;

import java.time.Instant;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordClass;

/**
 * What all parts of one signing have in common.
 *
 * @param now when it began
 */
record SigningContext(
    SigningRequest request, KeyPlan plan, Validity validity, Instant now, Warnings warnings) {
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

  int threads() {
    return request.budget().threads();
  }
}
