package org.offlinesign.census;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;

/**
 * What a zone is made of.
 *
 * @param serial that of the SOA record; empty without one
 * @param types the types that there are, the one with most octets first
 * @param expirations how many signatures end on which day, by UTC
 * @param signers the keys that signatures name, by algorithm and tag
 */
public record ZoneCensus(
    Optional<Serial> serial,
    List<TypeFigures> types,
    NavigableMap<LocalDate, Long> expirations,
    List<SignerFigures> signers,
    DelegationFigures delegations) {
  /** Copies the collections. */
  public ZoneCensus {
    types = List.copyOf(types);
    expirations = Collections.unmodifiableNavigableMap(new TreeMap<>(expirations));
    signers = List.copyOf(signers);
  }

  /** Returns how many records there are. */
  public long records() {
    return types.stream().mapToLong(TypeFigures::records).sum();
  }

  /** Returns how many octets the records have in wire form, names not compressed. */
  public long octets() {
    return types.stream().mapToLong(TypeFigures::octets).sum();
  }

  /** Returns the figures of a type. */
  public TypeFigures of(RecordType type) {
    return types.stream()
        .filter(figures -> figures.type().equals(type))
        .findFirst()
        .orElseGet(() -> new TypeFigures(type, 0, 0));
  }

  /** Returns the figures of the signatures that name a key, as they may name another one too. */
  public Optional<SignerFigures> signer(Dnskey key) {
    return signers.stream().filter(signer -> signer.key().equals(KeyId.of(key))).findFirst();
  }
}
