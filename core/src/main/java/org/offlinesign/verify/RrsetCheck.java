package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.SignatureTime;
import org.offlinesign.record.Serial;
import org.offlinesign.zone.NodeRrset;

/**
 * Checks the signatures of one RRset that must be signed: {@link #verify} takes each of them,
 * {@link #end} says what is missing. For one thread.
 */
final class RrsetCheck {
  /**
   * How often a key of one algorithm may be tried in vain for one RRset: a zone can be made so that
   * this takes forever (CVE-2023-50387), and validators give up earlier.
   */
  private static final int MAX_FAILURES = 16;

  /**
   * How often a key of one algorithm may be tried for one RRset, which is hashed anew each time.
   */
  private static final int MAX_TRIES = 64;

  private static final int NO_ALGORITHM = -1;

  private final SignatureRules rules;
  private final KeyVerifiers verifiers;
  private final SignedRrset signed;
  private final NodeOutcome outcome;
  private final int labels;
  private final boolean keySet;

  /** The algorithms by which the RRset is validly signed. */
  private final BitSet valid = new BitSet();

  /** The algorithms of signatures that have been reported, and so are not missing. */
  private final BitSet reported = new BitSet();

  private final List<Untimely> untimely = new ArrayList<>(0);

  private final SignatureSpans spans = new SignatureSpans();

  /** For how many seconds from now the RRset is signed by all algorithms that must sign it. */
  private long signedFor = Long.MAX_VALUE;

  /** The algorithms of signatures that were not looked at, or not with every key. */
  private final BitSet passedOver = new BitSet();

  private int triedAlgorithm = NO_ALGORITHM;
  private int tries;
  private int failures;
  private int skipped;

  /** A signature that is valid at another time. */
  private record Untimely(Subject subject, int algorithm, FindingCode code, String message) {}

  RrsetCheck(
      SignatureRules rules, KeyVerifiers verifiers, SignedRrset signed, NodeOutcome outcome) {
    this.rules = rules;
    this.verifiers = verifiers;
    this.signed = signed;
    this.outcome = outcome;
    this.labels = signed.node().owner().rrsigLabels();
    this.keySet = signed.isKeySetOf(rules.zone());
    outcome.tally().rrset();
    if (signed.rrset().ttlsDiffer()) {
      add(
          FindingCode.RRSET_TTLS_DIFFER,
          signed.subject(),
          "expected one TTL in the RRset but found several");
    }
  }

  /** Checks the signature that a cursor is at. */
  void verify(RrsigCursor rrsig) {
    outcome.tally().signature();
    if (fits(rrsig)) {
      checkTtls(rrsig);
      verifyFitting(rrsig);
    }
  }

  private void verifyFitting(RrsigCursor rrsig) {
    // Signatures come ordered by algorithm, of which none may use up what another one needs.
    if (rrsig.algorithm() != triedAlgorithm) {
      triedAlgorithm = rrsig.algorithm();
      tries = 0;
      failures = 0;
    }
    if (failures >= MAX_FAILURES || tries >= MAX_TRIES) {
      skip(rrsig);
      return;
    }
    KeyVerifiers.Judgement judgement = verifiers.verify(signed, rrsig);
    tries += judgement.tried();
    failures += judgement.failures();
    if (judgement.signer() != null) {
      outcome.tally().valid(judgement.signer());
      if (keySet) {
        outcome.tally().validOfKeySet(judgement.signer());
      }
    }
    judge(rrsig, judgement);
  }

  private void skip(RrsigCursor rrsig) {
    skipped++;
    passedOver.set(rrsig.algorithm());
  }

  private boolean fits(RrsigCursor rrsig) {
    boolean fits = true;
    if (rrsig.labels() != labels) {
      fits = false;
      report(
          FindingCode.RRSIG_LABELS, rrsig, "expected " + labels + " but found " + rrsig.labels());
    }
    if (!rules.isBySigner(rrsig)) {
      fits = false;
      report(
          FindingCode.RRSIG_SIGNER,
          rrsig,
          "expected the signer " + rules.zone() + " but found " + rrsig.signer());
    }
    if (SignatureRules.isReversed(rrsig)) {
      fits = false;
      report(
          FindingCode.RRSIG_TIMES,
          rrsig,
          "the expiration "
              + time(rrsig.expiration())
              + " is before the inception "
              + time(rrsig.inception()));
    }
    return fits;
  }

