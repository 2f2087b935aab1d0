package org.offlinesign.sign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyId;
import org.offlinesign.key.SigningException;
import org.offlinesign.record.Serial;
import org.offlinesign.seal.FormerName;
import org.offlinesign.seal.FormerSignature;
import org.offlinesign.seal.RrsetText;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;

/** Puts behind RRsets the signatures that they are to have. For one thread. */
final class SignatureWriter {
  private static final int EXPIRATION_AT = 8;

  private final SigningContext context;
  private final CryptoProviders providers;
  private final BlockText text;
  private final SignatureKeeper keeper;
  private final WireWriter kept = new WireWriter(0);
  private @Nullable List<RrsetSigner> signers;
  private OldSignatures old = OldSignatures.NONE;
  private SignatureCounts counts;

  SignatureWriter(SigningContext context, CryptoProviders providers, BlockText text) {
    this.context = context;
    this.providers = providers;
    this.text = text;
    this.keeper = SignatureKeeper.ofSigners(context, providers);
    this.counts = newCounts();
  }

  private SignatureCounts newCounts() {
    return new SignatureCounts(context.plan().keys().size());
  }

  /** Begins to count anew, and returns what was counted so far. */
  SignatureCounts takeCounts() {
    SignatureCounts taken = counts;
    counts = newCounts();
    return taken;
  }

  /** Turns to a name, which had some signatures that may stay. */
  void begin(OldSignatures signatures) {
    old = signatures;
  }

  /**
   * Writes the signatures of an RRset at a name of some kind.
   *
   * @param printed the RRset's text
   */
  void sign(OwnerWire owner, NodeKind kind, NodeRrset rrset, RrsetText printed)
      throws SignatureFailureException {
    for (RrsetSigner signer : signers()) {
      PlannedKey key = signer.key();
      boolean signs = kind == NodeKind.APEX ? key.signsAtApex(rrset.type()) : key.signsEverything();
      if (signs) {
        FormerSignature known = known(key, printed);
        if (known == null) {
          write(owner, rrset, signature(signer, owner, rrset));
        } else {
          write(known);
        }
      }
    }
    for (OldSignature signature : old.unchecked()) {
      if (signature.isPicked() && signature.typeCovered() == rrset.type()) {
        write(owner, rrset, keep(signature));
      }
    }
  }

  /** Returns the signature of the previous output that may stay; null if there is none. */
  private @Nullable FormerSignature known(PlannedKey key, RrsetText printed) {
    FormerName former = old.former();
    if (former == null) {
      return null;
    }
    FormerSignature found = former.signature(printed, KeyId.of(key.key()));
    return found != null && context.previous().mayStay(found, key) ? found : null;
  }

  private void write(FormerSignature signature) {
    text.addSignature(signature);
    counts.addKept();
    counts.addLife(signature.expiration().secondsAfter(context.now()));
  }

  private WireWriter signature(RrsetSigner signer, OwnerWire owner, NodeRrset rrset)
      throws SignatureFailureException {
    OldSignature found = keeper.find(signer.key(), owner, rrset, old.unchecked());
    if (found == null) {
      counts.addMade(signer.key());
      return signer.sign(owner, rrset);
    }
    return keep(found);
  }

  private WireWriter keep(OldSignature signature) {
    counts.addKept();
    kept.clear();
    signature.writeTo(kept);
    return kept;
  }

  private void write(OwnerWire owner, NodeRrset rrset, WireWriter rrsig) {
    text.addSignature(owner, rrset, rrsig);
    counts.addLife(secondsLeft(rrsig.array()));
  }

  private int secondsLeft(byte[] rrsig) {
    int expiration = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      expiration = expiration << Byte.SIZE | (rrsig[EXPIRATION_AT + i] & 0xff);
    }
    return new Serial(Integer.toUnsignedLong(expiration)).secondsAfter(context.now());
  }

  private List<RrsetSigner> signers() throws SignatureFailureException {
    if (signers == null) {
      try {
        signers = RrsetSigner.of(context, providers);
      } catch (SigningException e) {
        throw new SignatureFailureException(e);
      }
    }
    return signers;
  }
}
