package org.offlinesign.delegation;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * The keys by which trust enters a zone: what its parent points to with DS records, and what a
 * validator takes as trust anchor.
 *
 * @param keys keys in full, without duplicates
 * @param ds digests of keys, of which some may be among {@code keys}
 */
public record EntryPoints(DnsName zone, List<Dnskey> keys, List<Ds> ds) {
  /** Copies the lists, and drops duplicates. */
  public EntryPoints {
    keys = keys.stream().distinct().toList();
    ds = ds.stream().distinct().toList();
  }

  /**
   * Returns the entry points among some keys: those with the SEP flag, or where none has it, all
   * that can sign a zone. Revoked keys are none.
   */
  public static EntryPoints among(DnsName zone, Collection<Dnskey> keys) {
    return new EntryPoints(zone, entryPointsAmong(keys), List.of());
  }

  /** Returns the keys among some that have the SEP flag, or where none has it, that are usable. */
  static List<Dnskey> entryPointsAmong(Collection<Dnskey> keys) {
    List<Dnskey> usable = keys.stream().filter(EntryPoints::isUsable).toList();
    List<Dnskey> ksks = usable.stream().filter(Dnskey::isSep).toList();
    // A zone that signs with one key for everything need not set the SEP flag (RFC 6840 §6.2).
    return ksks.isEmpty() ? usable : ksks;
  }

  /** Says whether a key can be one by which trust enters a zone. */
  static boolean isUsable(Dnskey key) {
    return key.isZoneKey() && !key.isRevoked() && key.protocol() == Dnskey.PROTOCOL;
  }

  /**
   * Reads the entry points of a zone from a keyset- or dsset- file, a {@code .key} file of BIND,
   * the output of dig, or the zone's own file. The file is read to its end; a thousand records are
   * kept at most.
   *
   * @throws EntryPointException if it has none
   * @throws ZoneFileException if it is no master file
   */
  public static EntryPoints read(ZoneFileSource source, DnsName zone)
      throws IOException, ZoneFileException, EntryPointException {
    return new EntryPointReading(source.name(), zone).read(source);
  }

  /** Returns these entry points and those of another source, which are of the same zone. */
  public EntryPoints and(EntryPoints more) {
    if (!zone.equals(more.zone)) {
      throw new IllegalArgumentException("entry points of " + zone + " and of " + more.zone);
    }
    return new EntryPoints(
        zone,
        Stream.concat(keys.stream(), more.keys.stream()).toList(),
        Stream.concat(ds.stream(), more.ds.stream()).toList());
  }

  /** Says whether there are none. */
  public boolean isEmpty() {
    return keys.isEmpty() && ds.isEmpty();
  }

  /**
   * Says whether a key of the zone is one of these, in full or by its digest. A digest of a kind
   * that is not known here matches no key.
   */
  public boolean include(Dnskey key) {
    return keys.contains(key) || ds.stream().anyMatch(record -> isDigestOf(record, key));
  }

  private boolean isDigestOf(Ds record, Dnskey key) {
    return DsMatch.of(zone, record, key) == DsMatch.YES;
  }

  /** Returns the digests that belong to none of the keys. */
  public List<Ds> dsWithoutKey() {
    return ds.stream()
        .filter(record -> keys.stream().noneMatch(k -> isDigestOf(record, k)))
        .toList();
  }

  /**
   * Returns the DS records of these: one for each key and digest type asked for, and those of keys
   * that are known by their digest alone, as they are.
   */
  public List<Ds> dsRecords(Set<DigestType> digests) {
    Set<Ds> records = new LinkedHashSet<>();
    for (Dnskey key : keys) {
      digests.stream().sorted().forEach(type -> records.add(DsDigest.of(zone, key, type)));
    }
    records.addAll(dsWithoutKey());
    return List.copyOf(records);
  }

  /** Returns the key that a digest is one of; empty if it is none of these. */
  public Optional<Dnskey> keyOf(Ds record) {
    return keys.stream().filter(key -> isDigestOf(record, key)).findFirst();
  }

  /** Returns the same entry points, every one as a digest. */
  public EntryPoints asDigests(Set<DigestType> digests) {
    return new EntryPoints(zone, List.of(), dsRecords(digests));
  }

  /** Returns the same entry points, every one as a digest, and keys in full besides. */
  public EntryPoints withDigests(Set<DigestType> digests) {
    return new EntryPoints(zone, keys, dsRecords(digests));
  }

  /** Returns the keys alone, if the digests are of them; they say nothing more then. */
  public Optional<EntryPoints> asKeys() {
    return dsWithoutKey().isEmpty()
        ? Optional.of(new EntryPoints(zone, keys, List.of()))
        : Optional.empty();
  }
}
