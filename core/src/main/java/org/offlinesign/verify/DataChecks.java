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

  DataChecks(ZoneKeys keys, CryptoProviders crypto) {
    this.crypto = crypto;
    this.verifiers = new SignatureVerifier[keys.signers().size()];
  }

  /** Says whether a key made the signature that a cursor is at. */
  boolean verify(SignedRrset signed, RrsigCursor rrsig, ApexKey key) {
    write(signed, rrsig);
    return verifier(key).verify(data.octets(), 0, data.length(), rrsig.signature());
  }

  /** Notes a signature of a key to come, and says whether it is better checked beside others. */
  boolean foresee(ApexKey key) {
    return verifier(key).foresee();
  }

  /** Adds the signature that a cursor is at to a batch, if that can be done. */
  boolean addTo(SignatureBatch batch, SignedRrset signed, RrsigCursor rrsig, ApexKey key) {
    write(signed, rrsig);
    return batch.add(verifier(key), data.octets(), 0, data.length(), rrsig.signature());
  }

  private void write(SignedRrset signed, RrsigCursor rrsig) {
    OwnerNode node = signed.node();
    rrsig.writeSignedPartTo(data.begin());
    data.add(
        node.octets(), node.ownerOffset(), node.ownerLength(), signed.rrset(), rrsig.originalTtl());
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
