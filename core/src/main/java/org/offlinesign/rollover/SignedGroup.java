package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.offlinesign.key.KeyId;

/**
 * RRsets of a zone, the DNSKEY RRset apart, that are signed by the same keys.
 *
 * @param signatures for each key one, or two where the signatures of the group differ in their
 *     times: the one that expires first and the one that expires last, both with the latest
 *     inception; empty for what is not signed
 * @param largestTtl the largest TTL of the group
 * @param example an RRset of it, for messages: {@code www.example.com. A}
 */
public record SignedGroup(List<SignatureSpan> signatures, Duration largestTtl, String example) {
  /** Copies the list. */
  public SignedGroup {
    signatures = List.copyOf(signatures);
  }

  /** Returns the keys that sign the group, whether or not the signatures are in force. */
  Set<KeyId> signers() {
    return signersWhere(span -> true);
  }

  /** Returns the keys of which each RRset of the group has a signature in force. */
  Set<KeyId> signersOfAll(Instant at) {
    Set<KeyId> signers = signers();
    signers.removeAll(signersWhere(span -> !span.isInForceAt(at)));
    return signers;
  }

  /** Returns the keys of which some RRset of the group has a signature in force. */
  Set<KeyId> signersOfSome(Instant at) {
    return signersWhere(span -> span.isInForceAt(at));
  }

  private Set<KeyId> signersWhere(Predicate<SignatureSpan> kind) {
    return signatures.stream()
        .filter(kind)
        .map(SignatureSpan::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
