package org.offlinesign.sign;

import java.time.Duration;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;

/** Tells the signatures of the input that may stay from those that are too old or of other keys. */
final class RenewalRule {
  private static final int RRSIG = RecordType.RRSIG.code();

  private final SigningContext context;

  RenewalRule(SigningContext context) {
    this.context = context;
  }

  /** Says whether a record is a signature that may stay if it is still right. */
  boolean mayStay(RecordBuffer record) {
    Duration keepUntil = context.request().signaturePolicy().keepUntil();
    if (keepUntil == null || record.type() != RRSIG) {
      return false;
    }
    WireWriter rdata = record.rdata();
    OldSignature signature = new OldSignature(rdata.array(), 0, rdata.length());
    return signature.secondsLeft(context.now()) > keepUntil.toSeconds() && isOfSigner(signature);
  }

  private boolean isOfSigner(OldSignature signature) {
    for (PlannedKey key : context.plan().keys()) {
      if (key.signingKey() != null
          && key.key().keyTag() == signature.keyTag()
          && key.dnskey().algorithm() == signature.algorithm()) {
        return true;
      }
    }
    return false;
  }
}
