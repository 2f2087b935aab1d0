package org.offlinesign.sign;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Says what becomes of signatures that nobody here could replace, where that needs somebody. */
final class AwayKeyCheck {
  private static final List<RecordType> SIGNED_BY_KSK =
      List.of(RecordType.DNSKEY, RecordType.CDS, RecordType.CDNSKEY);

  private final SigningContext context;
  private final ApexSigners signers;

  AwayKeyCheck(SigningContext context, ApexSigners signers) {
    this.context = context;
    this.signers = signers;
  }

  /** Warns of signatures over RRsets of the new apex that end soon or cannot stay. */
  void look(OwnerNode apex) {
    for (PlannedKey key : signers.away()) {
      for (RecordType type : SIGNED_BY_KSK) {
        NodeRrset rrset = apex.rrset(type);
        if (rrset != null) {
          look(key, type, signers.find(key, apex, rrset));
        }
      }
    }
  }

  private void look(PlannedKey key, RecordType type, @Nullable OldSignature kept) {
    if (kept == null) {
      signers.former(key, type).stream()
          .max(Comparator.comparingInt(this::secondsLeft))
          .ifPresent(lost -> warnOfLost(key, type, lost));
    } else if (endsSoon(kept)) {
      warn(
          key,
          type,
          "ends at "
              + end(kept)
              + ", sooner than --keep-until asks for; it stays, because only that key can replace"
              + " it: have it sign by then, named with --signkey (/SignKey)");
    }
  }

  private boolean endsSoon(OldSignature signature) {
    Duration keepUntil = context.request().signaturePolicy().keepUntil();
    return keepUntil != null && secondsLeft(signature) <= keepUntil.toSeconds();
  }

  private void warnOfLost(PlannedKey key, RecordType type, OldSignature lost) {
    warn(
        key,
        type,
        reason(type, lost)
            + ", so it is left out, and only that key can replace it: name it with --signkey"
            + " (/SignKey)");
  }

  private String reason(RecordType type, OldSignature lost) {
    if (secondsLeft(lost) <= 0) {
      return "ended at " + end(lost);
    }
    if (!lost.hasBegun(context.now())) {
      return "is not valid yet";
    }
    return "does not fit the " + type + " records and their TTL as they are now";
  }

  private int secondsLeft(OldSignature signature) {
    return signature.secondsLeft(context.now());
  }

  private Instant end(OldSignature signature) {
    return context.now().plusSeconds(secondsLeft(signature)).truncatedTo(ChronoUnit.SECONDS);
  }

  private void warn(PlannedKey key, RecordType type, String what) {
    context
        .warnings()
        .add(
            Code.KEY_AWAY,
            "the signature of the key "
                + key.key()
                + ", which is only published, over the "
                + type
                + " records "
                + what);
  }
}