  private void checkTtls(RrsigCursor rrsig) {
    NodeRrset rrset = signed.rrset();
    if (rrset.ttlsDiffer()) {
      return;
    }
    if (rrsig.ttl() != rrset.ttl()) {
      add(
          FindingCode.RRSIG_TTL,
          rrsig.subject(),
          "expected the TTL of the RRset, " + rrset.ttl() + ", but found " + rrsig.ttl());
    }
    checkOriginalTtl(rrsig, rrset.ttl());
  }

  private void checkOriginalTtl(RrsigCursor rrsig, int ttl) {
    if (rrsig.originalTtl() == ttl) {
      return;
    }
    String message =
        "expected the TTL of the RRset, "
            + ttl
            + ", as the original TTL but found "
            + rrsig.originalTtl();
    // RFC 4035 §5.3.3: a validator takes the lesser of the two, so a lower TTL than the original
    // harms nobody.
    boolean harmless = ttl < rrsig.originalTtl();
    add(
        harmless ? FindingCode.RRSIG_ORIGINAL_TTL_ABOVE : FindingCode.RRSIG_ORIGINAL_TTL,
        rrsig.subject(),
        message);
  }

  private void judge(RrsigCursor rrsig, KeyVerifiers.Judgement judgement) {
    switch (judgement.verdict()) {
      case VALID -> {
        if (verifiers.countsForItsAlgorithm(judgement.signer())) {
          acceptIfTimely(rrsig, judgement.signer());
        }
      }
      case UNSUPPORTED_ALGORITHM -> {
        outcome.tally().unverifiable();
        acceptUnverified(rrsig);
      }
      case INVALID ->
          report(
              FindingCode.RRSIG_INVALID,
              rrsig,
              "the signature of " + signed.type() + " by " + keyOf(rrsig) + " does not verify");
      case REVOKED_KEY ->
          report(
              FindingCode.RRSIG_KEY_REVOKED,
              rrsig,
              keyOf(rrsig) + " is revoked and must sign the DNSKEY RRset only");
      case NOT_A_ZONE_KEY ->
          report(FindingCode.RRSIG_KEY_NOT_ZONE, rrsig, keyOf(rrsig) + " is not a zone key");
      case UNKNOWN_KEY ->
          add(
              FindingCode.RRSIG_KEY_UNKNOWN,
              rrsig.subject(),
              keyOf(rrsig) + " is not in the DNSKEY RRset");
      // It proves the revocation, and nothing else.
      case VALID_REVOCATION -> {
        if (!rules.isExpired(rrsig) && !rules.isNotYetValid(rrsig)) {
          noteSigner(judgement.signer());
        }
      }
      case UNCHECKED -> skip(rrsig);
      // A DNSKEY finding tells of the key already.
      case UNUSABLE_KEY -> passedOver.set(rrsig.algorithm());
    }
  }

  /** Of an algorithm that others make up for, the times do not matter either. */
  private void acceptUnverified(RrsigCursor rrsig) {
    if (verifiers.requiredAlgorithms().contains(rrsig.algorithm())) {
      acceptIfTimely(rrsig, null);
    } else {
      valid.set(rrsig.algorithm());
    }
  }

  private void acceptIfTimely(RrsigCursor rrsig, @Nullable ApexKey signer) {
    if (rules.isTimed()) {
      spans.add(span(rrsig, verifiers.isAnchored(signer)));
    }
    if (rules.isExpired(rrsig)) {
      addUntimely(
          rrsig, FindingCode.RRSIG_EXPIRED, "the signature expired on " + time(rrsig.expiration()));
    } else if (rules.isNotYetValid(rrsig)) {
      addUntimely(
          rrsig,
          FindingCode.RRSIG_NOT_YET_VALID,
          "the signature begins only on " + time(rrsig.inception()));
    } else {
      valid.set(rrsig.algorithm());
      noteSigner(signer);
    }
  }

