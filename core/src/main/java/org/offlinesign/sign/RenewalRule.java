package org.offlinesign.sign;

import java.time.Duration;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.ZoneBounds;

/**
 * Tells the signatures of the input that may stay from those that are too old or of other keys.
 *
 * <p>At the apex the keys that are away are known only once its DNSKEY RRset is: there signatures
 * over what KSKs sign pass whatever key made them and however old they are.
 */
final class RenewalRule {
  private static final int RRSIG = RecordType.RRSIG.code();

  private final SigningContext context;
  private final ZoneBounds bounds;

  RenewalRule(SigningContext context) {
    this.context = context;
    this.bounds = new ZoneBounds(context.zone());
  }

  /** Says whether a record is a signature that may stay if it is still right. */
  boolean mayStay(RecordBuffer record) {
    Duration keepUntil = context.request().signaturePolicy().keepUntil();
    if (keepUntil == null || record.type() != RRSIG) {
      return false;
    }
    WireWriter rdata = record.rdata();
    OldSignature signature = new OldSignature(rdata.array(), 0, rdata.length());
    if (mayBeOfKeyThatIsAway(record, signature)) {
      return true;
    }
    // What is still right stands in the previous output, where it needs no check.
    return !context.previous().isKnown()
        && (signature.secondsLeft(context.now()) > keepUntil.toSeconds())
        && isOfSigner(signature);
  }

  private boolean mayBeOfKeyThatIsAway(RecordBuffer record, OldSignature signature) {
    return PlannedKey.isSignedByKsk(signature.typeCovered()) && bounds.isApex(record);
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
