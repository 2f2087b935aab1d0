package org.offlinesign.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.offlinesign.rdata.Dnskey;

/**
 * Two keys of a zone whose signatures carry the same algorithm and key tag (RFC 4034 App. B), now
 * or when one of them is revoked.
 *
 * @param one the first of the keys
 * @param other the second
 */
public record SharedTag(Dnskey one, Dnskey other) {

  /** Returns all pairs among the keys of a zone. */
  public static List<SharedTag> among(List<Dnskey> keys) {
    List<SharedTag> found = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      for (Dnskey other : keys.subList(i + 1, keys.size())) {
        between(keys.get(i), other).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Returns two keys of a zone if they are such a pair; a key is none with its revoked form. */
  public static Optional<SharedTag> between(Dnskey one, Dnskey other) {
    boolean shared =
        one.algorithm() == other.algorithm()
            && !Arrays.equals(one.publicKey(), other.publicKey())
            && KeyGenerator.collides(one, List.of(other));
    return shared ? Optional.of(new SharedTag(one, other)) : Optional.empty();
  }

  /** Returns what it means, and what to do. */
  public String advice() {
    String keys =
        one.keyTag() == other.keyTag()
            ? "two keys of algorithm " + one.algorithm() + " have the key tag " + one.keyTag()
            : "the keys "
                + one.keyTag()
                + " and "
                + other.keyTag()
                + " of algorithm "
                + one.algorithm()
                + " have the same key tag once one of them is revoked";
    return keys
        + ": resolvers cannot tell which of them made a signature, have to try both, and may give"
        + " up; replace one with a key of `offlinesign genkey`, which takes a tag that is free";
  }
}
