package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.seal.DistinctSigners;

/**
 * Who signs what.
 *
 * <p>Keys are ordered by algorithm, key tag and public key, so that the order of options makes no
 * difference to the signed zone. A key that is named more than once counts once, with the wider of
 * its scopes. Immutable.
 */
final class KeyPlan {
  private final List<PlannedKey> keys;

  private KeyPlan(List<PlannedKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Returns the plan for signing a zone, or refuses keys that cannot do it. */
  static KeyPlan of(DnsName zone, List<KeyUse> uses) throws KeyPlanException {
    KeyPlan plan = publishing(zone, uses);
    plan.refuseWithoutSigner(zone);
    return plan;
  }

  /** Returns a plan in which no key needs to sign, or refuses keys that are of another zone. */
  static KeyPlan publishing(DnsName zone, List<KeyUse> uses) throws KeyPlanException {
    Map<Dnskey, KeyUse> distinct = new LinkedHashMap<>();
    for (KeyUse use : uses) {
      refuseForeign(zone, use.key());
      refuseContradiction(use, distinct.getOrDefault(use.key().dnskey(), use));
      distinct.merge(use.key().dnskey(), use, KeyPlan::wider);
    }
    List<KeyUse> ordered = new ArrayList<>(distinct.values());
    ordered.sort(
        Comparator.comparing(
                (KeyUse use) -> use.key().dnskey(), Comparator.comparingInt(Dnskey::algorithm))
            .thenComparing(use -> use.key().keyTag())
            .thenComparing(use -> use.key().dnskey().toRdata()));
    List<PlannedKey> keys = new ArrayList<>();
    for (KeyUse use : ordered) {
      keys.add(new PlannedKey(keys.size(), use));
    }
    return new KeyPlan(keys);
  }

  private static void refuseForeign(DnsName zone, ZoneKey key) throws KeyPlanException {
    if (!key.zone().equals(zone)) {
      throw new KeyPlanException(
          "the key " + key + " belongs to " + key.zone() + " and cannot sign " + zone,
          "name keys of "
              + zone
              + " with --signkey (/SignKey), or the zone "
              + key.zone()
              + " with --zone (/Zone)");
    }
  }

  private static void refuseContradiction(KeyUse one, KeyUse other) throws KeyPlanException {
    if (one.scope().isPublished() != other.scope().isPublished()) {
      throw new KeyPlanException(
          "the key " + one.key() + " is to be in the zone and is not",
          "name it with --signkey-unpublished alone, or not with that");
    }
  }

  private static KeyUse wider(KeyUse a, KeyUse b) {
    return width(a.scope()) >= width(b.scope()) ? a : b;
  }

  private static int width(SigningScope scope) {
    return switch (scope) {
      case PUBLISH_ONLY -> 0;
      case DNSKEY_ONLY -> 1;
      case BY_ROLE -> 2;
      case ALL_RRSETS -> 3;
      // Compared with one another only.
      case UNPUBLISHED -> 4;
      case UNPUBLISHED_ALL_RRSETS -> 5;
    };
  }

  private void refuseWithoutSigner(DnsName zone) throws KeyPlanException {
    if (keys.stream().allMatch(key -> key.signingKey() == null)) {
      throw new KeyPlanException(
          "no key signs " + zone, "name at least one with --signkey (/SignKey)");
    }
  }

  /** Returns when the signatures that expire first are valid. */
  Validity firstToExpire(Validity usual) {
    return keys.stream()
        .filter(key -> key.signingKey() != null)
        .map(key -> key.validity(usual))
        .min(Comparator.comparing(Validity::expiration))
        .orElse(usual);
  }

  /** Returns all keys, those that are only published included. */
  List<PlannedKey> keys() {
    return keys;
  }

  /** Returns the key that seals what the program writes: the first that signs everything. */
  Optional<SigningKey> sealer() {
    return keys.stream()
        .filter(PlannedKey::signsEverything)
        .map(PlannedKey::signingKey)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /**
   * Says whether each signature tells which key made it, if signers that the zone does not publish
   * are counted too.
   *
   * @param published the DNSKEY RRset
   */
  boolean tellsSignersApart(List<Dnskey> published) {
    DistinctSigners all = new DistinctSigners();
    published.forEach(all::add);
    List<Dnskey> unpublished =
        keys.stream()
            .filter(key -> key.signingKey() != null)
            .map(PlannedKey::dnskey)
            .filter(key -> !published.contains(key))
            .toList();
    unpublished.forEach(all::add);
    return unpublished.stream().allMatch(all::tellApart);
  }

  /** Returns the keys that sign RRsets of a type at the apex. */
  List<PlannedKey> signersAtApex(int type) {
    return keys.stream().filter(key -> key.signsAtApex(type)).toList();
  }
}
