package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Whose signatures the RRsets of the apex that KSKs sign will have: those of the keys that sign in
 * this run, and of published KSKs that are away but whose signatures of the input stay, because
 * nobody here could replace them.
 */
final class ApexSigners {
  private final KeyPlan plan;
  private final KeyPlan away;
  private final SignatureKeeper keeper;
  private final List<OldSignature> old;

  private ApexSigners(KeyPlan plan, KeyPlan away, SignatureKeeper keeper, List<OldSignature> old) {
    this.plan = plan;
    this.away = away;
    this.keeper = keeper;
    this.old = old;
  }

  /** What the apex of the signed zone will publish, and what signed it before. */
  record Apex(List<Dnskey> published, List<OldSignature> old) {}

  static ApexSigners of(SigningContext context, CryptoProviders providers, Apex apex)
      throws KeyPlanException {
    List<KeyUse> uses = new ArrayList<>();
    for (Dnskey dnskey : apex.published()) {
      if (dnskey.isZoneKey() && dnskey.isSep() && !signsNow(context.plan(), dnskey)) {
        usable(dnskey, context, providers).ifPresent(key -> uses.add(KeyUse.published(key)));
      }
    }
    KeyPlan away = KeyPlan.publishing(context.zone(), uses);
    SignatureKeeper keeper = SignatureKeeper.ofAway(context, providers, away);
    return new ApexSigners(context.plan(), away, keeper, apex.old());
  }

  private static Optional<ZoneKey> usable(
      Dnskey dnskey, SigningContext context, CryptoProviders providers) {
    try {
      SignatureVerifier.of(dnskey, providers);
      return Optional.of(ZoneKey.of(context.zone(), dnskey));
    } catch (UnusableKeyException e) {
      // What cannot be verified here cannot be known to be right: such signatures go.
      return Optional.empty();
    }
  }

  private static boolean signsNow(KeyPlan plan, Dnskey dnskey) {
    return plan.keys().stream()
        .anyMatch(key -> key.signingKey() != null && key.dnskey().equals(dnskey));
  }

  /** Returns the keys with a signature over the RRset of a type as it stands at the new apex. */
  List<ZoneKey> keys(OwnerNode apex, RecordType type) {
    return Stream.concat(
            plan.signersAtApex(type.code()).stream(),
            away.keys().stream().filter(key -> find(key, apex, apex.rrset(type)) != null))
        .map(PlannedKey::key)
        .toList();
  }

  /** Returns the old signatures at the new apex, those of keys that are away picked already. */
  List<OldSignature> picked(OwnerNode apex) {
    List<OldSignature> signatures = new ArrayList<>(old);
    for (NodeRrset rrset : apex.rrsets()) {
      for (PlannedKey key : away.keys()) {
        OldSignature found = find(key, apex, rrset);
        if (found != null) {
          signatures.add(found.pick());
        }
      }
    }
    return signatures;
  }

  /** Returns the published KSKs that do not sign in this run. */
  List<PlannedKey> away() {
    return away.keys();
  }

  /** Returns the signatures of the input that may stay and are of a key, going by its key tag. */
  List<OldSignature> former(PlannedKey key, RecordType type) {
    return old.stream()
        .filter(
            signature ->
                mayStay(key, type.code())
                    && signature.typeCovered() == type.code()
                    && signature.algorithm() == key.dnskey().algorithm()
                    && signature.keyTag() == key.key().keyTag())
        .toList();
  }

  /** Returns the signature of a key that is away that stays; null if there is none. */
  @Nullable OldSignature find(PlannedKey key, OwnerNode apex, @Nullable NodeRrset rrset) {
    if (rrset == null || !mayStay(key, rrset.type())) {
      return null;
    }
    return keeper.find(key, OwnerWire.of(apex), rrset, old);
  }

  private static boolean mayStay(PlannedKey key, int type) {
    // RFC 5011 §2.1: a revoked key proves its own revocation and nothing else.
    return key.dnskey().isRevoked()
        ? type == RecordType.DNSKEY.code()
        : PlannedKey.isSignedByKsk(type);
  }
}
