package org.offlinesign.delegation;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.Serial;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.SignedData;

/**
 * Finds out which of some keys have signed an RRset, in signatures that are valid at an instant
 * (RFC 4035 §5.3). Not thread safe.
 */
final class SignatureTrial {
  /**
   * How many signatures of an RRset, and keys of one tag, are tried; more of them are made only to
   * waste the time of those who verify (CVE-2023-50387).
   */
  private static final int MAX_SIGNATURES = 64;

  private static final int MAX_KEYS_OF_A_TAG = 8;

  private final CryptoProviders providers;
  private final Instant time;
  private final Serial now;
  private final @Nullable Instant signedSince;
  private final @Nullable Serial bound;
  private final SignedData data = new SignedData();

  /**
   * Creates a trial.
   *
   * @param signedSince signatures that begin before it do not count; null if all do
   */
  SignatureTrial(CryptoProviders providers, Instant now, @Nullable Instant signedSince) {
    this.providers = providers;
    this.time = now;
    this.now = Serial.ofEpochSecond(now.getEpochSecond());
    this.signedSince = signedSince;
    this.bound = signedSince == null ? null : Serial.ofEpochSecond(signedSince.getEpochSecond());
  }

  /** Returns a trial to which signatures that begin before some instant do not count either. */
  SignatureTrial notBefore(Instant since) {
    return signedSince != null && signedSince.isAfter(since)
        ? this
        : new SignatureTrial(providers, time, since);
  }

  /** Returns the instant that a serial stands for, within 68 years of now (RFC 4034 §3.1.5). */
  Instant instant(Serial serial) {
    return Instant.ofEpochSecond(time.getEpochSecond() + serial.secondsAfter(time));
  }

  /** What came closest to a valid signature, from the farthest to the nearest. */
  enum Shortfall {
    UNSIGNED("it is not signed"),
    BY_OTHERS("it is signed by none of the keys that count"),
    UNUSABLE("the keys are of an algorithm that is not known here, or malformed"),
    REPLAYED(
        "its signatures are older than those that were accepted before, or as old and for other keys"),
    EXPIRED("its signatures have expired"),
    NOT_YET_VALID("its signatures are not valid yet"),
    WRONG("its signatures do not fit it");

    private final String words;

    Shortfall(String words) {
      this.words = words;
    }

    /** Returns what follows the name of the RRset and a colon. */
    String words() {
      return words;
    }
  }

  /**
   * What came out.
   *
   * @param signers the keys that have a valid signature
   * @param oldest the earliest beginning of these signatures; null if there are none
   * @param shortfall why there are none; says nothing where there are
   */
  record Verdict(Set<Dnskey> signers, @Nullable Serial oldest, Shortfall shortfall) {
    boolean isSigned() {
      return !signers.isEmpty();
    }
  }

  /** Tries the signatures of an RRset with some keys. */
  Verdict of(SignedRecords records, Collection<Dnskey> keys) {
    Set<Dnskey> signers = new LinkedHashSet<>();
    Serial oldest = null;
    Shortfall shortfall = Shortfall.UNSIGNED;
    List<Rrsig> tried = records.signatures().stream().limit(MAX_SIGNATURES).toList();
    for (Rrsig rrsig : tried) {
      Attempt attempt = attempt(records, rrsig, keys);
      if (attempt.shortfall().compareTo(shortfall) > 0) {
        shortfall = attempt.shortfall();
      }
      if (attempt.signer().isPresent()) {
        signers.add(attempt.signer().get());
        oldest = oldest == null || oldest.isAfter(rrsig.inception()) ? rrsig.inception() : oldest;
      }
    }
    return new Verdict(signers, oldest, shortfall);
  }

  private record Attempt(Optional<Dnskey> signer, Shortfall shortfall) {
    static Attempt failed(Shortfall shortfall) {
      return new Attempt(Optional.empty(), shortfall);
    }
  }

  private Attempt attempt(SignedRecords records, Rrsig rrsig, Collection<Dnskey> keys) {
    List<Dnskey> named =
        keys.stream()
            .filter(key -> key.algorithm() == rrsig.algorithm() && key.keyTag() == rrsig.keyTag())
            .limit(MAX_KEYS_OF_A_TAG)
            .toList();
    if (named.isEmpty()) {
      return Attempt.failed(Shortfall.BY_OTHERS);
    }
    if (bound != null && bound.isAfter(rrsig.inception())) {
      return Attempt.failed(Shortfall.REPLAYED);
    }
    if (now.isAfter(rrsig.expiration())) {
      return Attempt.failed(Shortfall.EXPIRED);
    }
    if (rrsig.inception().isAfter(now)) {
      return Attempt.failed(Shortfall.NOT_YET_VALID);
    }
    return isOf(records, rrsig) ? verify(records, rrsig, named) : Attempt.failed(Shortfall.WRONG);
  }

  /** RFC 4035 §5.3.1: the signer is the zone, and a name at its apex is no wildcard's. */
  private static boolean isOf(SignedRecords records, Rrsig rrsig) {
    return rrsig.signer().equals(records.owner())
        && rrsig.labels() == records.owner().rrsigLabels();
  }

  private Attempt verify(SignedRecords records, Rrsig rrsig, List<Dnskey> named) {
    write(records, rrsig);
    Attempt best = Attempt.failed(Shortfall.UNUSABLE);
    for (Dnskey key : named) {
      Attempt attempt = verify(rrsig, key);
      if (attempt.signer().isPresent()) {
        return attempt;
      }
      best = attempt.shortfall().compareTo(best.shortfall()) > 0 ? attempt : best;
    }
    return best;
  }

  private Attempt verify(Rrsig rrsig, Dnskey key) {
    try {
      SignatureVerifier verifier = SignatureVerifier.of(key, providers);
      boolean valid = verifier.verify(data.octets(), 0, data.length(), rrsig.signature());
      return valid
          ? new Attempt(Optional.of(key), Shortfall.UNSIGNED)
          : Attempt.failed(Shortfall.WRONG);
    } catch (UnusableKeyException e) {
      return Attempt.failed(Shortfall.UNUSABLE);
    }
  }

  private void write(SignedRecords records, Rrsig rrsig) {
    WireWriter signedPart = data.begin();
    rrsig.writeSignedPartTo(signedPart);
    byte[] owner = records.owner().toWire();
    data.add(owner, 0, owner.length, records.rrset(), rrsig.originalTtl().seconds());
  }
}