  private SignatureSpans.Span span(RrsigCursor rrsig, boolean anchored) {
    return new SignatureSpans.Span(
        new SignatureSpans.RrsigIdentity(rrsig.algorithm(), rrsig.keyTag(), rrsig.record()),
        anchored,
        rules.untilInception(rrsig),
        rules.untilExpiration(rrsig));
  }

  private void noteSigner(@Nullable ApexKey signer) {
    if (signer == null) {
      return;
    }
    if (keySet) {
      outcome.tally().timelyOfKeySet(signer);
    }
    if (verifiers.isAnchored(signer) && signed.isAtApexOf(rules.zone())) {
      outcome.tally().anchored(signed.rrset().type());
    }
  }

  private void addUntimely(RrsigCursor rrsig, FindingCode code, String message) {
    untimely.add(new Untimely(rrsig.subject(), rrsig.algorithm(), code, message));
  }

  /** Reports what can be said when all signatures are known. */
  void end() {
    for (Untimely signature : untimely) {
      boolean harmless = valid.get(signature.algorithm());
      reported.set(signature.algorithm());
      add(
          harmless ? FindingCode.RRSIG_STALE : signature.code(),
          signature.subject(),
          signature.message());
    }
    for (int algorithm : verifiers.requiredAlgorithms()) {
      if (!valid.get(algorithm) && !reported.get(algorithm)) {
        reportMissing(algorithm);
      }
      noteLifetime(spans.last(span -> span.isBy(algorithm)));
    }
    if (keySet) {
      noteLifetime(spans.last(SignatureSpans.Span::anchored));
    }
    reportLongTtl();
    reportSkipped();
  }

  private void reportMissing(int algorithm) {
    add(
        FindingCode.RRSIG_MISSING,
        signed.missingSignature(),
        "expected a valid signature of "
            + signed.type()
            + " by "
            + Algorithm.nameOf(algorithm)
            + " but found none"
            + (passedOver.get(algorithm) ? " among those that could be checked" : ""));
  }

  private void noteLifetime(SignatureSpans.@Nullable Span last) {
    if (last == null) {
      return;
    }
    signedFor = Math.min(signedFor, last.to());
    if (outcome.tally().wouldBeShortest(last.to())) {
      Subject subject = signed.signature(last.signature().record());
      outcome.tally().lifetime(new Lifetime(last.to(), signed.type(), last.signature(), subject));
    }
  }

  // RFC 6781 §4.4.1: what a cache keeps is to be valid for as long as it does.
  private void reportLongTtl() {
    if (signed.rrset().ttl() > signedFor) {
      add(
          FindingCode.TTL_LONG,
          signed.subject(),
          "the TTL " + signed.rrset().ttl() + " is longer than its signatures last, " + signedFor);
    }
  }

  private void reportSkipped() {
    if (skipped > 0) {
      add(
          FindingCode.RRSIG_UNCHECKED,
          signed.missingSignature(),
          skipped
              + " signatures were not looked at, or not with every key: keys of an algorithm are"
              + " tried at most "
              + MAX_TRIES
              + " times, "
              + MAX_FAILURES
              + " times in vain, and "
              + KeyVerifiers.MAX_KEYS_OF_A_TAG
              + " of one tag");
    }
  }

  private void report(FindingCode code, RrsigCursor rrsig, String message) {
    reported.set(rrsig.algorithm());
    add(code, rrsig.subject(), message);
  }

  private void add(FindingCode code, Subject subject, String message) {
    outcome.findings().add(code, subject, message);
  }

  private static String keyOf(RrsigCursor rrsig) {
    return "key " + new KeyId(rrsig.keyTag(), rrsig.algorithm());
  }

  private static String time(int seconds) {
    return SignatureTime.toString(new Serial(Integer.toUnsignedLong(seconds)));
  }
}
