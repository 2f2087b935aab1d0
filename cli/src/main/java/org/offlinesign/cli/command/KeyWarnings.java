package org.offlinesign.cli.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.Requirement;
import org.offlinesign.key.SharedTag;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeySource;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rdata.Dnskey;

/** What is to be said of a key that can be kept all the same. */
final class KeyWarnings {
  private KeyWarnings() {}

  /** Warns of a key that should not sign any more. */
  static void of(StoredKey key, Environment env) {
    Optional<ZoneKey> facts = key.facts();
    if (facts.isEmpty()) {
      return;
    }
    Algorithm algorithm = facts.get().algorithm();
    if (algorithm.signing().isAgainst()) {
      env.warn(
          algorithm.mnemonic()
              + (algorithm.signing() == Requirement.MUST_NOT
                  ? " must not be used for signing ("
                  : " is not recommended for signing (")
              + algorithm.citation()
              + "); rsasha256 and ecdsap256sha256 are recommended");
    }
    if (algorithm.keyLengths().isWeak(facts.get().bits())) {
      env.warn(
          "an RSA key of "
              + facts.get().bits()
              + " bits can be broken; take 2048 (RFC 6781 section 3.4.2)");
    }
  }

  /** Warns of a tag that another key of the zone has, of those that are kept. */
  static void ofTag(StoredKey key, KeySource store, Environment env) {
    Optional<Dnskey> dnskey = key.facts().map(ZoneKey::dnskey);
    if (dnskey.isEmpty()) {
      return;
    }
    for (StoredKey other : store.keys(key.facts().get().zone())) {
      other
          .facts()
          .flatMap(facts -> SharedTag.between(dnskey.get(), facts.dnskey()))
          .ifPresent(pair -> env.warn(pair.advice()));
    }
  }

  /** Warns of a name that another key has, because it alone will not select either. */
  static void ofName(@Nullable String name, KeySource store, Environment env) {
    if (name != null && store.hasKeyNamed(name)) {
      env.warn(
          "another key is called '" + name + "' too; to select one of them, add tag: or serial:");
    }
  }
}
