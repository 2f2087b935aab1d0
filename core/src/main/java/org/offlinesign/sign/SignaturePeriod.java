package org.offlinesign.sign;

import java.time.Duration;
import java.time.Instant;
import org.offlinesign.name.AsciiCase;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;

/** When the signatures of one key are valid. Immutable and safe for any thread. */
final class SignaturePeriod {
  private static final int SOA = RecordType.SOA.code();
  private static final int DNSKEY = RecordType.DNSKEY.code();
  private static final int CDS = RecordType.CDS.code();
  private static final int CDNSKEY = RecordType.CDNSKEY.code();

  // The constants of FNV-1a with 64 bits, and of the finalizer of SplitMix64.
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long MIX_1 = 0xbf58476d1ce4e5b9L;
  private static final long MIX_2 = 0x94d049bb133111ebL;

  private final Validity usual;
  private final Validity atApex;
  private final long jitter;
  private final int apexLength;

  private SignaturePeriod(Validity usual, Validity atApex, Duration jitter, int apexLength) {
    this.usual = usual;
    this.atApex = atApex;
    // A signature lasts for a second at least.
    this.jitter = Math.min(jitter.toSeconds(), usual.length().toSeconds() - 1);
    this.apexLength = apexLength;
  }

  /** Returns the times of a key: its own if it has any, else those of the policy. */
  static SignaturePeriod of(PlannedKey key, SigningContext context) {
    SignaturePolicy policy = context.request().signaturePolicy();
    Validity usual = key.validity(context.validity());
    Instant apexExpiration = key.use().validity() == null ? policy.apexExpiration() : null;
    Validity atApex =
        apexExpiration == null ? usual : new Validity(usual.inception(), apexExpiration);
    return new SignaturePeriod(usual, atApex, policy.jitter(), context.zone().wireLength());
  }

  /** Returns when the signatures begin. */
  Serial inception() {
    return usual.inceptionSerial();
  }

  /** Returns when the signature of an RRset ends. */
  Serial expiration(OwnerWire owner, int type) {
    if (owner.length() == apexLength && isOfKeys(type)) {
      return atApex.expirationSerial();
    }
    if (jitter == 0 || (owner.length() == apexLength && type == SOA)) {
      return usual.expirationSerial();
    }
    long end = usual.expiration().getEpochSecond();
    return Serial.ofEpochSecond(end - Long.remainderUnsigned(hash(owner, type, end), jitter + 1));
  }

  private static boolean isOfKeys(int type) {
    return type == DNSKEY || type == CDS || type == CDNSKEY;
  }

  /** Draws a number that is the same for the same RRset and end, whichever thread asks. */
  private static long hash(OwnerWire owner, int type, long end) {
    long hash = FNV_OFFSET ^ end;
    for (int i = 0; i < owner.length(); i++) {
      byte octet = AsciiCase.lower(owner.octets()[owner.offset() + i]);
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    hash = (hash ^ type) * FNV_PRIME;
    hash = (hash ^ (hash >>> 30)) * MIX_1;
    hash = (hash ^ (hash >>> 27)) * MIX_2;
    return hash ^ (hash >>> 31);
  }
}
