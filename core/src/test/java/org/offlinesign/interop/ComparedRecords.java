package org.offlinesign.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.sign.SignedText;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.ZoneFileException;

/**
 * The RRSIG, NSEC, NSEC3, NSEC3PARAM and DNSKEY records of a signed zone as lines, less those in
 * which BIND 9.18 is known to be wrong or to do something else on purpose.
 *
 * <ul>
 *   <li>RRsets whose records have different TTLs: BIND takes the TTL that it read first, we the
 *       lowest (RFC 2181 §5.2).
 *   <li>RRSIG records: BIND cuts their TTL down to their validity, though it must be that of the
 *       RRset covered (RFC 4034 §3).
 *   <li>A ZONEMD record at the apex: BIND signs the digest of the zone as it was, we leave it out
 *       (RFC 8976 §3.1); so the apex's NSEC or NSEC3 record differs.
 *   <li>Signatures of keys that only the input knows: BIND keeps those that have not expired, we
 *       make all signatures anew.
 *   <li>NSEC3 records of the input whose owner is no hash of the zone: BIND keeps and signs them,
 *       we make the chain anew (RFC 5155 §7.1).
 *   <li>The upper and lower case of the next name in NSEC records (RFC 4343 §4.1: as it was
 *       entered): BIND spells each label as the first name below it did, we spell the name as its
 *       own first record did.
 * </ul>
 */
final class ComparedRecords {
  private static final Set<RecordType> TYPES =
      Set.of(
          RecordType.RRSIG,
          RecordType.NSEC,
          RecordType.NSEC3,
          RecordType.NSEC3PARAM,
          RecordType.DNSKEY);

  private final DnsName zone;

  /** The owner of the NSEC or NSEC3 record that tells the types at the apex. */
  private final DnsName apexLink;

  private final Set<Integer> keyTags = new HashSet<>();
  private final Set<String> rrsetsWithMixedTtls = new HashSet<>();
  private final Set<DnsName> spelledDifferently = new HashSet<>();
  private final Set<DnsName> strayLinks = new HashSet<>();
  private final boolean hasZonemd;

  /** Learns from the input what cannot be compared. */
  ComparedRecords(DnsName zone, List<SigningKey> keys, SignedText input, Denial denial) {
    this.zone = zone;
    this.apexLink = denial instanceof Nsec3 nsec3 ? hashedApex(zone, nsec3) : zone;
    keys.forEach(key -> keyTags.add(key.facts().keyTag()));
    Map<String, Integer> ttls = new HashMap<>();
    for (ResourceRecord record : input.records()) {
      String rrset = rrset(record.owner(), record.type());
      Integer before = ttls.putIfAbsent(rrset, record.ttl().seconds());
      if (before != null && before != record.ttl().seconds()) {
        rrsetsWithMixedTtls.add(rrset);
      }
    }
    input.owners(RecordType.NSEC3).stream()
        .map(DnsName::of)
        .filter(owner -> !isHash(owner))
        .forEach(strayLinks::add);
    this.hasZonemd = !input.data(zone.toString(), RecordType.ZONEMD).isEmpty();
  }

  private static DnsName hashedApex(DnsName zone, Nsec3 denial) {
    WireWriter owner = new WireWriter(DnsName.MAX_WIRE_LENGTH);
    Nsec3Hasher.writeOwner(new Nsec3Hasher(denial.parameters()).hash(zone), 0, zone, owner);
    try {
      return DnsName.fromWire(owner.array(), 0, owner.length());
    } catch (NameSyntaxException e) {
      throw new AssertionError("a hash before a short name is a name", e);
    }
  }

  private boolean isHash(DnsName owner) {
    int octets = 1 + Nsec3Hasher.LABEL_OCTETS;
    return owner.toWire()[0] == Nsec3Hasher.LABEL_OCTETS
        && owner.wireLength() == octets + zone.wireLength();
  }

  private static String rrset(DnsName owner, RecordType type) {
    return owner.lowerCase() + " " + type;
  }

  /** Returns what only BIND has and what only we have, in lines. */
  Difference between(Path theirs, Path ours)
      throws IOException, ZoneFileException, WireFormatException {
    SignedText bind = SignedText.read(zone, theirs);
    SignedText here = SignedText.read(zone, ours);
    learnSpellings(bind, here);
    Set<String> expected = lines(bind);
    Set<String> found = lines(here);
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    Set<String> surplus = new TreeSet<>(found);
    surplus.removeAll(expected);
    return new Difference(expected.size(), missing, surplus);
  }

  /** Lines that are not the same. */
  record Difference(int compared, Set<String> onlyBind, Set<String> onlyHere) {
    boolean isEmpty() {
      return onlyBind.isEmpty() && onlyHere.isEmpty();
    }
  }

  private void learnSpellings(SignedText bind, SignedText here) {
    Map<DnsName, String> theirNext = new HashMap<>();
    for (ResourceRecord record : bind.records()) {
      if (record.type().equals(RecordType.NSEC)) {
        theirNext.put(record.owner(), SignedText.text(record));
      }
    }
    for (ResourceRecord record : here.records()) {
      String their = theirNext.get(record.owner());
      String our = SignedText.text(record);
      if (record.type().equals(RecordType.NSEC)
          && their != null
          && !their.equals(our)
          && their.equalsIgnoreCase(our)) {
        spelledDifferently.add(record.owner());
      }
    }
  }

  private Set<String> lines(SignedText signed) throws WireFormatException {
    Set<String> lines = new TreeSet<>();
    for (ResourceRecord record : signed.records()) {
      if (TYPES.contains(record.type()) && isComparable(record)) {
        lines.add(line(record));
      }
    }
    return lines;
  }

  private boolean isComparable(ResourceRecord record) throws WireFormatException {
    if (!record.type().equals(RecordType.RRSIG)) {
      return !isChangedByZonemd(record.owner(), record.type())
          && !isStrayLink(record.owner(), record.type())
          && !isSpelledDifferently(record.owner(), record.type());
    }
    Rrsig signature = Rrsig.from(record.rdata());
    return keyTags.contains(signature.keyTag())
        && !isChangedByZonemd(record.owner(), signature.typeCovered())
        && !isStrayLink(record.owner(), signature.typeCovered())
        && !isSpelledDifferently(record.owner(), signature.typeCovered())
        && !rrsetsWithMixedTtls.contains(rrset(record.owner(), signature.typeCovered()));
  }

  private boolean isChangedByZonemd(DnsName owner, RecordType type) {
    boolean link = type.equals(RecordType.NSEC) || type.equals(RecordType.NSEC3);
    return hasZonemd
        && ((link && owner.equals(apexLink))
            || (type.equals(RecordType.ZONEMD) && owner.equals(zone)));
  }

  private boolean isStrayLink(DnsName owner, RecordType type) {
    return type.equals(RecordType.NSEC3) && strayLinks.contains(owner);
  }

  private boolean isSpelledDifferently(DnsName owner, RecordType type) {
    return type.equals(RecordType.NSEC) && spelledDifferently.contains(owner);
  }

  private static String line(ResourceRecord record) throws WireFormatException {
    long ttl = record.ttl().seconds();
    if (record.type().equals(RecordType.RRSIG)) {
      long whole = Rrsig.from(record.rdata()).originalTtl().seconds();
      ttl = whole > BindSigner.VALIDITY.length().toSeconds() ? whole : ttl;
    }
    return record.owner().lowerCase()
        + " "
        + ttl
        + " "
        + record.type()
        + " "
        + SignedText.text(record);
  }
}
