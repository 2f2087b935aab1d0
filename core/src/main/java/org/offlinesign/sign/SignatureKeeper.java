package org.offlinesign.sign;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.SignedData;

/**
 * Finds the signatures of the input that are as good as new ones: of the same key, over the RRset
 * as it is now with its TTL, valid for long enough. For one thread; holds the largest RRset seen.
 */
final class SignatureKeeper {
  private final SigningContext context;
  private final CryptoProviders providers;
  private final Duration least;
  private final byte[] zone;
  private final SignedData data = new SignedData();
  private final @Nullable SignatureVerifier[] verifiers;

  private SignatureKeeper(
      SigningContext context, CryptoProviders providers, KeyPlan plan, Duration least) {
    this.context = context;
    this.providers = providers;
    this.least = least;
    this.zone = context.zone().lowerCase().toWire();
    this.verifiers = new SignatureVerifier[plan.keys().size()];
  }

  /** Returns what finds signatures of the keys that sign in this run. */
  static SignatureKeeper ofSigners(SigningContext context, CryptoProviders providers) {
    return new SignatureKeeper(context, providers, context.plan(), context.leastLife());
  }

  /** Returns what finds signatures of keys that are away: those that are valid now. */
  static SignatureKeeper ofAway(SigningContext context, CryptoProviders providers, KeyPlan away) {
    return new SignatureKeeper(context, providers, away, Duration.ZERO);
  }

  /** Returns the signature that may stay in the place of a new one; null if there is none. */
  @Nullable OldSignature find(
      PlannedKey key, OwnerWire owner, NodeRrset rrset, List<OldSignature> old) {
    if (old.isEmpty()) {
      return null;
    }
    return old.stream()
        .filter(signature -> fits(signature, key, owner, rrset) && isLastingEnough(signature))
        .sorted(Comparator.comparingInt(this::secondsLeft).reversed())
        .filter(signature -> isValid(signature, key, owner, rrset))
        .findFirst()
        .orElse(null);
  }

  private int secondsLeft(OldSignature signature) {
    return signature.secondsLeft(context.now());
  }

  private boolean isLastingEnough(OldSignature signature) {
    return signature.hasBegun(context.now()) && secondsLeft(signature) > least.toSeconds();
  }

  private boolean fits(OldSignature signature, PlannedKey key, OwnerWire owner, NodeRrset rrset) {
    return signature.typeCovered() == rrset.type()
        && signature.algorithm() == key.dnskey().algorithm()
        && signature.keyTag() == key.key().keyTag()
        && signature.labels() == owner.rrsigLabels()
        // RFC 4034 §3.1.4: the TTL is signed, too.
        && signature.originalTtl() == rrset.ttl()
        && signature.isBy(zone);
  }

  private boolean isValid(
      OldSignature signature, PlannedKey key, OwnerWire owner, NodeRrset rrset) {
    signature.writeSignedPartTo(data.begin(), zone.length);
    data.add(owner.octets(), owner.offset(), owner.length(), rrset, rrset.ttl());
    return verifier(key)
        .verifyToKeep(data.octets(), 0, data.length(), signature.signature(zone.length));
  }

  private SignatureVerifier verifier(PlannedKey key) {
    SignatureVerifier verifier = verifiers[key.index()];
    if (verifier == null) {
      try {
        verifier = SignatureVerifier.of(key.dnskey(), providers);
      } catch (UnusableKeyException e) {
        throw new AssertionError("a key of a plan can verify what it signed", e);
      }
      verifiers[key.index()] = verifier;
    }
    return verifier;
  }
}
