package org.offlinesign.verify;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;

/** Verifies signatures with the keys of a zone. For one thread; holds the largest RRset seen. */
final class KeyVerifiers {
  /**
   * How many keys of one tag and algorithm are tried; more of them are made only to waste the time
   * of those who verify (CVE-2023-50387).
   */
  static final int MAX_KEYS_OF_A_TAG = 4;

  private final ZoneKeys keys;
  private final KnownSignatures known;
  private final DataChecks checks;
  private final ForeseenSignatures foreseen;

  KeyVerifiers(ZoneKeys keys, CryptoProviders crypto, KnownSignatures known) {
    this.keys = keys;
    this.known = known;
    this.checks = new DataChecks(keys, crypto);
    this.foreseen = new ForeseenSignatures(keys, checks);
  }

  /**
   * What became of a signature.
   *
   * @param signer the key by which it is valid
   * @param tried with how many keys
   * @param failures how many keys were tried in vain
   */
  record Judgement(KeyVerdict verdict, @Nullable ApexKey signer, int tried, int failures) {}

  /** Verifies the signature that a cursor is at. */
  Judgement verify(SignedRrset signed, RrsigCursor rrsig) {
    NodeRrset rrset = signed.rrset();
    KeyVerdict verdict = KeyVerdict.UNKNOWN_KEY;
    ApexKey signer = null;
    int tried = 0;
    int failures = 0;
    for (ApexKey key : keys.signers()) {
      if (verdict == KeyVerdict.VALID) {
        break;
      }
      if (key.isNamedBy(rrsig.keyTag(), rrsig.algorithm())) {
        KeyVerdict byKey =
            tried++ < MAX_KEYS_OF_A_TAG
                ? verdict(key, rrset, () -> isRight(signed, rrsig, key))
                : KeyVerdict.UNCHECKED;
        if (byKey.compareTo(KeyVerdict.VALID_REVOCATION) >= 0) {
          signer = key;
        }
        failures += byKey == KeyVerdict.INVALID ? 1 : 0;
        verdict = verdict.or(byKey);
      }
    }
    return new Judgement(verdict, signer, Math.min(tried, MAX_KEYS_OF_A_TAG), failures);
  }

  /** Says whether trust enters the zone by a key. */
  boolean isAnchored(@Nullable ApexKey key) {
    return key != null && keys.isAnchored(key);
  }

  /** Says whether a valid signature by a key counts as one by its algorithm. */
  boolean countsForItsAlgorithm(@Nullable ApexKey signer) {
    return signer == null || keys.countsForItsAlgorithm(signer);
  }

  /** Returns the algorithms that must sign each RRset. */
  List<Integer> requiredAlgorithms() {
    return keys.requiredAlgorithms();
  }

  /** Turns to a name, of which a file may say something whose signatures are known. */
  void turnTo(NodeUnit unit) {
    known.turnTo(unit.node(), unit.former());
    foreseen.turnTo(unit.node());
  }

  /** Checks at once what can be said of the signatures at names that come next. */
  void foresee(List<NodeUnit> units) {
    foreseen.check(units);
  }

  private boolean isRight(SignedRrset signed, RrsigCursor rrsig, ApexKey key) {
    return foreseen.contains(rrsig, key)
        || known.contains(signed, rrsig, key)
        || checks.verify(signed, rrsig, key);
  }

  private KeyVerdict verdict(ApexKey key, NodeRrset rrset, BooleanSupplier right) {
    if (!key.maySign()) {
      return KeyVerdict.NOT_A_ZONE_KEY;
    }
    // RFC 5011 §2.1: a revoked key has nothing to sign but the RRset that tells of it.
    if (key.dnskey().isRevoked() && rrset.type() != RecordType.DNSKEY.code()) {
      return KeyVerdict.REVOKED_KEY;
    }
    return switch (key.usability()) {
      case UNSUPPORTED -> KeyVerdict.UNSUPPORTED_ALGORITHM;
      case MALFORMED -> KeyVerdict.UNUSABLE_KEY;
      case USABLE -> verdict(key, right.getAsBoolean());
    };
  }

  private static KeyVerdict verdict(ApexKey key, boolean right) {
    if (!right) {
      return KeyVerdict.INVALID;
    }
    return key.isTrusted() ? KeyVerdict.VALID : KeyVerdict.VALID_REVOCATION;
  }
}
