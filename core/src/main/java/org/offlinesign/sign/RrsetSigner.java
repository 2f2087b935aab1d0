package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.Signer;
import org.offlinesign.key.SigningException;
import org.offlinesign.name.DnsName;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.SignedData;

/** Makes the RRSIG records of RRsets with one key. For one thread; holds the largest RRset seen. */
final class RrsetSigner {
  private final PlannedKey key;
  private final Signer signer;
  private final SignaturePeriod period;
  private final byte[] zone;
  private final SignedData data = new SignedData();
  private final WireWriter rrsig = new WireWriter(600);

  private RrsetSigner(PlannedKey key, Signer signer, SigningContext context) {
    this.key = key;
    this.signer = signer;
    this.period = SignaturePeriod.of(key, context);
    // RFC 4034 §3.1.8.1: the signer's name is signed, and written, in lower case.
    DnsName signerName = context.zone().lowerCase();
    this.zone = signerName.toWire();
  }

  /** Returns one signer for each key of a plan that signs. */
  static List<RrsetSigner> of(SigningContext context, CryptoProviders providers)
      throws SigningException {
    List<RrsetSigner> signers = new ArrayList<>();
    for (PlannedKey key : context.plan().keys()) {
      if (key.signingKey() != null) {
        signers.add(new RrsetSigner(key, key.signingKey().newSigner(providers), context));
      }
    }
    return signers;
  }

  /** Returns the key that signs. */
  PlannedKey key() {
    return key;
  }

  /** Returns the RDATA of the RRSIG record of an RRset, valid until the next call. */
  WireWriter sign(OwnerWire owner, NodeRrset rrset) throws SignatureFailureException {
    rrsig.clear();
    rrsig.u16(rrset.type()).u8(key.dnskey().algorithm()).u8(owner.rrsigLabels());
    rrsig.u32(rrset.ttl());
    rrsig.u32(period.expiration(owner, rrset.type()).value()).u32(period.inception().value());
    rrsig.u16(key.key().keyTag()).bytes(zone);
    data.begin().bytes(rrsig);
    data.add(owner.octets(), owner.offset(), owner.length(), rrset, rrset.ttl());
    try {
      return rrsig.bytes(signer.sign(data.octets(), 0, data.length()));
    } catch (SigningException e) {
      throw new SignatureFailureException(e);
    }
  }
}
