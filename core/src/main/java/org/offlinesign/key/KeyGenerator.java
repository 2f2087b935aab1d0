package org.offlinesign.key;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * Makes new keys whose tags cannot be taken for those of other keys of their zone.
 *
 * <p>The tag of a key that is revoked counts too, for the new key as for the present ones: a
 * revoked key is another record with another tag (RFC 5011 §2.1).
 */
public final class KeyGenerator {
  // Were a tag in two taken, the chance to fail as often would still be below 2^-100.
  private static final int MAX_ATTEMPTS = 100;

  private final CryptoProviders providers;

  /** Creates a generator that takes keys and randomness from some providers. */
  public KeyGenerator(CryptoProviders providers) {
    this.providers = providers;
  }

  /** Returns a new key. It has neither a friendly name nor timing yet. */
  public SigningKey generate(DnsName zone, KeySpec spec, Collection<Dnskey> present) {
    return generate(zone, spec, present, () -> PrivateHalf.held(providers.generate(spec)));
  }

  /** Makes another key each time. */
  @FunctionalInterface
  public interface Source<X extends Exception> {
    /** Returns the private half of a new key. */
    PrivateHalf next() throws X;
  }

  /** Returns a new key that someone else makes. */
  public static <X extends Exception> SigningKey generate(
      DnsName zone, KeySpec spec, Collection<Dnskey> present, Source<X> source) throws X {
    Set<Integer> taken = tagsOf(present);
    KeyParameters parameters = new KeyParameters(spec.algorithm(), spec.role().flags(), zone);
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        SigningKey key = SigningKey.of(parameters, source.next());
        if (isFree(key.facts().dnskey(), taken)) {
          return key;
        }
      } catch (UnusableKeyException e) {
        throw new AssertionError("a provider made an unusable key", e);
      }
    }
    throw new IllegalStateException(
        MAX_ATTEMPTS + " new keys for " + zone + " all had tags that are taken");
  }

  /** Says whether a key's tag, or its tag when revoked, equals one of another key. */
  public static boolean collides(Dnskey key, Collection<Dnskey> present) {
    return !isFree(key, tagsOf(present));
  }

  private static boolean isFree(Dnskey key, Set<Integer> taken) {
    return !taken.contains(key.keyTag()) && !taken.contains(key.revokedKeyTag());
  }

  private static Set<Integer> tagsOf(Collection<Dnskey> keys) {
    Set<Integer> tags = new HashSet<>();
    for (Dnskey key : keys) {
      tags.add(key.keyTag());
      tags.add(key.revokedKeyTag());
    }
    return tags;
  }
}
