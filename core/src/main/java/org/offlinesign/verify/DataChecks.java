package org.offlinesign.verify;

import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SignatureBatch;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SignedData;

/**
 * Checks whether a signature is one of the octets that it covers, whatever its fields say. For one
 * thread; holds the largest RRset seen.
 */
final class DataChecks {
  private final CryptoProviders crypto;
  private final @Nullable SignatureVerifier[] verifiers;
  private final SignedData data = new SignedData();
  private byte[] signature = {};

  DataChecks(ZoneKeys keys, CryptoProviders crypto) {
    this.crypto = crypto;
    this.verifiers = new SignatureVerifier[keys.signers().size()];
  }

  /** Turns to the signature that a cursor is at. */
  void turnTo(SignedRrset signed, RrsigCursor rrsig) {
    OwnerNode node = signed.node();
    rrsig.writeSignedPartTo(data.begin());
    data.add(
        node.octets(), node.ownerOffset(), node.ownerLength(), signed.rrset(), rrsig.originalTtl());
    signature = rrsig.signature();
  }

  /** Says whether a key made the signature. */
  boolean verify(ApexKey key) {
    return verifier(key).verify(data.octets(), 0, data.length(), signature);
  }

  /** Says whether signatures of a key are better checked side by side. */
  boolean isForBatch(ApexKey key) {
    return verifier(key).isForBatch();
  }

  /** Adds the signature to those that are checked side by side, if that can be done. */
  boolean addTo(SignatureBatch batch, ApexKey key) {
    return batch.add(verifier(key), data.octets(), 0, data.length(), signature);
  }

  private SignatureVerifier verifier(ApexKey key) {
    SignatureVerifier verifier = verifiers[key.index()];
    if (verifier == null) {
      try {
        verifier = SignatureVerifier.of(key.dnskey(), crypto);
      } catch (UnusableKeyException e) {
        throw new AssertionError("the key has been tried before", e);
      }
      verifiers[key.index()] = verifier;
    }
    return verifier;
  }
}
